package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.yibaoban.consent.ConsentState;

/** One step of a consent: append-only. */
@Entity
@Table(name = "consent_event")
public class ConsentEventRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @Column(name = "consent_id")
    private Long consentId;

    private Instant at;

    @Column(name = "by_user")
    private String byUser;

    @Enumerated(EnumType.STRING)
    private ConsentState state;

    private String why;

    protected ConsentEventRow() {}

    public ConsentEventRow(ConsentRow consent, Instant at, String byUser, ConsentState state, String why) {
        this.consentId = consent.id();
        this.at = at;
        this.byUser = byUser;
        this.state = state;
        this.why = why;
    }

    public Instant at() {
        return at;
    }

    public String byUser() {
        return byUser;
    }

    public ConsentState state() {
        return state;
    }

    public String why() {
        return why;
    }
}
