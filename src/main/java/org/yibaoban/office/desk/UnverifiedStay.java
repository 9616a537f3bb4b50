package org.yibaoban.office.desk;

import java.util.Set;

/**
 * A stay whose person or membership is not in order.
 *
 * @param flags all of the stay's flags
 * @param note the payer's reason; may be blank
 */
public record UnverifiedStay(VisitSummary visit, Set<StayFlag> flags, String note) {}
