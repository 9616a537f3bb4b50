package org.yibaoban.casebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.benefit.RegisteredDisease;
import org.yibaoban.benefit.VisitTerms;
import org.yibaoban.benefit.VisitTerms.Facility;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.config.YamlNode;
import org.yibaoban.membership.Member;
import org.yibaoban.membership.MemberCategory;
import org.yibaoban.membership.Standing;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;
import org.yibaoban.visit.VisitType;

/**
 * What goes into one settlement, as a case file states it.
 *
 * @param discharged the day by which the plan is chosen; the plan's own day of reference where it is absent
 */
record SettlementInput(
        Member member, YearToDate year, VisitTerms visit, List<BenefitLine> lines, Optional<LocalDate> discharged) {

    private static final Set<String> PERSON_KEYS = Set.of("category", "poor", "civil_servant", "account_balance");
    private static final Set<String> YEAR_KEYS = Set.of(
            "stays",
            "basic_fund",
            "large_amount",
            "serious_burden",
            "serious_illness",
            "assistance",
            "outpatient_fund",
            "disease_fund");
    private static final Set<String> VISIT_KEYS = Set.of(
            "type",
            "hospital_level",
            "facility",
            "hospital_liable",
            "fixed_price",
            "disease",
            "disease_limit",
            "discharged");
    private static final Set<String> LINE_KEYS =
            Set.of("amount", "class", "pre_self_pay_rate", "quantity", "unit_limit", "waived");

    static SettlementInput read(YamlNode node) {
        YamlNode visit = node.get("visit").onlyKeys(VISIT_KEYS);
        return new SettlementInput(
                member(node.get("person").onlyKeys(PERSON_KEYS)),
                node.find("year").map(SettlementInput::year).orElse(YearToDate.NONE),
                visit(visit, node.find("year")),
                node.get("lines").items().stream().map(SettlementInput::line).toList(),
                visit.find("discharged").map(YamlNode::date));
    }

    private static Member member(YamlNode node) {
        YamlNode category = node.get("category");
        return new Member(
                MemberCategory.ofKey(category.text())
                        .orElseThrow(() -> category.fault("unknown category " + category.text())),
                flag(node, "poor"),
                flag(node, "civil_servant"),
                amount(node, "account_balance"),
                Standing.ACTIVE);
    }

    private static YearToDate year(YamlNode node) {
        node.onlyKeys(YEAR_KEYS);
        int stays = node.find("stays").map(YamlNode::integer).orElse(0);
        if (stays < 0) {
            throw node.get("stays").fault("negative: " + stays);
        }
        return new YearToDate(
                stays,
                amount(node, "basic_fund"),
                amount(node, "large_amount"),
                amount(node, "serious_burden"),
                amount(node, "serious_illness"),
                amount(node, "assistance"),
                amount(node, "outpatient_fund"));
    }

    private static VisitTerms visit(YamlNode node, Optional<YamlNode> year) {
        YamlNode type = node.get("type");
        return new VisitTerms(
                VisitType.ofKey(type.text()).orElseThrow(() -> type.fault("unknown visit type " + type.text())),
                node.find("hospital_level").map(SettlementInput::level),
                node.find("facility").map(SettlementInput::facility),
                flag(node, "hospital_liable"),
                node.find("fixed_price").map(SettlementInput::notNegative),
                node.find("disease")
                        .map(disease -> new RegisteredDisease(
                                disease.text(),
                                node.find("disease_limit").map(SettlementInput::notNegative),
                                year.map(used -> amount(used, "disease_fund")).orElse(Money.ZERO))));
    }

    static int level(YamlNode node) {
        int level = node.integer();
        if (level < 1 || level > 3) {
            throw node.fault("a hospital level is 1, 2 or 3, not " + level);
        }
        return level;
    }

    private static Facility facility(YamlNode node) {
        return switch (node.text()) {
            case "station" -> Facility.STATION;
            case "hospital" -> Facility.HOSPITAL;
            default -> throw node.fault("a facility is station or hospital, not " + node.text());
        };
    }

    private static BenefitLine line(YamlNode node) {
        node.onlyKeys(LINE_KEYS);
        return new BenefitLine(
                money(node.get("amount")),
                itemClass(node.get("class")),
                node.find("pre_self_pay_rate").map(SettlementInput::rate),
                node.find("quantity").map(YamlNode::decimal).orElse(BigDecimal.ONE),
                node.find("unit_limit").map(SettlementInput::limit),
                flag(node, "waived"));
    }

    static ItemClass itemClass(YamlNode node) {
        return Arrays.stream(ItemClass.values())
                .filter(known -> known.name().equals(node.text()))
                .findFirst()
                .orElseThrow(() -> node.fault("class A, B or C, not " + node.text()));
    }

    private static boolean flag(YamlNode node, String key) {
        return node.find(key).map(YamlNode::bool).orElse(false);
    }

    private static Money amount(YamlNode node, String key) {
        return node.find(key).map(SettlementInput::notNegative).orElse(Money.ZERO);
    }

    private static Money notNegative(YamlNode node) {
        Money amount = money(node);
        if (amount.isNegative()) {
            throw node.fault("negative: " + amount);
        }
        return amount;
    }

    static Money money(YamlNode node) {
        BigDecimal yuan = node.decimal();
        if (yuan.stripTrailingZeros().scale() > 2) {
            throw node.fault("an amount finer than a fen: " + node.text());
        }
        return new Money(yuan);
    }

    private static Rate rate(YamlNode node) {
        try {
            return new Rate(node.decimal());
        } catch (IllegalArgumentException e) {
            throw node.fault(e.getMessage());
        }
    }

    private static BigDecimal limit(YamlNode node) {
        BigDecimal limit = node.decimal();
        if (limit.signum() < 0) {
            throw node.fault("negative: " + node.text());
        }
        return limit;
    }
}
