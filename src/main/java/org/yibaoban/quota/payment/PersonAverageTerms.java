package org.yibaoban.quota.payment;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * Per-person outpatient average 门诊人均定额: quota x different patients of the month, so that splitting a prescription
 * into several visits brings nothing.
 *
 * @param quota for one patient and month, in yuan
 */
public record PersonAverageTerms(PaymentFigure quota) implements PaymentTerms {

    @Override
    public boolean perStay() {
        return false;
    }

    @Override
    public Optional<Payable> ofStay(PaymentStay stay, Money counted) {
        return Optional.empty();
    }

    @Override
    public Payable ofMonth(YearMonth month, List<CountedStay> stays) {
        long persons =
                stays.stream().map(stay -> stay.stay().patient()).distinct().count();
        Money limit = quota.money().times(BigDecimal.valueOf(persons));
        String figures = quota.money() + " × " + persons + " = " + limit;
        return new Payable(limit, "人均定额 × 不重复人数：" + figures, "quota x different patients: " + figures, List.of(quota));
    }
}
