package org.yibaoban.office.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.quota.payment.InsuredStay;
import org.yibaoban.quota.payment.MonthPayment;
import org.yibaoban.quota.payment.PaymentAgreement;
import org.yibaoban.quota.payment.PaymentAgreements;
import org.yibaoban.quota.payment.PaymentStay;
import org.yibaoban.store.PaymentStays;

/** A month under the payer's agreements: two queries, bounded by the month and by the open stays. */
@ApplicationScoped
public class PaymentBoard {

    @Inject
    private PaymentStays stays;

    @Inject
    private PaymentAgreements agreements;

    @Inject
    private Clock clock;

    /**
     * A month by the visits discharged in it.
     *
     * @param settled each agreement that was in force in it
     * @param unpaid visits that no agreement pays for: self-paying, not verified, or without an agreement
     * @param unpaidCharges in yuan
     * @param open the stays that are open now as if they ended today, by agreement; empty for another month than this
     */
    public record Month(
            YearMonth month, List<MonthPayment> settled, int unpaid, Money unpaidCharges, List<MonthPayment> open) {}

    @Transactional
    public Month month(YearMonth month) {
        Split discharged = split(month, stays.discharged(month));
        LocalDate today = LocalDate.now(clock);
        List<MonthPayment> open = YearMonth.from(today).equals(month)
                ? split(month, stays.open(Optional.empty(), today)).paid()
                : List.of();
        return new Month(
                month,
                discharged.paid(),
                discharged.unpaid().size(),
                Money.sum(discharged.unpaid().stream().map(PaymentStay::charges).toList()),
                open);
    }

    private record Split(List<MonthPayment> paid, List<PaymentStay> unpaid) {}

    /** Agreements of the month without a stay are shown too: a budget is brought all the same. */
    private Split split(YearMonth month, List<InsuredStay> insured) {
        List<PaymentAgreement> ofMonth = agreements.all().stream()
                .filter(agreement -> touches(agreement, month))
                .toList();
        Map<String, List<PaymentStay>> paid = new HashMap<>();
        ofMonth.forEach(agreement -> paid.put(agreement.id(), new ArrayList<>()));
        List<PaymentStay> unpaid = new ArrayList<>();
        for (InsuredStay stay : insured) {
            stay.insurance()
                    .flatMap(insurance ->
                            agreements.inForce(insurance, stay.stay().end()))
                    .map(agreement -> paid.get(agreement.id()))
                    .orElse(unpaid)
                    .add(stay.stay());
        }
        return new Split(
                ofMonth.stream()
                        .map(agreement -> agreement.month(month, paid.get(agreement.id())))
                        .toList(),
                unpaid);
    }

    private static boolean touches(PaymentAgreement agreement, YearMonth month) {
        return !agreement.validity().from().isAfter(month.atEndOfMonth())
                && agreement
                        .validity()
                        .to()
                        .map(last -> !last.isBefore(month.atDay(1)))
                        .orElse(true);
    }
}
