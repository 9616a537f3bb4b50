package org.yibaoban.casebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.config.YamlNode;
import org.yibaoban.money.Money;
import org.yibaoban.quota.casegroup.CaseWeight;
import org.yibaoban.quota.indicator.ChargeCell;
import org.yibaoban.quota.indicator.Measure;
import org.yibaoban.quota.indicator.Place;
import org.yibaoban.quota.indicator.Readmissions;
import org.yibaoban.quota.indicator.Settled;
import org.yibaoban.quota.indicator.Tally;
import org.yibaoban.quota.indicator.TallyBook;
import org.yibaoban.quota.indicator.VisitFacts;
import org.yibaoban.visit.VisitType;

/** What goes into the indicators of one case, as its file states it. */
final class IndicatorInput {

    private static final Set<String> VISIT_KEYS = Set.of(
            "id",
            "patient",
            "type",
            "state",
            "department",
            "ward",
            "doctor",
            "payer",
            "admitted",
            "discharged",
            "cap",
            "settled",
            "group");
    private static final Set<String> CHARGE_KEYS =
            Set.of("visit", "at", "department", "doctor", "type", "class", "large_equipment", "amount");
    private static final Set<String> GROUP_KEYS = Set.of("code", "weight", "reference_cost", "reference_days");
    private static final Set<String> PLACE_KEYS = Set.of("day", "department", "ward", "doctor", "payer");
    private static final Set<String> STATES = Set.of("planned", "open", "discharged", "cancelled");

    private final Map<String, YamlNode> nodes = new LinkedHashMap<>();
    private final Map<String, List<ChargeCell>> charges = new HashMap<>();
    private final Map<String, Long> patients = new HashMap<>();

    private IndicatorInput() {}

    static TallyBook read(YamlNode node) {
        return new IndicatorInput().book(node);
    }

    private TallyBook book(YamlNode node) {
        for (YamlNode visit : list(node, "visits")) {
            visit.onlyKeys(VISIT_KEYS);
            if (nodes.put(visit.get("id").text(), visit) != null) {
                throw visit.get("id").fault("visit " + visit.get("id").text() + " stands twice");
            }
        }
        list(node, "charges").forEach(this::charge);
        List<String> ids = new ArrayList<>(nodes.keySet());
        TallyBook book = new TallyBook();
        Readmissions.marked(ids.stream().map(id -> facts(id, ids.indexOf(id))).toList())
                .forEach(facts -> book.add(facts, charges(ids.get((int) facts.visit()))));
        list(node, "sums").forEach(sums -> sums(sums, book));
        list(node, "settled").forEach(settled -> settled(settled, book));
        return book;
    }

    private List<ChargeCell> charges(String visit) {
        return charges.getOrDefault(visit, List.of());
    }

    private void charge(YamlNode node) {
        node.onlyKeys(CHARGE_KEYS);
        YamlNode visit = node.get("visit");
        if (!nodes.containsKey(visit.text())) {
            throw visit.fault("unknown visit " + visit.text());
        }
        charges.computeIfAbsent(visit.text(), id -> new ArrayList<>())
                .add(new ChargeCell(
                        node.get("at").date(),
                        node.find("department")
                                .map(YamlNode::text)
                                .orElseGet(() -> text(nodes.get(visit.text()), "department")),
                        text(node, "doctor"),
                        AuditItems.chargeType(node.get("type")),
                        SettlementInput.itemClass(node.get("class")),
                        node.find("large_equipment").map(YamlNode::bool).orElse(false),
                        SettlementInput.money(node.get("amount")),
                        1));
    }

    private VisitFacts facts(String id, int number) {
        YamlNode node = nodes.get(id);
        Money charged = Money.sum(charges(id).stream().map(ChargeCell::amount).toList());
        Optional<LocalDate> discharged = node.find("discharged").map(YamlNode::date);
        String state = node.find("state").map(YamlNode::text).orElse(discharged.isPresent() ? "discharged" : "open");
        if (!STATES.contains(state)) {
            throw node.get("state").fault("one of " + STATES + " is expected here");
        }
        return new VisitFacts(
                number,
                patients.computeIfAbsent(node.get("patient").text(), name -> (long) patients.size()),
                AuditInput.visitType(node.get("type")) == VisitType.INPATIENT,
                state.equals("open") || state.equals("discharged"),
                place(node),
                node.get("admitted").date(),
                discharged,
                charged,
                node.find("cap")
                        .map(SettlementInput::money)
                        .filter(cap -> charged.compareTo(cap) > 0)
                        .isPresent(),
                false,
                node.find("settled").map(YamlNode::entries).map(IndicatorInput::settled),
                node.find("group").map(IndicatorInput::group));
    }

    private static Place place(YamlNode node) {
        return new Place(text(node, "department"), text(node, "ward"), text(node, "doctor"), text(node, "payer"));
    }

    private static Settled settled(Map<String, YamlNode> entries) {
        Map<SettlementField, Money> amounts = new EnumMap<>(SettlementField.class);
        entries.forEach((key, value) -> amounts.put(
                SettlementField.ofKey(key).orElseThrow(() -> value.fault("unknown key " + key)),
                SettlementInput.money(value)));
        return Settled.of(amounts);
    }

    private static CaseWeight group(YamlNode node) {
        node.onlyKeys(GROUP_KEYS);
        try {
            return new CaseWeight(
                    node.find("code").map(YamlNode::text).orElse("G"),
                    node.get("weight").decimal(),
                    node.find("reference_cost").map(SettlementInput::money),
                    node.find("reference_days").map(YamlNode::decimal));
        } catch (IllegalArgumentException e) {
            throw node.fault(e.getMessage());
        }
    }

    /** Sums of a day that stand for many visits, such as a report's. */
    private static void sums(YamlNode node, TallyBook book) {
        Tally tally = Tally.NOTHING;
        for (Map.Entry<String, YamlNode> entry : node.entries().entrySet()) {
            if (!PLACE_KEYS.contains(entry.getKey())) {
                Measure measure = Measure.ofKey(entry.getKey())
                        .orElseThrow(() -> entry.getValue().fault("unknown key " + entry.getKey()));
                BigDecimal value = entry.getValue().decimal();
                tally = tally.plus(measure, measure.isMoney() ? new Money(value).yuan() : value);
            }
        }
        book.add(place(node), node.get("day").date(), tally);
    }

    /** Layers of many settlements added up, as a report has them. */
    private static void settled(YamlNode node, TallyBook book) {
        Map<String, YamlNode> layers = new LinkedHashMap<>(node.entries());
        layers.keySet().removeAll(PLACE_KEYS);
        Settled settled = settled(layers);
        book.add(place(node), node.get("day").date(), settled.sums());
    }

    private static String text(YamlNode node, String key) {
        return node.find(key).map(YamlNode::text).orElse("");
    }

    private static List<YamlNode> list(YamlNode node, String key) {
        return node.find(key).map(YamlNode::items).orElse(List.of());
    }
}
