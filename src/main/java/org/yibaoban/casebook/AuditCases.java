package org.yibaoban.casebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yibaoban.audit.AuditEngine;
import org.yibaoban.audit.AuditFault;
import org.yibaoban.audit.AuditItem;
import org.yibaoban.audit.AuditRule;
import org.yibaoban.audit.AuditSettings;
import org.yibaoban.audit.Finding;
import org.yibaoban.audit.LineId;
import org.yibaoban.casebook.CaseResult.Difference;
import org.yibaoban.config.AuditReader;
import org.yibaoban.config.YamlNode;
import org.yibaoban.money.Money;

/**
 * Case files of {@code kind: audit} (spec/audit.md), audited with the rules' figures of a configuration. Expected are
 * all findings of a case, in any order; where a case states the amount of a finding, that is compared as well.
 */
public final class AuditCases implements CaseKind {

    private static final Set<String> KEYS = Set.of("kind", "items", "cases");
    private static final Set<String> CASE_KEYS =
            Set.of("name", "patient", "visit", "earlier", "consents", "lines", "expect");
    private static final Set<String> EXPECT_KEYS = Set.of("rule", "lines", "amount");
    private static final String NONE = "-";

    private final Path configDir;
    private AuditSettings settings;

    /** @param configDir the rules' figures are read from it when the first file of this kind comes */
    public AuditCases(Path configDir) {
        this.configDir = configDir;
    }

    @Override
    public String kind() {
        return "audit";
    }

    @Override
    public List<CaseResult> run(YamlNode file) {
        file.onlyKeys(KEYS);
        Map<String, AuditItem> items = AuditItems.read(file.get("items"));
        List<AuditCase> cases = new ArrayList<>();
        for (YamlNode node : file.get("cases").items()) {
            node.onlyKeys(CASE_KEYS);
            cases.add(new AuditCase(
                    node.get("name").text(), node.line(), AuditInput.read(node, items), expected(node.get("expect"))));
        }
        if (cases.isEmpty()) {
            throw file.get("cases").fault("no case");
        }
        return cases.stream().map(this::run).toList();
    }

    /** A finding by what tells it from others: rule, then lines. */
    private record Mark(AuditRule rule, SortedSet<LineId> lines) implements Comparable<Mark> {

        @Override
        public int compareTo(Mark other) {
            int byRule = rule.compareTo(other.rule);
            return byRule != 0 ? byRule : lines.toString().compareTo(other.lines.toString());
        }

        @Override
        public String toString() {
            return rule.key() + " " + lines;
        }
    }

    private record AuditCase(String name, int line, AuditInput input, Map<Mark, Optional<Money>> expected) {}

    private AuditSettings settings() {
        if (settings == null) {
            settings = AuditReader.read(configDir);
        }
        return settings;
    }

    private static Map<Mark, Optional<Money>> expected(YamlNode node) {
        Map<Mark, Optional<Money>> expected = new TreeMap<>();
        for (YamlNode each : node.items()) {
            each.onlyKeys(EXPECT_KEYS);
            YamlNode rule = each.get("rule");
            SortedSet<LineId> lines = new TreeSet<>();
            each.get("lines").items().forEach(line -> lines.add(AuditInput.lineId(line)));
            Mark mark = new Mark(
                    AuditRule.ofKey(rule.text()).orElseThrow(() -> rule.fault("unknown rule " + rule.text())), lines);
            expected.put(mark, each.find("amount").map(SettlementInput::money));
        }
        return expected;
    }

    private CaseResult run(AuditCase one) {
        try {
            Map<Mark, Money> found = new TreeMap<>();
            for (Finding finding : AuditEngine.findings(one.input().stay(), settings())) {
                found.put(new Mark(finding.rule(), finding.lines()), finding.amount());
            }
            return CaseResult.compared(one.name(), one.line(), differences(one.expected(), found));
        } catch (AuditFault fault) {
            throw one.input().fault(fault);
        }
    }

    private static List<Difference> differences(Map<Mark, Optional<Money>> expected, Map<Mark, Money> found) {
        List<Difference> differences = new ArrayList<>();
        expected.forEach((mark, amount) -> {
            Money got = found.get(mark);
            if (got == null) {
                differences.add(new Difference("missing finding", mark.toString(), NONE));
            } else if (amount.isPresent() && !got.equals(amount.get())) {
                differences.add(new Difference(mark + " amount", amount.get().toString(), got.toString()));
            }
        });
        found.forEach((mark, amount) -> {
            if (!expected.containsKey(mark)) {
                differences.add(new Difference("unexpected finding", NONE, mark.toString()));
            }
        });
        return differences;
    }
}
