package org.yibaoban.config;

import java.util.Arrays;
import java.util.Set;
import org.yibaoban.quota.payment.PaymentFigure;
import org.yibaoban.quota.payment.PaymentFigure.Unit;

/** Reads the figures of a payment agreement, each with its unit and source. */
final class PaymentFigures {

    private static final Set<String> KEYS = Set.of("value", "unit", "source", "reason");

    private PaymentFigures() {}

    /**
     * @param unit the word of the unit that this figure has
     * @throws ConfigFault when it has another, no source, or a value that does not fit
     */
    static PaymentFigure read(String key, YamlNode node, String unit) {
        node.onlyKeys(KEYS);
        YamlNode written = node.get("unit");
        if (!written.text().equals(unit)) {
            throw written.fault("the unit of " + key + " is " + unit + ", not " + written.text());
        }
        Unit known = Arrays.stream(Unit.values())
                .filter(one -> one.key().equals(unit))
                .findFirst()
                .orElseThrow();
        return PaymentReader.checked(
                node.get("value"),
                () -> new PaymentFigure(key, node.get("value").decimal(), known, PlanFigures.source(node)));
    }
}
