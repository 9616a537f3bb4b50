package org.yibaoban.portal.desk;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.yibaoban.audit.AuditRule;
import org.yibaoban.audit.FindingQuery;
import org.yibaoban.audit.Severity;
import org.yibaoban.money.Money;

/** What the audit page's list is narrowed to. */
public class FindingFilter implements Serializable {

    private static final long serialVersionUID = 1L;

    private boolean closed;
    private AuditRule rule;
    private Severity severity;
    private String visit = "";
    private String department = "";
    private String doctor = "";
    private BigDecimal least;

    FindingQuery query() {
        return new FindingQuery(
                !closed,
                Optional.ofNullable(rule),
                Optional.ofNullable(severity),
                visit,
                department,
                doctor,
                least == null ? Money.ZERO : new Money(least.setScale(2, RoundingMode.UP)));
    }

    public boolean isClosed() {
        return closed;
    }

    public void setClosed(boolean closed) {
        this.closed = closed;
    }

    /** Null for all. */
    public AuditRule getRule() {
        return rule;
    }

    public void setRule(AuditRule rule) {
        this.rule = rule;
    }

    /** Null for all. */
    public Severity getSeverity() {
        return severity;
    }

    public void setSeverity(Severity severity) {
        this.severity = severity;
    }

    /** The beginning of a visit number. */
    public String getVisit() {
        return visit;
    }

    public void setVisit(String visit) {
        this.visit = visit == null ? "" : visit.strip();
    }

    public String getDepartment() {
        return department;
    }

    public void setDepartment(String department) {
        this.department = department == null ? "" : department;
    }

    public String getDoctor() {
        return doctor;
    }

    public void setDoctor(String doctor) {
        this.doctor = doctor == null ? "" : doctor.strip();
    }

    /** In yuan; null for no least amount. */
    public BigDecimal getLeast() {
        return least;
    }

    public void setLeast(BigDecimal least) {
        this.least = least;
    }
}
