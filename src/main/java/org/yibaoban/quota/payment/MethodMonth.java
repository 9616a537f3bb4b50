package org.yibaoban.quota.payment;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yibaoban.money.Money;

/**
 * A month under one payment method.
 *
 * @param stays that count
 * @param belowDeductible stays that do not count as one, with their charges beside
 * @param belowDeductibleCharges in yuan
 * @param unestimated stays of which it is not known yet what the funds are asked for
 * @param counted what is held against the limit, in yuan
 * @param limit what the method grants, in yuan
 * @param brought after surplus and overrun are shared, in yuan
 * @param reasons of the limit, and of the sharing where there is one
 * @param shares by department and doctor
 * @param outlying high- and low-cost cases, where the method pays by case
 */
public record MethodMonth(
        PaymentMethod method,
        int stays,
        int belowDeductible,
        Money belowDeductibleCharges,
        int unestimated,
        Money counted,
        Money limit,
        Money brought,
        List<PaymentReason> reasons,
        List<UnitShare> shares,
        List<OutlyingCase> outlying) {

    public MethodMonth {
        reasons = List.copyOf(reasons);
        shares = List.copyOf(shares);
        outlying = List.copyOf(outlying);
    }

    /** In yuan; negative for an overrun that the hospital bears. */
    public Money surplus() {
        return brought.minus(counted);
    }

    /** The shares put together by department. */
    public List<UnitShare> byDepartment() {
        Map<String, UnitShare> sums = new TreeMap<>();
        shares.forEach(share -> sums.merge(
                share.department(),
                new UnitShare(share.department(), "", share.stays(), share.counted(), share.granted()),
                UnitShare::plus));
        return List.copyOf(sums.values());
    }

    static MethodMonth of(PaymentMethod method, YearMonth month, List<PaymentStay> taken) {
        List<PaymentStay> below =
                taken.stream().filter(stay -> !method.terms().counts(stay)).toList();
        List<PaymentStay> counting =
                taken.stream().filter(method.terms()::counts).toList();
        List<CountedStay> counted = counting.stream()
                .flatMap(stay -> method.counts().of(stay).map(amount -> new CountedStay(stay, amount)).stream())
                .toList();
        Money sum = Money.sum(counted.stream().map(CountedStay::counted).toList());
        Payable limit = method.terms().ofMonth(month, counted);
        Optional<Payable> shared = method.sharing().map(sharing -> sharing.settle(limit.amount(), sum));
        List<PaymentReason> reasons = new ArrayList<>();
        reasons.add(limit.reason(method.clause()));
        shared.ifPresent(payable -> reasons.add(payable.reason(method.clause())));
        return new MethodMonth(
                method,
                counted.size(),
                below.size(),
                Money.sum(below.stream().map(PaymentStay::charges).toList()),
                counting.size() - counted.size(),
                sum,
                limit.amount(),
                shared.orElse(limit).amount(),
                reasons,
                shares(method.terms(), limit.amount(), counted),
                method.terms() instanceof CaseTerms cases ? cases.outlying(counted) : List.of());
    }

    private static List<UnitShare> shares(PaymentTerms terms, Money limit, List<CountedStay> counted) {
        List<Money> granted = terms.perStay()
                ? counted.stream()
                        .map(stay -> terms.ofStay(stay.stay(), stay.counted())
                                .orElseThrow()
                                .amount())
                        .toList()
                : Apportionment.of(
                        limit, counted.stream().map(CountedStay::counted).toList());
        Map<List<String>, UnitShare> units = new LinkedHashMap<>();
        for (int i = 0; i < counted.size(); i++) {
            PaymentStay stay = counted.get(i).stay();
            units.merge(
                    List.of(stay.department(), stay.doctor()),
                    new UnitShare(
                            stay.department(), stay.doctor(), 1, counted.get(i).counted(), granted.get(i)),
                    UnitShare::plus);
        }
        return List.copyOf(units.values());
    }
}
