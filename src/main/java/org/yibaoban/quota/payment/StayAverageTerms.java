package org.yibaoban.quota.payment;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * Per-stay average 次均定额: every stay brings the quota. A stay whose charges do not exceed the deductible is not
 * counted (source document 004, section 2 (二)); its charges are shown all the same.
 *
 * @param quota for one stay, in yuan
 * @param deductible standard of the hospital's level, in yuan
 */
public record StayAverageTerms(PaymentFigure quota, PaymentFigure deductible) implements PaymentTerms {

    @Override
    public boolean counts(PaymentStay stay) {
        return stay.charges().compareTo(deductible.money()) > 0;
    }

    @Override
    public Optional<Payable> ofStay(PaymentStay stay, Money counted) {
        return Optional.of(new Payable(
                quota.money(),
                "每人次定额 " + quota.money(),
                "quota of a stay " + quota.money(),
                List.of(quota, deductible)));
    }

    @Override
    public Payable ofMonth(YearMonth month, List<CountedStay> stays) {
        Money limit = quota.money().times(BigDecimal.valueOf(stays.size()));
        String figures = quota.money() + " × " + stays.size() + " = " + limit;
        return new Payable(limit, "次均定额 × 人次：" + figures, "quota x stays: " + figures, List.of(quota));
    }
}
