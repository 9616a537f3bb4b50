package org.yibaoban.portal.desk;

import java.io.Serializable;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.yibaoban.audit.AuditRule;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.review.SampleAim;

/** What is filled in for a sample. */
public class SampleWish implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int USUAL = 30;
    private static final int BASE = 36;

    private LocalDate from;
    private LocalDate to;
    private String department = "";
    private String doctor = "";
    private String item = "";
    private AuditRule rule;
    private int size = USUAL;
    private String seed = "";

    /** Begins with the month so far. */
    void begin(LocalDate today) {
        to = today;
        from = today.withDayOfMonth(1);
    }

    /** @throws OfficeRefused for what cannot be drawn */
    SampleAim aim() {
        try {
            return new SampleAim(
                    from,
                    to,
                    department,
                    doctor.strip(),
                    item.strip().toUpperCase(Locale.ROOT),
                    Optional.ofNullable(rule),
                    size,
                    seed.isBlank() ? Long.toString(RANDOM.nextLong(Long.MAX_VALUE), BASE) : seed.strip());
        } catch (IllegalArgumentException wrong) {
            throw new OfficeRefused(ReasonCode.REVIEW_AIM, wrong.getMessage(), "");
        }
    }

    public AuditRule[] getRules() {
        return AuditRule.values();
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
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
        this.doctor = doctor == null ? "" : doctor;
    }

    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item == null ? "" : item;
    }

    public AuditRule getRule() {
        return rule;
    }

    public void setRule(AuditRule rule) {
        this.rule = rule;
    }

    public int getSize() {
        return size;
    }

    public void setSize(int size) {
        this.size = size;
    }

    public String getSeed() {
        return seed;
    }

    public void setSeed(String seed) {
        this.seed = seed == null ? "" : seed;
    }
}
