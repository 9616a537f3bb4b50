package org.yibaoban.config;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.benefit.Condition;
import org.yibaoban.benefit.PersonGroup;
import org.yibaoban.benefit.PlanHistory.Figure;
import org.yibaoban.benefit.PlanKeys;
import org.yibaoban.benefit.PlanTerm.Unit;
import org.yibaoban.benefit.Validity;
import org.yibaoban.benefit.VisitTerms.Facility;

/**
 * The dated figures of a plan file, each with the place where it stands. What one figure can tell about itself is
 * checked here; how they fit together is checked by {@link PlanCheck}.
 */
record PlanFigures(List<Placed> placed) {

    static final Set<String> TERM_KEYS = Set.of(
            "level", "facility", "stay", "person", "disease", "value", "of", "times", "from", "to", "source", "reason");
    private static final String SET_HERE = "set here";

    /** A figure and where it was read. */
    record Placed(Figure figure, YamlNode node) {}

    List<Figure> figures() {
        return placed.stream().map(Placed::figure).toList();
    }

    static PlanFigures read(YamlNode parameters) {
        List<Placed> placed = new ArrayList<>();
        for (Map.Entry<String, YamlNode> entry : parameters.entries().entrySet()) {
            String key = entry.getKey();
            YamlNode parameter = entry.getValue();
            Unit unit = PlanKeys.unitOf(key).orElseThrow(() -> parameter.fault("unknown key " + key));
            parameter.onlyKeys(Set.of("unit", "terms"));
            String written = parameter.get("unit").text();
            if (!written.equals(unit.key())) {
                throw parameter.get("unit").fault("the unit of " + key + " is " + unit.key() + ", not " + written);
            }
            for (YamlNode term : parameter.get("terms").items()) {
                placed.add(new Placed(figure(key, unit, term), term));
            }
        }
        return new PlanFigures(placed);
    }

    private static Figure figure(String key, Unit unit, YamlNode term) {
        term.onlyKeys(TERM_KEYS);
        boolean derived = term.find("of").isPresent();
        if (derived == term.find("value").isPresent()
                || derived != term.find("times").isPresent()) {
            throw term.fault("either value, or of and times");
        }
        YamlNode number = term.get(derived ? "times" : "value");
        BigDecimal value = number.decimal();
        if (value.signum() < 0) {
            throw number.fault("negative: " + value.toPlainString());
        }
        if (!derived) {
            checkRange(unit, value, number);
        }
        return new Figure(
                key, condition(term), unit, value, term.find("of").map(YamlNode::text), source(term), validity(term));
    }

    private static void checkRange(Unit unit, BigDecimal value, YamlNode number) {
        if (unit == Unit.RATE && value.compareTo(BigDecimal.ONE) > 0) {
            throw number.fault("a rate above 1: " + value.toPlainString() + " (85 % is written 0.85)");
        }
        if (unit == Unit.YUAN && value.stripTrailingZeros().scale() > 2) {
            throw number.fault("an amount finer than a fen: " + value.toPlainString());
        }
    }

    private static Condition condition(YamlNode term) {
        return new Condition(
                term.find("level").map(PlanFigures::level),
                term.find("facility").map(node -> oneOf(Facility.values(), node)),
                term.find("stay").map(node -> oneOf(Condition.Stay.values(), node)),
                term.find("person").map(PlanFigures::person),
                term.find("disease").map(YamlNode::text));
    }

    private static int level(YamlNode node) {
        int level = node.integer();
        if (level < 1 || level > 3) {
            throw node.fault("a hospital level is 1, 2 or 3, not " + level);
        }
        return level;
    }

    static PersonGroup person(YamlNode node) {
        return PersonGroup.ofKey(node.text())
                .orElseThrow(() -> node.fault("unknown person " + node.text() + ": one of "
                        + Arrays.stream(PersonGroup.values())
                                .map(PersonGroup::key)
                                .toList()));
    }

    private static <E extends Enum<E>> E oneOf(E[] values, YamlNode node) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(node.text()))
                .findFirst()
                .orElseThrow(() -> node.fault("unknown word " + node.text()));
    }

    /** The source as it is shown: what is "set here" must say why. */
    static String source(YamlNode node) {
        String source = node.get("source").text();
        if (source.isBlank()) {
            throw node.get("source").fault("the source is blank");
        }
        Optional<String> reason = node.find("reason").map(YamlNode::text);
        if (source.equals(SET_HERE) && reason.filter(text -> !text.isBlank()).isEmpty()) {
            throw node.fault("a figure that is set here needs a reason");
        }
        return reason.map(text -> source + ": " + text).orElse(source);
    }

    static Validity validity(YamlNode node) {
        LocalDate from = node.get("from").date();
        Optional<LocalDate> to = node.find("to").map(YamlNode::date);
        if (to.filter(last -> last.isBefore(from)).isPresent()) {
            throw node.get("to").fault("ends on " + to.get() + ", before it starts on " + from);
        }
        return new Validity(from, to);
    }
}
