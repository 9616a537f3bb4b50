package org.yibaoban.office.his;

import java.util.Set;
import org.yibaoban.store.VisitRow;

/**
 * Something was told of orders of a visit. Observed in the same transaction.
 *
 * @param visit locked
 * @param numbers placer and filler numbers of the orders
 */
public record OrdersMoved(VisitRow visit, Set<String> numbers) {}
