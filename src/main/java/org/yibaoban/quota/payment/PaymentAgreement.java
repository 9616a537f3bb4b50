package org.yibaoban.quota.payment;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.benefit.Validity;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.money.Money;
import org.yibaoban.quota.casegroup.CaseGroup;
import org.yibaoban.quota.casegroup.CaseWeight;

/**
 * How a payer pays the hospital for the people of one insurance, while it is in force. Immutable. A stay is paid by the
 * first method that takes it.
 *
 * @param payer area code of the payer (admdvs)
 */
public record PaymentAgreement(
        String id,
        String chinese,
        String english,
        String payer,
        InsuranceType insurance,
        Validity validity,
        List<PaymentMethod> methods) {

    /** @throws IllegalArgumentException without a method, or for two of one id */
    public PaymentAgreement {
        methods = List.copyOf(methods);
        if (methods.isEmpty()) {
            throw new IllegalArgumentException("an agreement has a method");
        }
        Set<String> ids = new HashSet<>();
        methods.forEach(method -> {
            if (!ids.add(method.id())) {
                throw new IllegalArgumentException("method " + method.id() + " stands twice");
            }
        });
    }

    public Optional<PaymentMethod> method(PaymentStay stay) {
        return methods.stream().filter(method -> method.takes(stay)).findFirst();
    }

    /** What one stay brings. */
    public StayPayment pay(PaymentStay stay) {
        return method(stay).map(method -> method.pay(stay)).orElseGet(StayPayment::noMethod);
    }

    /** What the stay's group stands for, where a case-based method pays for it. */
    public Optional<CaseWeight> caseWeight(PaymentStay stay) {
        return method(stay)
                .map(PaymentMethod::terms)
                .filter(CaseTerms.class::isInstance)
                .flatMap(terms -> ((CaseTerms) terms).weight(stay));
    }

    /** The fixed price of a stay with this main diagnosis, where a method for single diseases has it. */
    public Optional<FixedPrice> fixedPrice(String diagnosis) {
        return methods.stream()
                .map(PaymentMethod::terms)
                .filter(DiseaseTerms.class::isInstance)
                .flatMap(terms -> ((DiseaseTerms) terms).priceOf(diagnosis).stream())
                .findFirst();
    }

    /** The group that the agreement's own tables put a main diagnosis into. */
    public Optional<CaseGroup> grouped(String diagnosis) {
        return methods.stream()
                .map(PaymentMethod::terms)
                .filter(CaseTerms.class::isInstance)
                .flatMap(terms -> ((CaseTerms) terms).grouping().group(diagnosis).stream())
                .findFirst();
    }

    /** What the stays of a month bring, each by its own method. */
    public MonthPayment month(YearMonth month, List<PaymentStay> stays) {
        Map<PaymentMethod, List<PaymentStay>> taken = new IdentityHashMap<>();
        List<PaymentStay> uncovered = new ArrayList<>();
        stays.forEach(stay -> method(stay)
                .ifPresentOrElse(
                        method -> taken.computeIfAbsent(method, any -> new ArrayList<>())
                                .add(stay),
                        () -> uncovered.add(stay)));
        return new MonthPayment(
                this,
                methods.stream()
                        .map(method -> MethodMonth.of(method, month, taken.getOrDefault(method, List.of())))
                        .toList(),
                uncovered.size(),
                Money.sum(uncovered.stream().map(PaymentStay::charges).toList()));
    }
}
