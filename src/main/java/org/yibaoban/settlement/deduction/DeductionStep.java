package org.yibaoban.settlement.deduction;

import java.time.Instant;

/** Who did what about a deduction, where it then stood, and the words that were given. */
public record DeductionStep(Instant at, String by, DeductionState state, String words) {}
