package org.yibaoban.office.consent;

import java.time.LocalDateTime;
import org.yibaoban.money.Money;
import org.yibaoban.visit.VisitStatus;

/**
 * A stay with consent due, for the insurance office.
 *
 * @param amount charged without consent, in yuan
 * @param items number of items
 */
public record MissingConsents(
        String visit,
        String name,
        VisitStatus status,
        String department,
        String ward,
        String bed,
        String doctor,
        LocalDateTime admittedAt,
        Money amount,
        int items) {}
