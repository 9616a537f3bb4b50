package org.yibaoban.casebook;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.benefit.BenefitEngine;
import org.yibaoban.benefit.BenefitFault;
import org.yibaoban.benefit.Plan;
import org.yibaoban.benefit.PlanHistory;
import org.yibaoban.benefit.Plans;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.casebook.CaseResult.Difference;
import org.yibaoban.config.PlanReader;
import org.yibaoban.config.YamlNode;
import org.yibaoban.money.Money;

/** Case files of {@code kind: settlement} (spec/settlement.md, section 4), settled by the plans of a configuration. */
public final class SettlementCases implements CaseKind {

    private static final Set<String> KEYS = Set.of("kind", "plan", "cases");
    private static final Set<String> CASE_KEYS = Set.of("name", "person", "year", "visit", "lines", "expect");

    private final Path configDir;
    private final Optional<PlanHistory> candidate;
    private Plans plans;

    /**
     * @param configDir the plans are read from it when the first file of this kind comes
     * @param candidate a plan that is not in force yet and takes the place of the one of its id
     */
    public SettlementCases(Path configDir, Optional<PlanHistory> candidate) {
        this.configDir = configDir;
        this.candidate = candidate;
    }

    @Override
    public String kind() {
        return "settlement";
    }

    @Override
    public List<CaseResult> run(YamlNode file) {
        file.onlyKeys(KEYS);
        String planId = file.get("plan").text();
        if (plans().history(planId).isEmpty()) {
            throw file.get("plan").fault("unknown plan " + planId + ", known are " + plans().ids());
        }
        List<SettlementCase> cases = new ArrayList<>();
        for (YamlNode node : file.get("cases").items()) {
            cases.add(read(node, planId));
        }
        if (cases.isEmpty()) {
            throw file.get("cases").fault("no case stands here");
        }
        return cases.stream().map(SettlementCases::run).toList();
    }

    private Plans plans() {
        if (plans == null) {
            Plans configured = PlanReader.read(configDir);
            plans = candidate.map(configured::with).orElse(configured);
        }
        return plans;
    }

    /** A case as read, with its plan as of the day of discharge. */
    private record SettlementCase(
            String name, int line, Plan plan, SettlementInput input, Map<SettlementField, Money> expected) {}

    private SettlementCase read(YamlNode node, String planId) {
        node.onlyKeys(CASE_KEYS);
        SettlementInput input = SettlementInput.read(node);
        Optional<LocalDate> discharged = input.discharged();
        Plan plan = discharged
                .map(day -> plans().inForce(planId, day))
                .orElseGet(() -> plans().atReference(planId))
                .orElseThrow(() -> node.get("visit").get("discharged").fault("plan " + planId + " is not in force"));
        return new SettlementCase(node.get("name").text(), node.line(), plan, input, expected(node.get("expect")));
    }

    private static Map<SettlementField, Money> expected(YamlNode node) {
        Map<SettlementField, Money> expected = new EnumMap<>(SettlementField.class);
        node.entries().forEach((key, value) -> {
            SettlementField field = SettlementField.ofKey(key).orElseThrow(() -> value.fault("unknown key " + key));
            expected.put(field, SettlementInput.money(value));
        });
        if (expected.isEmpty()) {
            throw node.fault("no field is expected");
        }
        return expected;
    }

    private static CaseResult run(SettlementCase one) {
        SettlementInput input = one.input();
        try {
            Settlement settlement =
                    BenefitEngine.settle(one.plan(), input.member(), input.year(), input.visit(), input.lines());
            return CaseResult.compared(one.name(), one.line(), differences(one.expected(), settlement));
        } catch (BenefitFault fault) {
            return CaseResult.failed(one.name(), one.line(), fault.getMessage());
        }
    }

    private static List<Difference> differences(Map<SettlementField, Money> expected, Settlement settlement) {
        List<Difference> differences = new ArrayList<>();
        expected.forEach((field, amount) -> {
            Money got = settlement.amount(field);
            if (!got.equals(amount)) {
                differences.add(new Difference(field.key(), amount.toString(), got.toString()));
            }
        });
        return differences;
    }
}
