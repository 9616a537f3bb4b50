package org.yibaoban.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yibaoban.benefit.Condition;
import org.yibaoban.benefit.PlanKeys;
import org.yibaoban.benefit.Validity;
import org.yibaoban.config.PlanFigures.Placed;

/**
 * Checks the figures that mean something only beside another: the two shares of a fixed price, the outpatient cap, and the
 * cap of a registered disease.
 *
 * @param root the plan file
 * @param byKey the figures of each parameter
 */
record PlanPairs(YamlNode root, Map<String, List<Placed>> byKey) {

    void check() {
        if (byKey.containsKey(PlanKeys.OUTPATIENT_CAP) && !byKey.containsKey(PlanKeys.OUTPATIENT_RATE)) {
            throw byKey.get(PlanKeys.OUTPATIENT_CAP)
                    .get(0)
                    .node()
                    .fault("a cap on outpatient visits, which the plan does not settle without "
                            + PlanKeys.OUTPATIENT_RATE);
        }
        checkDiseases();
        String basic = PlanKeys.FIXED_PRICE_BASIC;
        String supplement = PlanKeys.FIXED_PRICE_SUPPLEMENT;
        if (byKey.containsKey(basic) != byKey.containsKey(supplement)) {
            throw root.get("parameters").fault("keys " + basic + " and " + supplement + " go together");
        }
        checkPartners(basic, supplement);
        checkPartners(supplement, basic);
        checkShares(byKey.getOrDefault(basic, List.of()), byKey.getOrDefault(supplement, List.of()));
    }

    /** A disease with a cap has a rate, and a plan with such diseases settles the visits that are for none of them. */
    private void checkDiseases() {
        List<Placed> rates = byKey.getOrDefault(PlanKeys.DISEASE_RATE, List.of());
        if (!rates.isEmpty() && !byKey.containsKey(PlanKeys.OUTPATIENT_RATE)) {
            throw rates.get(0).node().fault("registered diseases need " + PlanKeys.OUTPATIENT_RATE + " beside them");
        }
        for (Placed cap : byKey.getOrDefault(PlanKeys.DISEASE_CAP, List.of())) {
            Optional<String> disease = cap.figure().condition().disease();
            if (rates.stream()
                    .noneMatch(rate -> rate.figure().condition().disease().equals(disease))) {
                throw cap.node().fault("disease " + disease.orElse("") + " has a cap and no " + PlanKeys.DISEASE_RATE);
            }
        }
    }

    /** Who has the one share of a fixed price has the other. */
    private void checkPartners(String key, String other) {
        Set<Condition> partners = byKey.getOrDefault(other, List.of()).stream()
                .map(placed -> placed.figure().condition())
                .collect(Collectors.toSet());
        for (Placed placed : byKey.getOrDefault(key, List.of())) {
            Condition condition = placed.figure().condition();
            if (!partners.contains(condition)) {
                throw placed.node()
                        .fault("key " + other + " has no figure for the same level and person: " + condition.words());
            }
        }
    }

    /** Fund and supplement together pay at most the price. */
    private static void checkShares(List<Placed> basic, List<Placed> supplement) {
        for (Placed one : basic) {
            for (Placed other : supplement) {
                BigDecimal sum = one.figure().value().add(other.figure().value());
                if (one.figure().condition().equals(other.figure().condition())
                        && meet(one.figure().validity(), other.figure().validity())
                        && sum.compareTo(BigDecimal.ONE) > 0) {
                    throw other.node().fault("the shares of the fixed price add up to more than 1: " + sum);
                }
            }
        }
    }

    private static boolean meet(Validity one, Validity other) {
        return one.includes(other.from()) || other.includes(one.from());
    }
}
