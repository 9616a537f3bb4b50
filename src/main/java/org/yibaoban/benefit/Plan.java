package org.yibaoban.benefit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.membership.Member;

/**
 * A plan as it stands on one day: its layers in order and every figure with its source and validity. Immutable.
 */
public final class Plan {

    private final String id;
    private final Name name;
    private final InsuranceType insuranceType;
    private final LocalDate day;
    private final List<Step> layers;
    private final List<PlanTerm> terms;
    private final Map<Layer, Step> byLayer = new EnumMap<>(Layer.class);
    private final Map<String, List<PlanTerm>> byKey;

    public Plan(
            String id, Name name, InsuranceType insuranceType, LocalDate day, List<Step> layers, List<PlanTerm> terms) {
        this.id = id;
        this.name = name;
        this.insuranceType = insuranceType;
        this.day = day;
        this.layers = List.copyOf(layers);
        this.layers.forEach(step -> byLayer.putIfAbsent(step.layer(), step));
        this.terms = List.copyOf(terms);
        this.byKey = this.terms.stream()
                .sorted(Comparator.comparingInt(term -> term.condition().personRank()))
                .collect(Collectors.groupingBy(PlanTerm::key));
    }

    /** What a plan is called on screens. */
    public record Name(String chinese, String english) {}

    /**
     * A layer of the plan.
     *
     * @param covers whom it covers, empty for everyone
     * @param source document and section, or "set here" with the reason
     */
    public record Step(Layer layer, Optional<PersonGroup> covers, String source, Validity validity) {

        public boolean covers(Member member) {
            return covers.map(group -> group.includes(member)).orElse(true);
        }

        Explanation.Parameter parameter() {
            return new Explanation.Parameter(
                    "layers." + layer.key(),
                    "covers " + covers.map(PersonGroup::key).orElse("everyone"),
                    "",
                    source,
                    validity.from(),
                    validity.to());
        }
    }

    public String id() {
        return id;
    }

    public Name name() {
        return name;
    }

    public InsuranceType insuranceType() {
        return insuranceType;
    }

    /** The day that the figures stand for. */
    public LocalDate day() {
        return day;
    }

    /** In the order in which they are settled. */
    public List<Step> layers() {
        return layers;
    }

    /** Every figure, in the order of the plan file. */
    public List<PlanTerm> terms() {
        return terms;
    }

    public Optional<Step> step(Layer layer) {
        return Optional.ofNullable(byLayer.get(layer));
    }

    public boolean settlesStays() {
        return byLayer.keySet().containsAll(Layer.OF_EVERY_STAY);
    }

    public boolean settlesOutpatientVisits() {
        return byKey.containsKey(PlanKeys.OUTPATIENT_RATE);
    }

    /** Whether outpatient visits for a registered disease have terms of their own. */
    public boolean settlesDisease(String code) {
        return byKey.getOrDefault(PlanKeys.DISEASE_RATE, List.of()).stream()
                .anyMatch(term -> term.condition().disease().equals(Optional.of(code)));
    }

    /**
     * The figure for this person and visit; empty when the plan has none.
     *
     * @throws BenefitFault when the plan goes by something that the visit does not state
     */
    Optional<PlanTerm> find(String key, Situation at) {
        List<PlanTerm> candidates = byKey.getOrDefault(key, List.of());
        for (PlanTerm candidate : candidates) {
            Condition condition = candidate.condition();
            if (condition.level().isPresent() && at.visit().hospitalLevel().isEmpty()) {
                throw new BenefitFault(
                        id, "visit.hospital_level", key + " goes by the hospital level, and the visit states none");
            }
            if (condition.facility().isPresent() && at.visit().facility().isEmpty()) {
                throw new BenefitFault(id, "visit.facility", key + " goes by the facility, and the visit states none");
            }
            if (condition.holds(at)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** @throws BenefitFault when the plan has no figure for this person and visit */
    PlanTerm require(String key, Situation at) {
        return find(key, at)
                .orElseThrow(() -> new BenefitFault(id, key, "the plan has no figure for this person and visit"));
    }
}
