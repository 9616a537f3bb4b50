package org.yibaoban.office.consent;

import java.util.List;
import org.yibaoban.consent.Consent;
import org.yibaoban.money.Money;
import org.yibaoban.visit.PatientDetails;

/**
 * A stay's consents.
 *
 * @param due what was charged without the consent that it needs, in yuan
 * @param open whether forms can still be filled in and signed: no claim holds the stay
 * @param items what is due, the dearest first
 * @param consents all forms, the newest first
 */
public record StayConsents(
        String visit,
        PatientDetails patient,
        String department,
        Money due,
        boolean open,
        List<DueItem> items,
        List<Consent> consents) {}
