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
import org.yibaoban.audit.FindingDeed;

/** What became of a finding: who, when, what, why. Append-only. */
@Entity
@Table(name = "audit_event")
public class AuditEventRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @ManyToOne
    @JoinColumn(name = "finding_id")
    private AuditFindingRow finding;

    private Instant at;
    private String who;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private FindingDeed deed;

    private String text;

    protected AuditEventRow() {}

    /** @param who blank for the rules themselves */
    public AuditEventRow(AuditFindingRow finding, Instant at, String who, FindingDeed deed, String text) {
        this.finding = finding;
        this.at = at;
        this.who = who;
        this.deed = deed;
        this.text = text;
    }

    public Long findingId() {
        return finding.id();
    }

    public Instant at() {
        return at;
    }

    public String who() {
        return who;
    }

    public FindingDeed deed() {
        return deed;
    }

    public String text() {
        return text;
    }
}
