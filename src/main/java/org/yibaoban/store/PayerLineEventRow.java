package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A person stopped the line to a payer, or opened it again; never changed. */
@Entity
@Table(name = "payer_line_event")
public class PayerLineEventRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    private String payer;
    private boolean stopped;
    private String reason;

    @Column(name = "by_user")
    private String by;

    private Instant at;

    protected PayerLineEventRow() {}

    public PayerLineEventRow(String payer, boolean stopped, String reason, String by, Instant at) {
        this.payer = payer;
        this.stopped = stopped;
        this.reason = reason;
        this.by = by;
        this.at = at;
    }

    public boolean stopped() {
        return stopped;
    }

    public String reason() {
        return reason;
    }

    public String by() {
        return by;
    }

    public Instant at() {
        return at;
    }
}
