package org.yibaoban.benefit;

import java.math.BigDecimal;
import java.util.Optional;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/**
 * A charge line as the benefit rules see it (spec/settlement.md, section 1). A reversal has a negative amount and
 * quantity.
 *
 * @param unitLimit highest amount per unit that the fund counts; exact, may be finer than a fen
 * @param waived one of the items that the hospital waives under the plan
 */
public record BenefitLine(
        Money amount,
        ItemClass itemClass,
        Optional<Rate> preSelfPayRate,
        BigDecimal quantity,
        Optional<BigDecimal> unitLimit,
        boolean waived) {}
