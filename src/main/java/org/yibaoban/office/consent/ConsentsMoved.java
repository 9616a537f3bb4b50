package org.yibaoban.office.consent;

import java.util.Set;
import org.yibaoban.store.VisitRow;

/**
 * Consent became due for items of a visit, or is no longer. Observed in the same transaction.
 *
 * @param visit locked
 * @param items codes
 */
public record ConsentsMoved(VisitRow visit, Set<String> items) {}
