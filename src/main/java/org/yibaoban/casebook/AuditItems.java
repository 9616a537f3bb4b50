package org.yibaoban.casebook;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.audit.AuditItem;
import org.yibaoban.audit.PaymentLimits;
import org.yibaoban.audit.UsageLimits;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.config.YamlNode;
import org.yibaoban.membership.Sex;

/** The items of an audit case file, by their codes. */
final class AuditItems {

    private static final Set<String> KEYS = Set.of(
            "code",
            "name",
            "charge_type",
            "class",
            "sex",
            "age_min",
            "age_max",
            "insurance",
            "level_min",
            "diagnoses",
            "visit",
            "max_per_day",
            "max_per_stay",
            "repeat_days",
            "exclusive_group",
            "therapy_class",
            "includes",
            "max_price",
            "mapped");

    private AuditItems() {}

    static Map<String, AuditItem> read(YamlNode node) {
        Map<String, AuditItem> items = new HashMap<>();
        for (YamlNode each : node.items()) {
            AuditItem item = item(each.onlyKeys(KEYS));
            if (items.put(item.code(), item) != null) {
                throw each.get("code").fault("item " + item.code() + " stands twice");
            }
        }
        return items;
    }

    private static AuditItem item(YamlNode node) {
        String code = node.get("code").text();
        return new AuditItem(
                code,
                Optional.empty(),
                node.find("name").map(YamlNode::text).orElse(code),
                chargeType(node.get("charge_type")),
                SettlementInput.itemClass(node.get("class")),
                node.find("mapped").map(YamlNode::bool).orElse(true),
                limits(node),
                usage(node));
    }

    static ChargeType chargeType(YamlNode node) {
        return ChargeType.ofKey(node.text()).orElseThrow(() -> node.fault("unknown charge type " + node.text()));
    }

    private static PaymentLimits limits(YamlNode node) {
        return new PaymentLimits(
                node.find("sex").map(AuditItems::sex),
                node.find("age_min").map(AuditItems::count),
                node.find("age_max").map(AuditItems::count),
                node.find("insurance").map(AuditItems::texts),
                node.find("level_min").map(AuditInput::level),
                node.find("diagnoses").map(AuditItems::texts),
                node.find("visit").map(AuditInput::visitType),
                node.find("max_price").map(AuditItems::notNegative));
    }

    private static UsageLimits usage(YamlNode node) {
        return new UsageLimits(
                node.find("max_per_day").map(AuditItems::notNegative),
                node.find("max_per_stay").map(AuditItems::notNegative),
                node.find("repeat_days").map(AuditItems::count),
                node.find("exclusive_group").map(YamlNode::text),
                node.find("therapy_class").map(YamlNode::text),
                Set.copyOf(node.find("includes").map(AuditItems::texts).orElse(List.of())));
    }

    /** M or F. */
    private static Sex sex(YamlNode node) {
        return sexOf(node.text()).orElseThrow(() -> node.fault("M or F, not " + node.text()));
    }

    static Optional<Sex> sexOf(String key) {
        return switch (key) {
            case "M" -> Optional.of(Sex.MALE);
            case "F" -> Optional.of(Sex.FEMALE);
            default -> Optional.empty();
        };
    }

    static List<String> texts(YamlNode node) {
        return node.items().stream().map(YamlNode::text).toList();
    }

    static BigDecimal notNegative(YamlNode node) {
        BigDecimal number = node.decimal();
        if (number.signum() < 0) {
            throw node.fault("negative: " + node.text());
        }
        return number;
    }

    private static int count(YamlNode node) {
        int count = node.integer();
        if (count < 0) {
            throw node.fault("negative: " + node.text());
        }
        return count;
    }
}
