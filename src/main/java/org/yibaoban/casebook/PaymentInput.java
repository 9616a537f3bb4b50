package org.yibaoban.casebook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.yibaoban.config.YamlNode;
import org.yibaoban.quota.casegroup.CaseGroup;
import org.yibaoban.quota.payment.PaymentStay;
import org.yibaoban.visit.VisitType;

/** The stays of a payment case, and how its figures are written. */
final class PaymentInput {

    private static final Set<String> KEYS = Set.of(
            "visit",
            "type",
            "department",
            "doctor",
            "patient",
            "admitted",
            "end",
            "diagnosis",
            "group",
            "charges",
            "fund");

    private PaymentInput() {}

    static PaymentStay stay(YamlNode node) {
        node.onlyKeys(KEYS);
        String visit = node.get("visit").text();
        YamlNode type = node.get("type");
        return new PaymentStay(
                visit,
                VisitType.ofKey(type.text()).orElseThrow(() -> type.fault("unknown visit type " + type.text())),
                text(node, "department", "0301"),
                text(node, "doctor", "D"),
                text(node, "patient", visit),
                node.get("admitted").date(),
                node.get("end").date(),
                node.find("diagnosis").map(YamlNode::text),
                node.find("group").map(PaymentInput::group),
                SettlementInput.money(node.get("charges")),
                node.find("fund").map(SettlementInput::money));
    }

    private static String text(YamlNode node, String key, String otherwise) {
        return node.find(key).map(YamlNode::text).orElse(otherwise);
    }

    private static CaseGroup group(YamlNode node) {
        node.onlyKeys(Set.of("code", "source"));
        YamlNode source = node.get("source");
        CaseGroup.Source known = Arrays.stream(CaseGroup.Source.values())
                .filter(one -> word(one).equals(source.text()))
                .findFirst()
                .orElseThrow(() -> source.fault("unknown source " + source.text()));
        return new CaseGroup(node.get("code").text(), known);
    }

    /** An expected figure as the results write it: a word, a number of stays, or yuan with two places. */
    static String figure(YamlNode node) {
        String text = node.text();
        return text.matches("-?\\d+\\.\\d") ? text + "0" : text;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
