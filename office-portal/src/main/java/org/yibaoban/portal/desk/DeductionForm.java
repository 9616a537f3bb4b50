package org.yibaoban.portal.desk;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.yibaoban.office.deduction.DeductionEntry;

/** A line of the payer's notice while it is entered. */
public class DeductionForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String notice = "";
    private String line = "";
    private String visit = "";
    private String department = "";
    private String item = "";
    private String rule = "";
    private String reason = "";
    private BigDecimal amount;
    private LocalDate notified;
    private LocalDate deadline;

    DeductionForm(LocalDate today) {
        this.notified = today;
    }

    DeductionEntry entry() {
        return new DeductionEntry(
                text(notice),
                text(line),
                text(visit),
                text(department),
                text(item),
                text(rule),
                text(reason),
                DeductionPage.money(amount),
                notified,
                deadline);
    }

    /** Faces gives null for a field that was left empty. */
    private static String text(String given) {
        return given == null ? "" : given.strip();
    }

    public String getNotice() {
        return notice;
    }

    public void setNotice(String notice) {
        this.notice = notice;
    }

    public String getLine() {
        return line;
    }

    public void setLine(String line) {
        this.line = line;
    }

    public String getVisit() {
        return visit;
    }

    public void setVisit(String visit) {
        this.visit = visit;
    }

    public String getDepartment() {
        return department;
    }

    public void setDepartment(String department) {
        this.department = department;
    }

    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item;
    }

    public String getRule() {
        return rule;
    }

    public void setRule(String rule) {
        this.rule = rule;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }

    public LocalDate getNotified() {
        return notified;
    }

    public void setNotified(LocalDate notified) {
        this.notified = notified;
    }

    public LocalDate getDeadline() {
        return deadline;
    }

    public void setDeadline(LocalDate deadline) {
        this.deadline = deadline;
    }
}
