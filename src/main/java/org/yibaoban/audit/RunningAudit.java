package org.yibaoban.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A stay that grows: new lines are looked at with what they can change, and nothing else. Its findings are at any moment
 * those that {@link AuditEngine#findings} finds on the whole stay. Not for several threads.
 */
public final class RunningAudit {

    private final AuditStay facts;
    private final AuditSettings settings;
    private final StayLines lines = new StayLines();
    private final Map<AuditScope, List<Finding>> findings = new HashMap<>();
    private Totals totals = Totals.NONE;

    /** What new lines changed: every finding of the parts that they touch, as it was and as it is. */
    public record Change(Collection<AuditScope> scopes, List<Finding> before, List<Finding> after) {}

    /** Begins with the lines that the stay has. */
    public RunningAudit(AuditStay stay, AuditSettings settings) {
        this.facts = stay;
        this.settings = settings;
        lines.post(stay.lines());
        totals = Totals.of(stay);
        AuditEngine.findings(stay, settings)
                .forEach(finding -> findings.computeIfAbsent(finding.scope(), none -> new ArrayList<>())
                        .add(finding));
    }

    /**
     * Adds lines, charges and reversals in any order.
     *
     * @throws AuditFault as the whole stay would; nothing can be added any more then
     */
    public Change post(Collection<AuditLine> added) {
        Collection<AuditLine> charges = lines.post(added);
        for (AuditLine line : added) {
            totals = line.reverses()
                    .map(id -> totals.reversed(line, lines.charge(id)))
                    .orElseGet(() -> totals.charged(line));
        }
        Touched touched = Touched.by(charges, facts.visit(), totals, settings);
        List<Finding> before = new ArrayList<>();
        for (AuditScope scope : touched.scopes()) {
            List<Finding> stood = findings.remove(scope);
            if (stood != null) {
                before.addAll(stood);
            }
        }
        List<Finding> after = AuditEngine.findings(facts, lines, totals, touched.scopes(), settings);
        after.forEach(finding -> findings.computeIfAbsent(finding.scope(), none -> new ArrayList<>())
                .add(finding));
        return new Change(touched.scopes(), before, after);
    }

    /** All findings that stand, in no particular order. */
    public List<Finding> findings() {
        return findings.values().stream().flatMap(List::stream).toList();
    }

    public Totals totals() {
        return totals;
    }
}
