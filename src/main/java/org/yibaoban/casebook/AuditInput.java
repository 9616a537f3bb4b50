package org.yibaoban.casebook;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.audit.AuditFault;
import org.yibaoban.audit.AuditItem;
import org.yibaoban.audit.AuditLine;
import org.yibaoban.audit.AuditPatient;
import org.yibaoban.audit.AuditStay;
import org.yibaoban.audit.AuditVisit;
import org.yibaoban.audit.AuditVisit.Leave;
import org.yibaoban.audit.LineId;
import org.yibaoban.audit.OtherVisit;
import org.yibaoban.config.ConfigFault;
import org.yibaoban.config.YamlNode;
import org.yibaoban.membership.Sex;
import org.yibaoban.visit.VisitType;

/**
 * What goes into one audit, as a case file states it.
 *
 * @param places where each line stands in the file
 */
record AuditInput(AuditStay stay, Map<LineId, YamlNode> places) {

    private static final Set<String> PATIENT_KEYS = Set.of("sex", "birth", "insurance");
    private static final Set<String> VISIT_KEYS =
            Set.of("type", "admitted", "discharged", "hospital_level", "diagnoses", "leaves", "identity");
    private static final Set<String> EARLIER_KEYS = Set.of("type", "admitted", "discharged", "diagnoses");
    private static final Set<String> LINE_KEYS =
            Set.of("id", "item", "qty", "price", "amount", "at", "ordered", "days", "chronic", "take_home", "reverses");

    static AuditInput read(YamlNode node, Map<String, AuditItem> items) {
        Map<LineId, YamlNode> places = new HashMap<>();
        List<AuditLine> lines = list(node, "lines").stream()
                .map(each -> {
                    AuditLine line = line(each.onlyKeys(LINE_KEYS), items);
                    places.put(line.id(), each);
                    return line;
                })
                .toList();
        AuditStay stay = new AuditStay(
                patient(node.get("patient").onlyKeys(PATIENT_KEYS)),
                visit(node.get("visit").onlyKeys(VISIT_KEYS)),
                list(node, "earlier").stream().map(AuditInput::earlier).toList(),
                Set.copyOf(texts(node, "consents")),
                lines);
        return new AuditInput(stay, places);
    }

    /** A line that cannot be audited makes the file a bad one; this names the line's place and the key. */
    ConfigFault fault(AuditFault fault) {
        return fault(places.get(fault.line()), fault);
    }

    private static ConfigFault fault(YamlNode line, AuditFault fault) {
        return line.find(fault.key()).orElse(line).fault(fault.reason());
    }

    private static AuditPatient patient(YamlNode node) {
        YamlNode sex = node.get("sex");
        return new AuditPatient(
                AuditItems.sexOf(sex.text())
                        .or(() -> Optional.of(Sex.UNKNOWN)
                                .filter(none -> sex.text().equals("U")))
                        .orElseThrow(() -> sex.fault("M, F or U (unknown), not " + sex.text())),
                Optional.of(node.get("birth").date()),
                Optional.of(node.get("insurance").text()));
    }

    private static AuditVisit visit(YamlNode node) {
        Optional<YamlNode> identity = node.find("identity");
        try {
            return new AuditVisit(
                    visitType(node.get("type")),
                    time(node.get("admitted")),
                    node.find("discharged").map(AuditInput::time),
                    level(node.get("hospital_level")),
                    texts(node, "diagnoses"),
                    list(node, "leaves").stream().map(AuditInput::leave).toList(),
                    identity.filter(word -> word.text().equals("verified")).isPresent());
        } catch (IllegalArgumentException e) {
            throw node.fault(e.getMessage());
        }
    }

    private static Leave leave(YamlNode node) {
        node.onlyKeys(Set.of("from", "to"));
        try {
            return new Leave(time(node.get("from")), time(node.get("to")));
        } catch (IllegalArgumentException e) {
            throw node.fault(e.getMessage());
        }
    }

    private static OtherVisit earlier(YamlNode node) {
        node.onlyKeys(EARLIER_KEYS);
        try {
            return new OtherVisit(
                    visitType(node.get("type")),
                    time(node.get("admitted")),
                    node.find("discharged").map(AuditInput::time),
                    texts(node, "diagnoses"));
        } catch (IllegalArgumentException e) {
            throw node.fault(e.getMessage());
        }
    }

    private static AuditLine line(YamlNode node, Map<String, AuditItem> items) {
        YamlNode code = node.get("item");
        AuditItem item = items.get(code.text());
        if (item == null) {
            throw code.fault("unknown item " + code.text());
        }
        try {
            return new AuditLine(
                    lineId(node.get("id")),
                    item,
                    node.get("qty").decimal(),
                    node.get("price").decimal(),
                    SettlementInput.money(node.get("amount")),
                    time(node.get("at")),
                    node.find("ordered").map(YamlNode::text),
                    node.find("days").map(AuditItems::notNegative),
                    flag(node, "chronic"),
                    flag(node, "take_home"),
                    node.find("reverses").map(AuditInput::lineId));
        } catch (AuditFault fault) {
            throw fault(node, fault);
        }
    }

    static LineId lineId(YamlNode node) {
        if (node.text().isBlank()) {
            throw node.fault("a line needs an id");
        }
        return new LineId(node.text());
    }

    static VisitType visitType(YamlNode node) {
        return VisitType.ofKey(node.text()).orElseThrow(() -> node.fault("unknown visit type " + node.text()));
    }

    static int level(YamlNode node) {
        return SettlementInput.level(node);
    }

    private static LocalDateTime time(YamlNode node) {
        try {
            return LocalDateTime.parse(node.text());
        } catch (DateTimeParseException e) {
            throw node.fault("a time such as 2026-01-31T08:30 is expected here, not " + node.text());
        }
    }

    private static boolean flag(YamlNode node, String key) {
        return node.find(key).map(YamlNode::bool).orElse(false);
    }

    private static List<YamlNode> list(YamlNode node, String key) {
        return node.find(key).map(YamlNode::items).orElse(List.of());
    }

    private static List<String> texts(YamlNode node, String key) {
        return node.find(key).map(AuditItems::texts).orElse(List.of());
    }
}
