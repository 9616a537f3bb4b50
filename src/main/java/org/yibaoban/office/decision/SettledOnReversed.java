package org.yibaoban.office.decision;

import java.time.Instant;

/** A standing settlement whose year held another visit's settlement that was taken back since. */
public record SettledOnReversed(String visit, String reversedVisit, Instant reversedAt) {}
