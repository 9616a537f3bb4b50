package org.yibaoban.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yibaoban.benefit.Condition;
import org.yibaoban.benefit.Layer;
import org.yibaoban.benefit.PersonGroup;
import org.yibaoban.benefit.Plan;
import org.yibaoban.benefit.PlanKeys;
import org.yibaoban.benefit.PlanTerm;
import org.yibaoban.membership.Member;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/**
 * The figures of a plan for one person at a hospital of level 3, first stay of the year: what the bare loop and the rules
 * are handed ready made, and our engine looks up at each settlement. A layer that does not cover the person has rates of 0.
 *
 * @param bands of serious illness, in their order
 */
public record Figures(
        Money deductible,
        Rate basicRate,
        Money basicCap,
        Rate largeRate,
        Money largeCap,
        Money threshold,
        List<Band> bands,
        Money seriousCap,
        Rate supplementInside,
        Rate supplementOutside,
        Rate assistanceRate,
        Money assistanceCap,
        boolean waives,
        Rate backstopShare,
        Money accountBalance) {

    /** @param width in yuan, null for the last band */
    public record Band(Money width, Rate rate) {}

    static final int LEVEL = 3;
    private static final String NO_CAP = "1e9";

    static Figures of(Plan plan, Member member) {
        Lookup at = new Lookup(plan, member);
        boolean account = plan.step(Layer.PERSONAL_ACCOUNT).isPresent();
        return new Figures(
                at.money(PlanKeys.DEDUCTIBLE, "0"),
                at.rate(PlanKeys.BASIC_RATE, "0"),
                at.money(PlanKeys.BASIC_CAP, NO_CAP),
                at.rate(PlanKeys.LARGE_RATE, "0"),
                at.money(PlanKeys.LARGE_CAP, NO_CAP),
                at.money(PlanKeys.SERIOUS_THRESHOLD, NO_CAP),
                at.bands(),
                at.money(PlanKeys.SERIOUS_CAP, NO_CAP),
                at.rateOf(Layer.SUPPLEMENT, PlanKeys.SUPPLEMENT_INSIDE, "0"),
                at.rateOf(Layer.SUPPLEMENT, PlanKeys.SUPPLEMENT_OUTSIDE, "0"),
                at.rateOf(Layer.ASSISTANCE, PlanKeys.ASSISTANCE_RATE, "0"),
                at.money(PlanKeys.ASSISTANCE_CAP, NO_CAP),
                at.covers(Layer.HOSPITAL_WAIVER),
                at.rateOf(Layer.BACKSTOP, PlanKeys.BACKSTOP_SHARE, "1"),
                account ? member.accountBalance() : Money.ZERO);
    }

    private record Lookup(Plan plan, Member member) {

        Money money(String key, String otherwise) {
            return find(key).map(PlanTerm::money).orElseGet(() -> Money.of(otherwise));
        }

        Rate rate(String key, String otherwise) {
            return find(key).map(PlanTerm::rate).orElseGet(() -> Rate.of(otherwise));
        }

        Rate rateOf(Layer layer, String key, String otherwise) {
            return covers(layer) ? rate(key, otherwise) : Rate.of(otherwise);
        }

        boolean covers(Layer layer) {
            return plan.step(layer).filter(step -> step.covers(member)).isPresent();
        }

        List<Band> bands() {
            return IntStream.rangeClosed(1, PlanKeys.MOST_BANDS)
                    .filter(number -> find(PlanKeys.bandRate(number)).isPresent())
                    .mapToObj(number -> new Band(
                            find(PlanKeys.bandWidth(number))
                                    .map(PlanTerm::money)
                                    .orElse(null),
                            rate(PlanKeys.bandRate(number), "0")))
                    .toList();
        }

        private Optional<PlanTerm> find(String key) {
            return plan.terms().stream()
                    .filter(term -> term.key().equals(key) && holds(term.condition()))
                    .min(Comparator.comparing(Lookup::rank));
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
