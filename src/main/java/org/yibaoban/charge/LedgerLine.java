package org.yibaoban.charge;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import org.yibaoban.benefit.ChargeSplit;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;

/**
 * A line of a stay's bill; a reversal has a negative quantity and amount.
 *
 * @param reverses the transaction id that it takes back
 * @param split how the amount falls into the four parts of spec/settlement.md section 1
 */
public record LedgerLine(
        String transactionId,
        LocalDateTime at,
        String itemCode,
        Optional<String> nationalCode,
        String name,
        String unit,
        ChargeType chargeType,
        ItemClass itemClass,
        BigDecimal quantity,
        BigDecimal unitPrice,
        Money amount,
        String orderingDepartment,
        Optional<String> reverses,
        Optional<String> restriction,
        ChargeSplit split) {}
