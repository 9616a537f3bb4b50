package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.yibaoban.money.Money;

/** Running counts of what is still open about a stay: consents that are due, findings of the audit. */
@Embeddable
public class OpenPoints {

    @Column(name = "consent_due")
    private Money consentDue = Money.ZERO;

    @Column(name = "consent_items")
    private int consentItems;

    @Column(name = "consent_stops")
    private int consentStops;

    @Column(name = "audit_open")
    private int auditOpen;

    @Column(name = "audit_stops")
    private int auditStops;

    @Column(name = "audit_asked")
    private int auditAsked;

    protected OpenPoints() {}

    /** Moves what consent is due for: its amount, its items, and those of them that a claim waits for. */
    void consentOwed(Money amount, int items, int stops) {
        consentDue = consentDue.plus(amount);
        consentItems += items;
        consentStops += stops;
    }

    /** Moves the numbers of findings that stand, of those that stop the claim, and of those the department is asked about. */
    public void audited(int open, int stops, int asked) {
        auditOpen += open;
        auditStops += stops;
        auditAsked += asked;
    }

    /** Charged without the consent that it needs, in yuan. */
    public Money consentDue() {
        return consentDue;
    }

    /** Number of items that consent is due for. */
    public int consentItems() {
        return consentItems;
    }

    /** How many of them a claim waits for. */
    public int consentStops() {
        return consentStops;
    }

    /** Number of findings about which something is still to be done. */
    public int auditOpen() {
        return auditOpen;
    }

    /** How many of them stop the claim. */
    public int auditStops() {
        return auditStops;
    }

    /** How many of them the department is asked about. */
    public int auditAsked() {
        return auditAsked;
    }
}
