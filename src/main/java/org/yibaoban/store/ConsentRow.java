package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.yibaoban.consent.Consent;
import org.yibaoban.consent.ConsentForm;
import org.yibaoban.consent.ConsentState;
import org.yibaoban.consent.Relation;
import org.yibaoban.consent.Signer;

/** A consent form, whose content never changes, and where it stands. Changed only while its visit is locked. */
@Entity
@Table(name = "consent")
public class ConsentRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @Column(name = "visit_id")
    private Long visitId;

    @Embedded
    private ConsentFormPart form;

    @Enumerated(EnumType.STRING)
    private ConsentState state = ConsentState.DUE;

    @Column(name = "changed_at")
    private LocalDateTime changedAt;

    private LocalDateTime deadline;
    private String note = "";

    @Column(name = "signer_name")
    private String signerName;

    @Enumerated(EnumType.STRING)
    private Relation relation;

    private String witness;

    @Column(name = "signed_at")
    private LocalDateTime signedAt;

    /** The database's clock at the last change. */
    @Column(name = "told_at", insertable = false, updatable = false)
    private Instant told;

    protected ConsentRow() {}

    public ConsentRow(VisitRow visit, ConsentForm form) {
        this.visitId = visit.id();
        this.form = new ConsentFormPart(form);
        this.changedAt = form.preparedAt();
    }

    /** Somebody signed, on the screen or on paper. */
    public void signed(ConsentState as, Signer signer, LocalDateTime at) {
        become(as, at, note);
        this.signerName = signer.name();
        this.relation = signer.relation();
        this.witness = signer.witness();
        this.signedAt = signer.at();
    }

    /** Treated first: to be signed until the deadline. */
    public void emergency(LocalDateTime until, String why, LocalDateTime at) {
        become(ConsentState.EMERGENCY, at, why);
        this.deadline = until;
    }

    /** Withdrawn, refused or confirmed, with the reason. */
    public void become(ConsentState next, LocalDateTime at, String why) {
        this.state = next;
        this.changedAt = at;
        this.note = why;
    }

    public Long id() {
        return id;
    }

    public Long visitId() {
        return visitId;
    }

    /** When it was last changed here. */
    public Instant told() {
        return told;
    }

    public String itemCode() {
        return form.itemCode();
    }

    /** @param visit the one that it belongs to */
    public Consent consent(VisitRow visit) {
        return new Consent(
                form.form(visit),
                state,
                Optional.ofNullable(signerName).map(name -> new Signer(name, relation, witness, signedAt)),
                Optional.ofNullable(deadline),
                changedAt,
                note);
    }
}
