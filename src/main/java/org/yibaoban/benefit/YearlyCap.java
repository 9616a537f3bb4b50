package org.yibaoban.benefit;

import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * A yearly cap and what was paid towards it earlier in the year.
 *
 * @param term empty where the plan has no such cap
 */
record YearlyCap(Optional<PlanTerm> term, Money earlier) {

    /** The cap less what was paid earlier, never below 0; empty where there is no cap. */
    Optional<Money> left() {
        return term.map(cap -> cap.money().minus(earlier).floorZero());
    }

    Money limit(Money amount) {
        return left().map(amount::min).orElse(amount);
    }

    List<Explanation.Parameter> parameters() {
        return term.map(cap -> List.of(cap.parameter())).orElse(List.of());
    }

    String chinese() {
        return term.map(cap -> "；年度限额 " + cap.money() + " − 本年已付 " + earlier + "，尚余 " + leftText())
                .orElse("；无年度限额");
    }

    String english() {
        return term.map(cap -> "; yearly cap " + cap.money() + " − paid earlier " + earlier + " leaves " + leftText())
                .orElse("; no yearly cap");
    }

    private Money leftText() {
        return left().orElseThrow();
    }
}
