package org.yibaoban.bench;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yibaoban.benefit.Condition;
import org.yibaoban.benefit.Layer;
import org.yibaoban.benefit.PersonGroup;
import org.yibaoban.benefit.Plan;
import org.yibaoban.benefit.PlanKeys;
import org.yibaoban.benefit.PlanTerm;
import org.yibaoban.membership.Member;

/**
 * The figures of a plan for one person at a hospital of level 3, first stay of the year: what the bare loop and the rules
 * are handed ready made, and our engine looks up at each settlement. A layer that does not cover the person has rates of 0.
 *
 * @param bands each with its width in yuan, null for the last one, and its rate
 */
public record Figures(
        BigDecimal deductible,
        BigDecimal basicRate,
        BigDecimal basicCap,
        BigDecimal largeRate,
        BigDecimal largeCap,
        BigDecimal threshold,
        List<BigDecimal[]> bands,
        BigDecimal seriousCap,
        BigDecimal supplementInside,
        BigDecimal supplementOutside,
        BigDecimal assistanceRate,
        BigDecimal assistanceCap,
        boolean waives,
        BigDecimal backstopShare,
        BigDecimal accountBalance) {

    static final int LEVEL = 3;

    static Figures of(Plan plan, Member member) {
        Lookup at = new Lookup(plan, member);
        boolean account = plan.step(Layer.PERSONAL_ACCOUNT).isPresent();
        return new Figures(
                at.figure(PlanKeys.DEDUCTIBLE, "0"),
                at.figure(PlanKeys.BASIC_RATE, "0"),
                at.figure(PlanKeys.BASIC_CAP, "1e9"),
                at.figure(PlanKeys.LARGE_RATE, "0"),
                at.figure(PlanKeys.LARGE_CAP, "1e9"),
                at.figure(PlanKeys.SERIOUS_THRESHOLD, "1e9"),
                at.bands(),
                at.figure(PlanKeys.SERIOUS_CAP, "1e9"),
                at.ofLayer(Layer.SUPPLEMENT, PlanKeys.SUPPLEMENT_INSIDE, "0"),
                at.ofLayer(Layer.SUPPLEMENT, PlanKeys.SUPPLEMENT_OUTSIDE, "0"),
                at.ofLayer(Layer.ASSISTANCE, PlanKeys.ASSISTANCE_RATE, "0"),
                at.ofLayer(Layer.ASSISTANCE, PlanKeys.ASSISTANCE_CAP, "1e9"),
                at.covers(Layer.HOSPITAL_WAIVER),
                at.ofLayer(Layer.BACKSTOP, PlanKeys.BACKSTOP_SHARE, "1"),
                account ? member.accountBalance().yuan() : BigDecimal.ZERO);
    }

    private record Lookup(Plan plan, Member member) {

        BigDecimal figure(String key, String otherwise) {
            return find(key).orElseGet(() -> new BigDecimal(otherwise));
        }

        BigDecimal ofLayer(Layer layer, String key, String otherwise) {
            return covers(layer) ? figure(key, otherwise) : new BigDecimal(otherwise);
        }

        boolean covers(Layer layer) {
            return plan.step(layer).filter(step -> step.covers(member)).isPresent();
        }

        List<BigDecimal[]> bands() {
            return java.util.stream.IntStream.rangeClosed(1, PlanKeys.MOST_BANDS)
                    .filter(number -> find(PlanKeys.bandRate(number)).isPresent())
                    .mapToObj(number -> new BigDecimal[] {
                        find(PlanKeys.bandWidth(number)).orElse(null),
                        find(PlanKeys.bandRate(number)).orElseThrow()
                    })
                    .toList();
        }

        private Optional<BigDecimal> find(String key) {
            return plan.terms().stream()
                    .filter(term -> term.key().equals(key) && holds(term.condition()))
                    .min(Comparator.comparing(Lookup::rank))
                    .map(PlanTerm::value);
        }

        private boolean holds(Condition condition) {
            return condition.level().map(level -> level == LEVEL).orElse(true)
                    && condition
                            .stay()
                            .map(stay -> stay == Condition.Stay.FIRST)
                            .orElse(true)
                    && condition.person().map(group -> group.includes(member)).orElse(true);
        }

        private static int rank(PlanTerm term) {
            return term.condition()
                    .person()
                    .map(group -> group == PersonGroup.POOR ? 0 : 1)
                    .orElse(2);
        }
    }
}
