package org.yibaoban.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yibaoban.benefit.PlanTerm.Unit;
import org.yibaoban.membership.InsuranceType;

/**
 * A plan with all its dated figures: what a plan file says. A figure that is replaced from a day on stays here, so that
 * earlier stays compute as before.
 *
 * @param reference the day that stands in where no date is given, such as in a case file of an old plan
 * @param figures gapless over the validity for each key and condition, which the reader checks
 */
public record PlanHistory(
        String id,
        Plan.Name name,
        InsuranceType insuranceType,
        Validity validity,
        LocalDate reference,
        List<Plan.Step> layers,
        List<Figure> figures) {

    public PlanHistory {
        layers = List.copyOf(layers);
        figures = List.copyOf(figures);
    }

    /**
     * A figure over the days of its validity.
     *
     * @param value the figure itself, or the multiple where it is derived
     * @param of the key that it is a multiple of, such as last year's average wage
     */
    public record Figure(
            String key,
            Condition condition,
            Unit unit,
            BigDecimal value,
            Optional<String> of,
            String source,
            Validity validity) {}

    /** The plan on a day, empty when it is not in force then. */
    public Optional<Plan> on(LocalDate day) {
        if (!validity.includes(day)) {
            return Optional.empty();
        }
        List<PlanTerm> terms = figures.stream()
                .filter(figure -> figure.validity().includes(day))
                .map(figure -> termOf(figure, day))
                .toList();
        return Optional.of(new Plan(id, name, insuranceType, day, layers, terms));
    }

    private PlanTerm termOf(Figure figure, LocalDate day) {
        if (figure.of().isEmpty()) {
            return new PlanTerm(
                    figure.key(),
                    figure.condition(),
                    figure.unit(),
                    figure.value(),
                    figure.source(),
                    figure.validity().and(validity));
        }
        Figure base = baseOf(figure, day);
        String source = figure.source() + "; " + figure.value().toPlainString() + " x " + base.key() + " "
                + base.value().toPlainString() + " (" + base.source() + ")";
        return new PlanTerm(
                figure.key(),
                figure.condition(),
                figure.unit(),
                figure.value().multiply(base.value()),
                source,
                figure.validity().and(base.validity()).and(validity));
    }

    private Figure baseOf(Figure figure, LocalDate day) {
        String wanted = figure.of().orElseThrow();
        return figures.stream()
                .filter(base -> base.key().equals(wanted) && base.validity().includes(day))
                .findFirst()
                .orElseThrow(() -> new BenefitFault(id, wanted, "no figure on " + day + " to derive " + figure.key()));
    }
}
