package org.yibaoban.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yibaoban.audit.AuditParameter;
import org.yibaoban.audit.AuditRule;
import org.yibaoban.audit.AuditSettings;
import org.yibaoban.audit.AuditSettings.Figure;
import org.yibaoban.audit.AuditSettings.Terms;
import org.yibaoban.audit.Severity;
import org.yibaoban.money.Money;

/** Reads {@code rules/audit.yaml}: every rule with its severity and clause, and every figure with its unit and source. */
public final class AuditReader {

    private static final Set<String> RULE_KEYS = Set.of("severity", "clause", "parameters");
    private static final Set<String> FIGURE_KEYS = Set.of("value", "unit", "source");

    private final Map<AuditRule, Terms> rules = new EnumMap<>(AuditRule.class);
    private final Map<AuditParameter, Figure> figures = new EnumMap<>(AuditParameter.class);

    private AuditReader() {}

    /**
     * @param configDir the folder {@code config/}
     * @throws ConfigFault with file, line and reason; also when a rule or a figure is missing
     */
    public static AuditSettings read(Path configDir) {
        return new AuditReader()
                .settings(YamlNode.read(configDir.resolve("rules").resolve("audit.yaml")));
    }

    private AuditSettings settings(YamlNode root) {
        root.onlyKeys(Set.of("rules", "overrule"));
        Money twoPersonsAbove = twoPersonsAbove(root.get("overrule"));
        root.get("rules").entries().forEach((key, node) -> {
            AuditRule rule = AuditRule.ofKey(key).orElseThrow(() -> node.fault("unknown rule " + key));
            rule(rule, node.onlyKeys(RULE_KEYS));
        });
        try {
            return new AuditSettings(rules, figures, twoPersonsAbove);
        } catch (IllegalArgumentException e) {
            throw root.get("rules").fault(e.getMessage());
        }
    }

    private static Money twoPersonsAbove(YamlNode node) {
        node.onlyKeys(Set.of("two_persons_above"));
        YamlNode figure = node.get("two_persons_above").onlyKeys(FIGURE_KEYS);
        figure.get("source").text();
        YamlNode unit = figure.get("unit");
        if (!unit.text().equals("yuan")) {
            throw unit.fault("the unit of two_persons_above is yuan, not " + unit.text());
        }
        YamlNode value = figure.get("value");
        if (value.decimal().signum() < 0 || value.decimal().stripTrailingZeros().scale() > 2) {
            throw value.fault("an amount in yuan from 0 is expected here, not " + value.text());
        }
        return new Money(value.decimal());
    }

    private void rule(AuditRule rule, YamlNode node) {
        YamlNode severity = node.get("severity");
        rules.put(
                rule,
                new Terms(
                        Severity.ofKey(severity.text())
                                .orElseThrow(() -> severity.fault("stop or warn, not " + severity.text())),
                        node.get("clause").text()));
        List<AuditParameter> known = AuditParameter.of(rule);
        node.find("parameters")
                .ifPresent(given ->
                        given.onlyKeys(known.stream().map(AuditParameter::key).collect(Collectors.toSet())));
        for (AuditParameter parameter : known) {
            figures.put(parameter, figure(parameter, node.get("parameters").get(parameter.key())));
        }
    }

    private static Figure figure(AuditParameter parameter, YamlNode node) {
        node.onlyKeys(FIGURE_KEYS);
        YamlNode unit = node.get("unit");
        if (!unit.text().equals(parameter.unit().key())) {
            throw unit.fault(
                    "the unit of " + parameter.key() + " is " + parameter.unit().key() + ", not " + unit.text());
        }
        BigDecimal value = node.get("value").decimal();
        try {
            AuditSettings.requireValue(parameter, value);
        } catch (IllegalArgumentException e) {
            throw node.get("value").fault(e.getMessage());
        }
        return new Figure(value, node.get("source").text());
    }
}
