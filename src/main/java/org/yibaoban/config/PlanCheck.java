package org.yibaoban.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yibaoban.benefit.Condition;
import org.yibaoban.benefit.Layer;
import org.yibaoban.benefit.PersonGroup;
import org.yibaoban.benefit.PlanHistory;
import org.yibaoban.benefit.PlanKeys;
import org.yibaoban.benefit.PlanTerm.Unit;
import org.yibaoban.benefit.VisitTerms.Facility;
import org.yibaoban.config.PlanFigures.Placed;

/** Checks that the figures of a plan fit together: no gap or overlap of days, nothing missing, nothing left over. */
final class PlanCheck {

    private final YamlNode root;
    private final PlanHistory plan;
    private final Map<String, List<Placed>> byKey;

    PlanCheck(YamlNode root, PlanHistory plan, PlanFigures figures) {
        this.root = root;
        this.plan = plan;
        this.byKey = figures.placed().stream()
                .collect(Collectors.groupingBy(
                        placed -> placed.figure().key(), LinkedHashMap::new, Collectors.toList()));
    }

    void check() {
        checkLayers();
        byKey.forEach((key, placed) -> {
            checkOwner(key, placed);
            placed.forEach(this::checkDerived);
            checkSameConditions(placed);
            checkDisease(key, placed);
            new PlanDays(plan.validity()).check(placed);
            if (!key.startsWith("fixed_price.") && !key.startsWith("base.")) {
                byDisease(placed).values().forEach(terms -> checkComplete(key, terms));
            }
        });
        checkBands();
        new PlanPairs(root, byKey).check();
    }

    private void checkLayers() {
        Set<Layer> layers = layers();
        boolean stays = layers.containsAll(Layer.OF_EVERY_STAY);
        if (!layers.isEmpty() && !stays) {
            throw root.get("layers").fault("a plan with layers needs deductible and basic_fund");
        }
        if (!stays && !byKey.containsKey(PlanKeys.OUTPATIENT_RATE)) {
            throw root.fault("the plan settles neither stays (layers) nor outpatient visits (outpatient.rate)");
        }
        if (layers.contains(Layer.LARGE_AMOUNT) && layers.contains(Layer.SERIOUS_ILLNESS)) {
            throw root.get("layers").fault("large_amount and serious_illness would both pay what lies above the cap");
        }
        for (Layer layer : layers) {
            for (String key : PlanKeys.neededBy(layer)) {
                if (!byKey.containsKey(key)) {
                    throw root.get("parameters")
                            .fault("key " + key + " is missing, which layer " + layer.key() + " needs");
                }
            }
        }
    }

    private Set<Layer> layers() {
        return plan.layers().stream().map(step -> step.layer()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void checkOwner(String key, List<Placed> placed) {
        Optional<Layer> layer = PlanKeys.layerOf(key);
        if (layer.isPresent() && !layers().contains(layer.get())) {
            throw placed.get(0)
                    .node()
                    .fault("the plan has no layer " + layer.get().key());
        }
    }

    /** A derived amount is a multiple of a base that holds for everyone, and comes out to the fen. */
    private void checkDerived(Placed placed) {
        String key = placed.figure().key();
        if (key.startsWith("base.") && !placed.figure().condition().equals(Condition.ALWAYS)) {
            throw placed.node().fault("a base holds for everyone");
        }
        placed.figure().of().ifPresent(base -> {
            YamlNode of = placed.node().get("of");
            if (!base.startsWith("base.") || !byKey.containsKey(base) || key.startsWith("base.")) {
                throw of.fault("there is no figure " + base + " to derive from");
            }
            if (placed.figure().unit() != Unit.YUAN) {
                throw of.fault("only an amount in yuan can be derived");
            }
            for (Placed one : byKey.get(base)) {
                BigDecimal amount =
                        placed.figure().value().multiply(one.figure().value());
                if (amount.stripTrailingZeros().scale() > 2) {
                    throw of.fault("the derived amount is finer than a fen: " + amount.toPlainString());
                }
            }
        });
    }

    /** Either every term of a parameter goes by the hospital level, or none; the same for facility and stay. */
    private static void checkSameConditions(List<Placed> placed) {
        Condition first = placed.get(0).figure().condition();
        for (Placed other : placed) {
            Condition condition = other.figure().condition();
            if (condition.level().isPresent() != first.level().isPresent()
                    || condition.facility().isPresent() != first.facility().isPresent()
                    || condition.stay().isPresent() != first.stay().isPresent()) {
                throw other.node().fault("all terms of a parameter go by the same of level, facility and stay");
            }
        }
    }

    /** Terms of what goes by the disease name it, others do not. */
    private static void checkDisease(String key, List<Placed> placed) {
        for (Placed one : placed) {
            if (one.figure().condition().disease().isPresent() != PlanKeys.goesByDisease(key)) {
                throw one.node()
                        .fault(
                                PlanKeys.goesByDisease(key)
                                        ? "a term of " + key + " names its disease"
                                        : key + " does not go by the disease");
            }
        }
    }

    private static Map<Optional<String>, List<Placed>> byDisease(List<Placed> placed) {
        return placed.stream()
                .collect(Collectors.groupingBy(
                        one -> one.figure().condition().disease(), LinkedHashMap::new, Collectors.toList()));
    }

    /** Every level, facility or stay has its figure, for everyone whom the layer covers. */
    private void checkComplete(String key, List<Placed> placed) {
        Optional<PersonGroup> covers = PlanKeys.layerOf(key)
                .flatMap(layer -> plan.layers().stream()
                        .filter(step -> step.layer() == layer)
                        .findFirst())
                .flatMap(step -> step.covers());
        Map<Condition, Set<Optional<PersonGroup>>> persons = placed.stream()
                .map(one -> one.figure().condition())
                .collect(Collectors.groupingBy(
                        Condition::forAnyone,
                        LinkedHashMap::new,
                        Collectors.mapping(Condition::person, Collectors.toSet())));
        for (Condition wanted : wantedBy(placed.get(0).figure().condition())) {
            Set<Optional<PersonGroup>> there = persons.getOrDefault(wanted, Set.of());
            boolean each = Stream.of(PersonGroup.IN_SERVICE, PersonGroup.RETIRED, PersonGroup.RESIDENT)
                    .allMatch(group -> there.contains(Optional.of(group)));
            if (!there.contains(Optional.<PersonGroup>empty())
                    && !each
                    && !(covers.isPresent() && there.contains(covers))) {
                throw placed.get(0).node().fault("key " + key + " has no figure for everyone " + wanted.words());
            }
        }
    }

    private static List<Condition> wantedBy(Condition sample) {
        List<Condition> wanted = new ArrayList<>();
        for (Optional<Integer> level : choices(sample.level(), List.of(1, 2, 3))) {
            for (Optional<Facility> facility : choices(sample.facility(), List.of(Facility.values()))) {
                for (Optional<Condition.Stay> stay : choices(sample.stay(), List.of(Condition.Stay.values()))) {
                    wanted.add(new Condition(level, facility, stay, Optional.empty(), sample.disease()));
                }
            }
        }
        return wanted;
    }

    private static <T> List<Optional<T>> choices(Optional<T> sample, List<T> all) {
        return sample.isEmpty()
                ? List.of(Optional.empty())
                : all.stream().map(Optional::of).toList();
    }

    /** Bands are numbered from 1 without a hole; each but the last has a width. */
    private void checkBands() {
        int last = 0;
        while (byKey.containsKey(PlanKeys.bandRate(last + 1))) {
            last++;
        }
        for (int number = last + 1; number <= PlanKeys.MOST_BANDS; number++) {
            if (byKey.containsKey(PlanKeys.bandRate(number))) {
                throw nodeOf(PlanKeys.bandRate(number)).fault("band " + (last + 1) + " is missing");
            }
        }
        for (int number = 1; number <= PlanKeys.MOST_BANDS; number++) {
            boolean width = byKey.containsKey(PlanKeys.bandWidth(number));
            if (width && number >= last) {
                throw nodeOf(PlanKeys.bandWidth(number)).fault("the last band has no width");
            }
            if (!width && number < last) {
                throw nodeOf(PlanKeys.bandRate(number)).fault("band " + number + " needs a width");
            }
        }
    }

    private YamlNode nodeOf(String key) {
        return byKey.get(key).get(0).node();
    }
}
