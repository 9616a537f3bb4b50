package org.yibaoban.quota.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * Global budget 总额预付: the year's budget in twelve parts that add up to it, whatever the stays cost. With bands for
 * the overrun it is the elastic settlement 弹性结算.
 *
 * @param year budget of a calendar year, in yuan
 */
public record BudgetTerms(PaymentFigure year) implements PaymentTerms {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    @Override
    public boolean perStay() {
        return false;
    }

    @Override
    public Optional<Payable> ofStay(PaymentStay stay, Money counted) {
        return Optional.empty();
    }

    /** Up to this month less up to the month before, each half-up to the fen: so the twelve parts lose nothing. */
    @Override
    public Payable ofMonth(YearMonth month, List<CountedStay> stays) {
        int number = month.getMonthValue();
        Money until = until(number);
        Money before = until(number - 1);
        Money part = until.minus(before);
        String figures = year.money() + " × " + number + "/12 ≈ " + until + " − " + before + " = " + part;
        return new Payable(
                part,
                "年度总额按月累计（四舍五入到分）：" + figures,
                "the year's budget up to this month (half-up) less before it: " + figures,
                List.of(year));
    }

    private Money until(int months) {
        return new Money(year.value().multiply(BigDecimal.valueOf(months)).divide(MONTHS, 2, RoundingMode.HALF_UP));
    }
}
