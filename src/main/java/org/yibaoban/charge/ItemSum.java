package org.yibaoban.charge;

import java.math.BigDecimal;
import java.util.Optional;
import org.yibaoban.benefit.ChargeSplit;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/**
 * A line of a daily or itemised bill: one item at one price, with what was taken back of it. Quantity and amount are net.
 *
 * @param firstShare class B: what the patient pays first, by the stay's insurance
 * @param unitPrice in yuan, exact
 */
public record ItemSum(
        ChargeType kind,
        String itemCode,
        Optional<String> nationalCode,
        String name,
        String unit,
        ItemClass itemClass,
        Optional<Rate> firstShare,
        BigDecimal unitPrice,
        BigDecimal quantity,
        Money amount,
        ChargeSplit split) {}
