package org.yibaoban.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.yibaoban.audit.AuditScope.Kind;

/** Runs the rules of spec/audit.md on a stay, or again on those parts of it that new lines touch. */
public final class AuditEngine {

    private static final Map<Kind, List<AuditRule>> RULES = new EnumMap<>(Kind.class);

    static {
        Arrays.stream(Kind.values())
                .forEach(kind -> RULES.put(
                        kind,
                        Arrays.stream(AuditRule.values())
                                .filter(rule -> rule.scope() == kind)
                                .toList()));
    }

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
            findings.addAll(findings(rule, audited, settings));
        }
        return List.copyOf(findings);
    }

    /**
     * The findings of some parts of a stay.
     *
     * @param facts all but the lines
     * @param lines all lines of these parts at least
     * @param totals of the whole stay
     */
    static List<Finding> findings(
            AuditStay facts, StayLines lines, Totals totals, Collection<AuditScope> scopes, AuditSettings settings) {
        List<Finding> findings = new ArrayList<>();
        for (AuditScope scope : scopes) {
            AuditedStay part = new AuditedStay(facts, lines.in(scope), totals);
            for (AuditRule rule : RULES.get(scope.kind())) {
                findings.addAll(findings(rule, part, settings));
            }
        }
        return findings;
    }

    private static Collection<Finding> findings(AuditRule rule, AuditedStay stay, AuditSettings settings) {
        List<Hit> hits = rule.check().on(stay, settings);
        if (hits.isEmpty()) {
            return List.of();
        }
        if (hits.size() == 1 || rule.scope() == Kind.LINE) {
            return hits.stream().map(hit -> finding(rule, hit, settings)).toList();
        }
        Map<SortedSet<LineId>, Finding> different = new LinkedHashMap<>();
        for (Hit hit : hits) {
            Finding finding = finding(rule, hit, settings);
            different.putIfAbsent(finding.lines(), finding);
        }
        return different.values();
    }

    private static Finding finding(AuditRule rule, Hit hit, AuditSettings settings) {
        SortedSet<LineId> lines = new TreeSet<>();
        hit.lines().forEach(line -> lines.add(line.id()));
        return new Finding(
                rule,
                hit.lines().isEmpty()
                        ? AuditScope.of(rule.scope())
                        : AuditScope.of(rule.scope(), hit.lines().get(0).line()),
                lines,
                AuditedStay.amount(hit.lines()),
                hit,
                settings);
    }
}
