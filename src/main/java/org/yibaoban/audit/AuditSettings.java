package org.yibaoban.audit;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.yibaoban.money.Money;

/** Severity, origin and figures of every rule, from {@code config/rules/audit.yaml}. Immutable. */
public final class AuditSettings {

    private final Map<AuditRule, Terms> rules;
    private final Map<AuditParameter, Figure> figures;
    private final Money twoPersonsAbove;

    /** @param clause where the rule comes from, as shown with its findings */
    public record Terms(Severity severity, String clause) {}

    /** @param source document and section, or "set here" */
    public record Figure(BigDecimal value, String source) {}

    /**
     * @param twoPersonsAbove in yuan
     * @throws IllegalArgumentException naming a rule or a figure that is missing, or a figure that is none of its unit
     */
    public AuditSettings(Map<AuditRule, Terms> rules, Map<AuditParameter, Figure> figures, Money twoPersonsAbove) {
        for (AuditRule rule : AuditRule.values()) {
            if (!rules.containsKey(rule)) {
                throw new IllegalArgumentException("rule " + rule.key() + " is missing");
            }
        }
        for (AuditParameter parameter : AuditParameter.values()) {
            if (!figures.containsKey(parameter)) {
                throw new IllegalArgumentException(
                        "rule " + parameter.rule().key() + ", parameter " + parameter.key() + " is missing");
            }
            requireValue(parameter, figures.get(parameter).value());
        }
        this.rules = new EnumMap<>(rules);
        this.figures = new EnumMap<>(figures);
        this.twoPersonsAbove = twoPersonsAbove;
    }

    /** @throws IllegalArgumentException when the value is none of the parameter's unit */
    public static void requireValue(AuditParameter parameter, BigDecimal value) {
        if (!parameter.unit().holds(value)) {
            throw new IllegalArgumentException(
                    parameter.key() + " is " + parameter.unit().range() + ", not " + value.toPlainString());
        }
    }

    public Severity severity(AuditRule rule) {
        return rules.get(rule).severity();
    }

    public String clause(AuditRule rule) {
        return rules.get(rule).clause();
    }

    public Figure figure(AuditParameter parameter) {
        return figures.get(parameter);
    }

    /** A finding on more money than this, in yuan, is overruled by two persons. */
    public Money twoPersonsAbove() {
        return twoPersonsAbove;
    }

    BigDecimal value(AuditParameter parameter) {
        return figures.get(parameter).value();
    }

    int whole(AuditParameter parameter) {
        return value(parameter).intValueExact();
    }
}
