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
import org.yibaoban.membership.YearChange;

/** One thing that moved a person's year; never changed. */
@Entity
@Table(name = "year_entry")
public class YearEntryRow {

    /** Why the year moved. */
    enum Kind {
        /** A visit was settled. */
        SETTLED,
        /** A settled claim was taken back. */
        REVERSED,
        /** The payer reported other figures than were here: what leads from ours to its. */
        REPORTED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @Column(name = "person_year_id")
    private Long personYearId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private Instant at;

    @Column(name = "visit_id")
    private Long visitId;

    @Column(name = "claim_id")
    private Long claimId;

    @Embedded
    private YearColumns change;

    protected YearEntryRow() {}

    YearEntryRow(PersonYearRow year, Kind kind, Long visitId, Long claimId, YearChange change, Instant at) {
        this.personYearId = year.id();
        this.kind = kind;
        this.visitId = visitId;
        this.claimId = claimId;
        this.change = new YearColumns(change);
        this.at = at;
    }

    Long personYearId() {
        return personYearId;
    }

    YearChange change() {
        return change.change();
    }
}
