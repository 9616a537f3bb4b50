package org.yibaoban.office.consent;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.consent.ConsentItem;
import org.yibaoban.consent.ConsentReason;
import org.yibaoban.money.Money;

/**
 * An item of one stay that consent is due for.
 *
 * @param quantity what is not covered, in the item's unit
 * @param unitPrice the highest price per unit, in yuan
 * @param amount in yuan
 * @param stops whether a claim waits for it
 * @param usedSince when some of it was used already; empty for what is only ordered
 * @param alternatives cheaper items that the fund pays for, the cheapest first
 */
public record DueItem(
        ConsentItem item,
        BigDecimal quantity,
        BigDecimal unitPrice,
        Money amount,
        Set<ConsentReason> reasons,
        boolean stops,
        Optional<LocalDateTime> usedSince,
        List<CatalogueItem> alternatives) {

    /** For the form: the cheapest alternative with its price, or that there is none. */
    public String alternativeText() {
        return alternatives.stream()
                .findFirst()
                .map(other -> (other.name() + " " + other.specification()).strip() + "，" + other.price() + " 元/"
                        + other.unit() + "（" + (other.itemClass().name().equals("A") ? "甲类" : "乙类") + "）")
                .orElse("目录内无同类可替代项目");
    }
}
