package org.yibaoban.office.facade;

import java.time.Instant;
import java.util.Optional;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.charge.LedgerLine;
import org.yibaoban.visit.Supply;

/**
 * A line of the ledger.
 *
 * @param reversesId row id of the line that it takes back
 * @param supply for how long a drug was given out, where the HIS told
 * @param settled whether its visit has a settled claim
 */
public record ChargeView(
        long id,
        Subject subject,
        LedgerLine line,
        Optional<Long> reversesId,
        Optional<String> orderedBy,
        Optional<String> orderNumber,
        Supply supply,
        boolean settled,
        Instant changedAt) {

    public ItemClass itemClass() {
        return line.itemClass();
    }
}
