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
import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.review.Verdict;

/** A prescription in a sample: the drugs that a doctor of a department ordered for a visit on one day. */
@Entity
@Table(name = "review_case")
public class ReviewCaseRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @ManyToOne
    @JoinColumn(name = "sample_id")
    private ReviewSampleRow sample;

    @ManyToOne
    @JoinColumn(name = "visit_id")
    private VisitRow visit;

    private String department;
    private String doctor;
    private LocalDate day;
    private int place;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private String reason = "";
    private String reviewer;

    @Column(name = "reviewed_at")
    private Instant reviewedAt;

    protected ReviewCaseRow() {}

    public ReviewCaseRow(
            ReviewSampleRow sample, VisitRow visit, String department, String doctor, LocalDate day, int place) {
        this.sample = sample;
        this.visit = visit;
        this.department = department;
        this.doctor = doctor;
        this.day = day;
        this.place = place;
    }

    public void judge(Verdict verdict, String reason, String by, Instant at) {
        this.verdict = verdict;
        this.reason = reason;
        this.reviewer = by;
        this.reviewedAt = at;
    }

    public Long id() {
        return id;
    }

    public ReviewSampleRow sample() {
        return sample;
    }

    public VisitRow visit() {
        return visit;
    }

    public String department() {
        return department;
    }

    public String doctor() {
        return doctor;
    }

    public LocalDate day() {
        return day;
    }

    /** From 1, in the order of the draw. */
    public int place() {
        return place;
    }

    public Optional<Verdict> verdict() {
        return Optional.ofNullable(verdict);
    }

    public String reason() {
        return reason;
    }

    public Optional<String> reviewer() {
        return Optional.ofNullable(reviewer);
    }
}
