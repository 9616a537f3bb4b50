package org.yibaoban.office.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An item on an order that is not signed yet.
 *
 * @param order what the HIS calls the order, such as {@code MedicationRequest/12}; blank where it has no name yet
 * @param codes by which the item may be known here, the hospital's own before the national ones
 * @param name as the HIS shows it
 * @param quantity what is ordered, above 0
 * @param unit in which the HIS counts it; empty for the unit of the catalogue
 */
public record OrderedItem(String order, List<ItemCode> codes, String name, BigDecimal quantity, Optional<String> unit) {

    public OrderedItem {
        codes = List.copyOf(codes);
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException("an order's quantity must be above 0");
        }
    }

    /** A code and whose it is. */
    public record ItemCode(Owner owner, String code) {}

    public enum Owner {
        /** medins_list_codg */
        HOSPITAL,
        /** med_list_codg */
        NATIONAL,
        /** A code system that the office has no catalogue of. */
        OTHER
    }
}
