package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.audit.AuditRule;
import org.yibaoban.review.SampleAim;

/** A sample of prescriptions, and whether it was published; then it does not change any more. */
@Entity
@Table(name = "review_sample")
public class ReviewSampleRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @Column(name = "drawn_at")
    private Instant drawnAt;

    @Column(name = "drawn_by")
    private String drawnBy;

    @Column(name = "from_day")
    private LocalDate from;

    @Column(name = "to_day")
    private LocalDate to;

    private String department;
    private String doctor;

    @Column(name = "item_code")
    private String item;

    private String rule;
    private int wanted;
    private String seed;
    private int candidates;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "published_by")
    private String publishedBy;

    protected ReviewSampleRow() {}

    public ReviewSampleRow(SampleAim aim, int candidates, String by, Instant at) {
        this.drawnAt = at;
        this.drawnBy = by;
        this.from = aim.from();
        this.to = aim.to();
        this.department = aim.department();
        this.doctor = aim.doctor();
        this.item = aim.item();
        this.rule = aim.rule().map(AuditRule::key).orElse("");
        this.wanted = aim.size();
        this.seed = aim.seed();
        this.candidates = candidates;
    }

    public void publish(String by, Instant at) {
        this.publishedBy = by;
        this.publishedAt = at;
    }

    public Long id() {
        return id;
    }

    public SampleAim aim() {
        return new SampleAim(from, to, department, doctor, item, AuditRule.ofKey(rule), wanted, seed);
    }

    public int candidates() {
        return candidates;
    }

    public Instant drawnAt() {
        return drawnAt;
    }

    public String drawnBy() {
        return drawnBy;
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    public Optional<String> publishedBy() {
        return Optional.ofNullable(publishedBy);
    }
}
