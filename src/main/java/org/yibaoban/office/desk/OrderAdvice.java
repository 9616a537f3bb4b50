package org.yibaoban.office.desk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.money.Money;

/**
 * What a doctor should know before signing an order. It never blocks care.
 *
 * @param chargesSoFar the stay's net charges before this order, in yuan
 * @param patientShareChange what the order adds to what the patient bears by today's estimate, in yuan; empty where
 *     there is no estimate
 * @param department the ordering department's month with this order in it; empty where it has no quota
 */
public record OrderAdvice(
        String visit,
        Money chargesSoFar,
        Money orderTotal,
        Optional<Money> patientShareChange,
        List<ItemAdvice> items,
        Optional<DepartmentOverview> department) {

    /**
     * Advice on one ordered item.
     *
     * @param item empty when the catalogue does not know the code
     * @param price for the ordered quantity, in yuan
     * @param needsConsent outside the catalogue, or over the price limit: the patient's consent is due first
     * @param alternatives cheaper items of the catalogue that the fund pays for
     */
    public record ItemAdvice(
            String itemCode,
            String name,
            BigDecimal quantity,
            Optional<CatalogueItem> item,
            Money price,
            boolean needsConsent,
            List<CatalogueItem> alternatives) {}
}
