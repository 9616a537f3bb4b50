package org.yibaoban.office.order;

import java.util.Optional;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.catalogue.ItemClass;

/** A line that the fund does not pay though its item is in the catalogue. */
final class SelfPaid {

    private SelfPaid() {}

    static BenefitLine of(BenefitLine line) {
        return new BenefitLine(
                line.amount(), ItemClass.C, Optional.empty(), line.quantity(), Optional.empty(), line.waived());
    }
}
