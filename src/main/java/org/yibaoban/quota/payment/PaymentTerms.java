package org.yibaoban.quota.payment;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;

/** How one payment method turns stays into money (spec/quotas.md, "Payment methods that the documents name"). Pure. */
public sealed interface PaymentTerms
        permits BudgetTerms, PersonAverageTerms, StayAverageTerms, DayTerms, DiseaseTerms, CaseTerms {

    /** Whether this way of paying has a price for the stay; else the agreement's next method is asked. */
    default boolean takes(PaymentStay stay) {
        return true;
    }

    /** Whether the stay is one of those that the quota is counted by. */
    default boolean counts(PaymentStay stay) {
        return true;
    }

    /**
     * What the stay brings by itself; empty where only the month is settled.
     *
     * @param counted what is held against it, in yuan
     */
    Optional<Payable> ofStay(PaymentStay stay, Money counted);

    /**
     * What the counted stays of a month bring before surplus and overrun are shared.
     *
     * @param stays those that count, with what is held against each
     */
    Payable ofMonth(YearMonth month, List<CountedStay> stays);

    /** Whether each stay brings its own amount. */
    default boolean perStay() {
        return true;
    }

    /** The sum of what the stays bring by themselves. */
    static Payable sum(PaymentTerms terms, List<CountedStay> stays) {
        Money sum = Money.sum(stays.stream()
                .map(stay ->
                        terms.ofStay(stay.stay(), stay.counted()).orElseThrow().amount())
                .toList());
        return new Payable(sum, stays.size() + " 人次合计 " + sum, "sum of " + stays.size() + " stays " + sum, List.of());
    }
}
