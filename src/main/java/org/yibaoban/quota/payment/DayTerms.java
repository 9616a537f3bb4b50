package org.yibaoban.quota.payment;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * Per day 按床日 (source document 004, section 1 (四)): one average for a stay of the short term, and a rate for every day
 * beyond it.
 *
 * @param shortDays the last day of the short term
 * @param shortAverage for the whole short term, in yuan
 * @param dayRate for each day beyond, in yuan
 */
public record DayTerms(PaymentFigure shortDays, PaymentFigure shortAverage, PaymentFigure dayRate)
        implements PaymentTerms {

    @Override
    public Optional<Payable> ofStay(PaymentStay stay, Money counted) {
        long days = stay.bedDays();
        long beyond = Math.max(0, days - shortDays.days());
        if (beyond == 0) {
            return Optional.of(new Payable(
                    shortAverage.money(),
                    days + " 天，不超过短期 " + shortDays.days() + " 天：平均定额 " + shortAverage.money(),
                    days + " days, within the short term of " + shortDays.days() + ": average " + shortAverage.money(),
                    List.of(shortDays, shortAverage)));
        }
        Money amount = shortAverage.money().plus(dayRate.money().times(BigDecimal.valueOf(beyond)));
        String figures = shortAverage.money() + " + " + beyond + " × " + dayRate.money() + " = " + amount;
        return Optional.of(new Payable(
                amount,
                days + " 天，超过短期 " + beyond + " 天：" + figures,
                days + " days, " + beyond + " beyond the short term: " + figures,
                List.of(shortDays, shortAverage, dayRate)));
    }

    @Override
    public Payable ofMonth(YearMonth month, List<CountedStay> stays) {
        return PaymentTerms.sum(this, stays);
    }
}
