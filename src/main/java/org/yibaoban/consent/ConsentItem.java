package org.yibaoban.consent;

import java.math.BigDecimal;
import java.util.Optional;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/**
 * What the rules and the form need of an item.
 *
 * @param specification may be blank
 * @param firstShare class B: the share that the patient pays first
 * @param unitLimit highest price per unit that the fund counts, in yuan
 * @param restriction the payment restriction as printed
 */
public record ConsentItem(
        String code,
        Optional<String> nationalCode,
        String name,
        String specification,
        String unit,
        ChargeType chargeType,
        ItemClass itemClass,
        Optional<Rate> firstShare,
        Optional<BigDecimal> unitLimit,
        Optional<String> restriction) {

    public static ConsentItem of(CatalogueItem item) {
        return new ConsentItem(
                item.hospitalCode(),
                item.nationalCode(),
                item.name(),
                item.specification(),
                item.unit(),
                item.chargeType(),
                item.itemClass(),
                item.preSelfPayRate(),
                item.priceLimit().map(Money::yuan),
                item.restriction());
    }

    /** An ordered item that the catalogue does not know: outside the catalogue until it is mapped. */
    public static ConsentItem unknown(String code, String name) {
        return new ConsentItem(
                code,
                Optional.empty(),
                name.isBlank() ? code : name,
                "",
                "",
                ChargeType.OTHER,
                ItemClass.C,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
