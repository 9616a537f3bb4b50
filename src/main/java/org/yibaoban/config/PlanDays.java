package org.yibaoban.config;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yibaoban.benefit.Condition;
import org.yibaoban.benefit.Validity;
import org.yibaoban.config.PlanFigures.Placed;

/**
 * Checks that a parameter has exactly one figure on each day of the plan.
 *
 * @param plan the days on which the plan is in force
 */
record PlanDays(Validity plan) {

    /** The terms of one condition follow each other day by day over the whole validity of the plan. */
    void check(List<Placed> placed) {
        Map<Condition, List<Placed>> series = placed.stream()
                .collect(Collectors.groupingBy(
                        one -> one.figure().condition(), LinkedHashMap::new, Collectors.toList()));
        for (List<Placed> terms : series.values()) {
            List<Placed> sorted = new ArrayList<>(terms);
            sorted.sort(Comparator.comparing(one -> one.figure().validity().from()));
            // a disease may join the plan's list later, and leave it earlier
            boolean joins = sorted.get(0).figure().condition().disease().isPresent();
            if (!joins) {
                checkStart(sorted.get(0));
            }
            for (int i = 1; i < sorted.size(); i++) {
                checkSuccession(sorted.get(i - 1), sorted.get(i));
            }
            if (!joins) {
                checkEnd(sorted.get(sorted.size() - 1));
            }
        }
    }

    private void checkStart(Placed first) {
        LocalDate from = first.figure().validity().from();
        if (from.isAfter(plan.from())) {
            throw first.node().fault("gap: no figure from " + plan.from() + " to the day before " + from);
        }
    }

    private static void checkSuccession(Placed before, Placed after) {
        LocalDate from = after.figure().validity().from();
        Optional<LocalDate> to = before.figure().validity().to();
        if (to.isEmpty() || !to.get().isBefore(from)) {
            throw after.node()
                    .fault("overlap: the figure before, of line "
                            + before.node().line() + ", is still in force on " + from);
        }
        if (!to.get().plusDays(1).equals(from)) {
            throw after.node().fault("gap: no figure from " + to.get().plusDays(1) + " to the day before " + from);
        }
    }

    private void checkEnd(Placed last) {
        Optional<LocalDate> to = last.figure().validity().to();
        Optional<LocalDate> planTo = plan.to();
        if (to.isPresent() && planTo.map(end -> to.get().isBefore(end)).orElse(true)) {
            throw last.node().fault("gap: no figure from " + to.get().plusDays(1) + " on, while the plan is in force");
        }
    }
}
