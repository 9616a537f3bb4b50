package org.yibaoban.portal.desk;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yibaoban.money.Money;
import org.yibaoban.quota.Quota;
import org.yibaoban.quota.QuotaMeasure;
import org.yibaoban.quota.QuotaPeriod;
import org.yibaoban.quota.QuotaScope;

/** What the office fills in of a quota. */
public class QuotaForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private QuotaScope scope = QuotaScope.DEPARTMENT;
    private String code = "";
    private QuotaPeriod period = QuotaPeriod.MONTH;
    private QuotaMeasure measure = QuotaMeasure.TOTAL_CHARGES;
    private BigDecimal limit;
    private String levels = "80,90,100";
    private LocalDate from;
    private LocalDate to;
    private String reason = "";

    /** A blank one for a year. */
    static QuotaForm blank(int year) {
        QuotaForm form = new QuotaForm();
        form.from = LocalDate.of(year, 1, 1);
        form.to = LocalDate.of(year, 12, 31);
        return form;
    }

    static QuotaForm of(Quota quota) {
        QuotaForm form = new QuotaForm();
        form.scope = quota.scope();
        form.code = quota.scopeCode();
        form.period = quota.period();
        form.measure = quota.measure();
        form.limit = quota.limit().yuan();
        form.levels = levels(quota);
        form.from = quota.from();
        form.to = quota.to().orElse(null);
        return form;
    }

    /** @throws IllegalArgumentException or ArithmeticException saying what is filled in wrongly */
    Quota quota() {
        if (limit == null || from == null) {
            throw new IllegalArgumentException("limit / from");
        }
        return new Quota(
                scope,
                code.strip(),
                period,
                measure,
                new Money(limit),
                numbers(levels),
                from,
                Optional.ofNullable(to),
                reason);
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split("[,，]"))
                .map(String::strip)
                .map(Integer::valueOf)
                .toList();
    }

    public QuotaScope getScope() {
        return scope;
    }

    public void setScope(QuotaScope scope) {
        this.scope = scope;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code == null ? "" : code;
    }

    public QuotaPeriod getPeriod() {
        return period;
    }

    public void setPeriod(QuotaPeriod period) {
        this.period = period;
    }

    public QuotaMeasure getMeasure() {
        return measure;
    }

    public void setMeasure(QuotaMeasure measure) {
        this.measure = measure;
    }

    public BigDecimal getLimit() {
        return limit;
    }

    public void setLimit(BigDecimal limit) {
        this.limit = limit;
    }

    /** Percent, as they are typed in. */
    static String levels(Quota quota) {
        return quota.levels().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    public String getLevels() {
        return levels;
    }

    public void setLevels(String levels) {
        this.levels = levels == null ? "" : levels;
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

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }
}
