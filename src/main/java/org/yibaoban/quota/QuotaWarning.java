package org.yibaoban.quota;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A level that was reached.
 *
 * @param scope hospital, department or doctor, as the quota names it
 * @param start of the month or year
 * @param level in percent of the limit
 * @param limit and what was used of it, as the measure counts
 * @param seenBy who acknowledged it, blank for nobody
 */
public record QuotaWarning(
        long id,
        String scope,
        String code,
        String period,
        LocalDate start,
        String measure,
        int level,
        BigDecimal limit,
        BigDecimal used,
        Instant at,
        String seenBy) {}
