package org.yibaoban.complaint;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Complaints taken in a period about one department.
 *
 * @param department blank for the insurance office itself
 * @param late answered after the due day, or unanswered beyond it
 * @param days mean time from taking to answering in days, one place; empty where none is answered
 */
public record ComplaintCount(
        String department, int taken, int answered, int justified, int late, Optional<BigDecimal> days) {}
