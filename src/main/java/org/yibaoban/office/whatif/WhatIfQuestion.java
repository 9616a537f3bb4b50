package org.yibaoban.office.whatif;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which settled stays are to be settled again, and how.
 *
 * @param planId the plan to settle by; stays of its kind of insurance are looked at
 * @param from first day of discharge
 * @param to last day of discharge
 * @param figuresOf the day whose figures are taken, such as the first of next year; each stay's day of discharge when empty
 */
public record WhatIfQuestion(String planId, LocalDate from, LocalDate to, Optional<LocalDate> figuresOf) {

    /** @throws IllegalArgumentException when the period ends before it starts */
    public WhatIfQuestion {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the period ends on " + to + ", before it starts on " + from);
        }
    }
}
