package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yibaoban.audit.AuditRule;
import org.yibaoban.audit.Finding;
import org.yibaoban.audit.FindingState;
import org.yibaoban.audit.LineId;
import org.yibaoban.audit.Severity;
import org.yibaoban.money.Money;

/** A finding of the audit and where it stands. Changed only while its visit's row is locked; the events keep the past. */
@Entity
@Table(name = "audit_finding")
public class AuditFindingRow {

    private static final String BETWEEN = "\n";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @ManyToOne
    @JoinColumn(name = "visit_id")
    private VisitRow visit;

    @Enumerated(EnumType.STRING)
    private AuditRule rule;

    private String scope;
    private String lines;
    private Money amount;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    private String chinese;
    private String english;
    private String clause;
    private String department;
    private String doctor;

    @Enumerated(EnumType.STRING)
    private FindingState state = FindingState.OPEN;

    @Column(name = "found_at")
    private Instant foundAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "assigned_to")
    private String assignedTo = "";

    @Column(name = "proposed_by")
    private String proposedBy = "";

    private String reason = "";

    protected AuditFindingRow() {}

    /** @param department whose the finding is: that which ordered its first line, else where the patient lies */
    public AuditFindingRow(VisitRow visit, Finding finding, String department, String doctor, Instant at) {
        this.visit = visit;
        this.rule = finding.rule();
        this.department = department;
        this.doctor = doctor;
        this.foundAt = at;
        take(finding, at);
    }

    /** Takes over how the same finding looks now. */
    public final void take(Finding finding, Instant at) {
        scope = finding.scope().toString();
        lines = finding.lines().stream().map(LineId::value).collect(Collectors.joining(BETWEEN));
        amount = finding.amount();
        severity = finding.severity();
        chinese = finding.chinese();
        english = finding.english();
        clause = finding.clause();
        changedAt = at;
    }

    /** Whether it says the same as the rules do now. */
    public boolean says(Finding finding) {
        return lineIds().equals(finding.lines())
                && amount.equals(finding.amount())
                && severity == finding.severity()
                && chinese.equals(finding.chinese());
    }

    public void move(FindingState next, Instant at) {
        state = next;
        changedAt = at;
    }

    public void assignedTo(String user) {
        assignedTo = user;
    }

    /** @param user blank when nobody proposes any more */
    public void proposedBy(String user, String why) {
        proposedBy = user;
        reason = why;
    }

    public void reason(String why) {
        reason = why;
    }

    public Long id() {
        return id;
    }

    public VisitRow visit() {
        return visit;
    }

    public AuditRule rule() {
        return rule;
    }

    public String scope() {
        return scope;
    }

    public SortedSet<LineId> lineIds() {
        return lines.isEmpty()
                ? new TreeSet<>()
                : List.of(lines.split(BETWEEN)).stream()
                        .map(LineId::new)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    public Money amount() {
        return amount;
    }

    public Severity severity() {
        return severity;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    public String clause() {
        return clause;
    }

    public String department() {
        return department;
    }

    public String doctor() {
        return doctor;
    }

    public FindingState state() {
        return state;
    }

    public Instant foundAt() {
        return foundAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public String assignedTo() {
        return assignedTo;
    }

    public String proposedBy() {
        return proposedBy;
    }

    public String reason() {
        return reason;
    }
}
