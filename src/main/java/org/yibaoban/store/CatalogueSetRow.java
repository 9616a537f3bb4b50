package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.catalogue.ChangeSetKind;
import org.yibaoban.catalogue.ChangeSetState;
import org.yibaoban.catalogue.ItemChange;
import org.yibaoban.catalogue.Register;
import org.yibaoban.money.Rate;

/** A change set of the catalogue: from its proposal to the edition that it became, or to its rejection. */
@Entity
@Table(name = "catalogue_set")
public class CatalogueSetRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @Column(name = "load_id")
    private Long loadId;

    @Enumerated(EnumType.STRING)
    private ChangeSetKind kind;

    @Enumerated(EnumType.STRING)
    private Register register;

    private Long undoes;
    private LocalDate day;
    private boolean complete;

    @Column(name = "usual_share")
    private BigDecimal usualShare;

    private long base;

    @Enumerated(EnumType.STRING)
    private ChangeSetState state = ChangeSetState.OPEN;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    private String note = "";
    private Long edition;

    @Column(name = "released_day")
    private LocalDate releasedDay;

    private int added;
    private int changed;
    private int ended;

    protected CatalogueSetRow() {}

    /** @param day first day of its changes */
    public CatalogueSetRow(ChangeSetKind kind, Register register, LocalDate day, String by, Instant at) {
        this.kind = kind;
        this.register = register;
        this.day = day;
        this.proposedBy = by;
        this.proposedAt = at;
    }

    /** What comes from a file. */
    public CatalogueSetRow from(long load, boolean completeList, Optional<Rate> usual) {
        this.loadId = load;
        this.complete = completeList;
        this.usualShare = usual.map(Rate::share).orElse(null);
        return this;
    }

    public CatalogueSetRow undoing(long released) {
        this.undoes = released;
        return this;
    }

    /** @param edition that it is held against */
    public void heldAgainst(long edition) {
        this.base = edition;
    }

    public void counted(ItemChange.Kind what, int number) {
        switch (what) {
            case NEW -> added = number;
            case CHANGED -> changed = number;
            case ENDED -> ended = number;
        }
    }

    /** @param firstDay the day from which it counts */
    public void released(String by, Instant at, long asEdition, LocalDate firstDay) {
        decided(ChangeSetState.RELEASED, by, at);
        this.edition = asEdition;
        this.releasedDay = firstDay;
    }

    public void rejected(String by, Instant at, String why) {
        decided(ChangeSetState.REJECTED, by, at);
        this.note = why;
    }

    private void decided(ChangeSetState as, String by, Instant at) {
        this.state = as;
        this.decidedBy = by;
        this.decidedAt = at;
    }

    public Long id() {
        return id;
    }

    public Optional<Long> loadId() {
        return Optional.ofNullable(loadId);
    }

    public ChangeSetKind kind() {
        return kind;
    }

    public Register register() {
        return register;
    }

    public Optional<Long> undoes() {
        return Optional.ofNullable(undoes);
    }

    public LocalDate day() {
        return day;
    }

    public boolean isComplete() {
        return complete;
    }

    public Optional<Rate> usualShare() {
        return Optional.ofNullable(usualShare).map(Rate::new);
    }

    public long base() {
        return base;
    }

    public ChangeSetState state() {
        return state;
    }

    public String proposedBy() {
        return proposedBy;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    public String note() {
        return note;
    }

    public Optional<Long> edition() {
        return Optional.ofNullable(edition);
    }

    public Optional<LocalDate> releasedDay() {
        return Optional.ofNullable(releasedDay);
    }

    public int added() {
        return added;
    }

    public int changed() {
        return changed;
    }

    public int ended() {
        return ended;
    }
}
