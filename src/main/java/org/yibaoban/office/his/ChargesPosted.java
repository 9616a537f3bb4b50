package org.yibaoban.office.his;

import java.util.List;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.store.VisitRow;

/**
 * Lines were added to the ledgers of some visits. Observed in the same transaction, so that whatever follows from a line
 * (its audit, a consent that is due) is there when the sender gets its answer; an observer must be quick and must not fail
 * for reasons of its own.
 *
 * @param stays each visit once, those alone that got a line
 */
public record ChargesPosted(List<Stay> stays) {

    /**
     * What a visit got.
     *
     * @param visit locked
     * @param lines the new ones only, charges and reversals
     */
    public record Stay(VisitRow visit, List<ChargeLineRow> lines) {}
}
