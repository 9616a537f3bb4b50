package org.yibaoban.benefit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/**
 * The words beside an amount: rule, computation in Chinese and English, and the plan's figures.
 *
 * @param clause section of spec/settlement.md, such as {@code 2.2}
 */
record Reason(String clause, String chinese, String english, List<Explanation.Parameter> parameters) {

    Reason {
        parameters = List.copyOf(parameters);
    }

    /** A reason that needs no figure: the same words every time. */
    static Supplier<Reason> fixed(String clause, String chinese, String english) {
        Reason reason = of(clause, chinese, english);
        return () -> reason;
    }

    static Reason of(String clause, String chinese, String english, PlanTerm... terms) {
        List<Explanation.Parameter> parameters = new ArrayList<>(terms.length);
        for (PlanTerm term : terms) {
            parameters.add(term.parameter());
        }
        return new Reason(clause, chinese, english, parameters);
    }

    Reason with(List<Explanation.Parameter> more) {
        List<Explanation.Parameter> all = new ArrayList<>(parameters);
        all.addAll(more);
        return new Reason(clause, chinese, english, all);
    }

    /** Such as {@code 7367.40 × 0.82 = 6041.268 ≈ 6041.27}; without the last part where nothing is rounded. */
    static String product(Money amount, Rate rate) {
        BigDecimal exact = amount.yuan().multiply(rate.share());
        return amount + " × " + rate + " = " + Money.inWords(exact);
    }
}
