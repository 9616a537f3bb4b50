package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** What the office asks a department about its costs, and what the department answers: once, and kept. */
@Entity
@Table(name = "quota_query")
public class QuotaQueryRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    private String department;
    private LocalDate month;
    private String subject;
    private String question;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "asked_by")
    private String askedBy;

    private String answer;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "answered_by")
    private String answeredBy;

    protected QuotaQueryRow() {}

    /** @param subject the warning or overrun that it is about */
    public QuotaQueryRow(String department, YearMonth month, String subject, String question, String by, Instant at) {
        this.department = department;
        this.month = month.atDay(1);
        this.subject = subject;
        this.question = question;
        this.askedBy = by;
        this.askedAt = at;
    }

    public void answer(String words, String by, Instant at) {
        this.answer = words;
        this.answeredBy = by;
        this.answeredAt = at;
    }

    public Long id() {
        return id;
    }

    public String department() {
        return department;
    }

    public YearMonth month() {
        return YearMonth.from(month);
    }

    public String subject() {
        return subject;
    }

    public String question() {
        return question;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public String askedBy() {
        return askedBy;
    }

    public Optional<String> answer() {
        return Optional.ofNullable(answer);
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    public String answeredBy() {
        return answeredBy == null ? "" : answeredBy;
    }
}
