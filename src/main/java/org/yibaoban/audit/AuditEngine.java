package org.yibaoban.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Runs every rule of spec/audit.md on a stay. */
public final class AuditEngine {

    private AuditEngine() {}

    /**
     * The findings in the order of the rules; the order of the stay's lines plays no part. "Two findings of the same
     * rule on the same lines are one": the first of them stands.
     *
     * @throws AuditFault for two lines of one id, and for reversing an unknown line, a reversal, or more than is left
     */
    public static List<Finding> findings(AuditStay stay, AuditSettings settings) {
        AuditedStay audited = new AuditedStay(stay);
        List<Finding> findings = new ArrayList<>();
        for (AuditRule rule : AuditRule.values()) {
            Map<SortedSet<LineId>, Finding> different = new LinkedHashMap<>();
            for (Hit hit : rule.check().on(audited, settings)) {
                Finding finding = finding(rule, hit, settings);
                different.putIfAbsent(finding.lines(), finding);
            }
            findings.addAll(different.values());
        }
        return List.copyOf(findings);
    }

    private static Finding finding(AuditRule rule, Hit hit, AuditSettings settings) {
        SortedSet<LineId> lines = new TreeSet<>();
        hit.lines().forEach(line -> lines.add(line.id()));
        return new Finding(
                rule,
                lines,
                AuditedStay.amount(hit.lines()).rounded(),
                settings.severity(rule),
                hit.chinese(),
                hit.english(),
                settings.clause(rule));
    }
}
