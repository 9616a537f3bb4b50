package org.yibaoban.office.quota;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A query on file.
 *
 * @param subject the warning or overrun that it is about
 * @param answer empty while the department has not answered
 */
public record QueryView(
        long id,
        String department,
        YearMonth month,
        String subject,
        String question,
        String askedBy,
        Instant askedAt,
        Optional<String> answer,
        String answeredBy,
        Optional<Instant> answeredAt) {}
