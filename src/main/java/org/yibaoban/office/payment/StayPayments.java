package org.yibaoban.office.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.quota.payment.InsuredStay;
import org.yibaoban.quota.payment.PaymentAgreements;
import org.yibaoban.quota.payment.PaymentStay;
import org.yibaoban.quota.payment.StayPayment;
import org.yibaoban.store.PaymentStays;
import org.yibaoban.store.VisitRow;

/** What the payer's way of paying brings for a stay (spec/quotas.md). It tells, and never blocks care. */
@ApplicationScoped
public class StayPayments {

    @Inject
    private PaymentStays stays;

    @Inject
    private PaymentAgreements agreements;

    @Inject
    private Clock clock;

    /** For each open stay of a department, or of all, by visit number: one query. */
    @Transactional
    public Map<String, StayPayment> open(Optional<String> department) {
        Map<String, StayPayment> payments = new HashMap<>();
        stays.open(department, today())
                .forEach(insured -> pay(insured)
                        .ifPresent(paid -> payments.put(insured.stay().visit(), paid)));
        return payments;
    }

    /**
     * For one stay.
     *
     * @param fund what the funds are asked for by the estimate, in yuan; what they paid goes before it
     */
    @Transactional
    public Optional<StayPayment> of(VisitRow visit, Optional<Money> fund) {
        return pay(estimated(stays.of(visit, today()), whole(visit, fund)));
    }

    /**
     * For one stay as it is and as it would be with an order: one query, however many lines the order has.
     *
     * @param further charges of the order, in yuan
     * @param fund what the funds are asked for without it; empty where there is no estimate
     * @param fundWithIt the same with it
     */
    @Transactional
    public Optional<OrderEffect> with(VisitRow visit, Money further, Optional<Money> fund, Optional<Money> fundWithIt) {
        InsuredStay known = estimated(stays.of(visit, today()), whole(visit, fund));
        InsuredStay after = new InsuredStay(known.stay().with(further, whole(visit, fundWithIt)), known.insurance());
        return pay(known).flatMap(before -> pay(after).map(then -> new OrderEffect(before, then)));
    }

    /** An estimate is of what is not settled yet: with what the settled parts of the stay brought. */
    private static Optional<Money> whole(VisitRow visit, Optional<Money> fund) {
        return fund.map(visit.parts().fund()::plus);
    }

    /** A stay's payment before and after an order. */
    public record OrderEffect(StayPayment before, StayPayment after) {}

    private static InsuredStay estimated(InsuredStay known, Optional<Money> fund) {
        PaymentStay stay = known.stay();
        return new InsuredStay(stay.with(Money.ZERO, stay.fund().or(() -> fund)), known.insurance());
    }

    /** Empty for who settles as self-paying, and where no agreement is in force on the day. */
    private Optional<StayPayment> pay(InsuredStay insured) {
        return insured.insurance()
                .flatMap(insurance ->
                        agreements.inForce(insurance, insured.stay().end()))
                .map(agreement -> agreement.pay(insured.stay()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
