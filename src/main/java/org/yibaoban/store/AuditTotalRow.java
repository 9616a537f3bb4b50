package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.yibaoban.audit.ExactAmount;
import org.yibaoban.audit.Totals;

/** The running sums that spare the audit a look at every line. Changed only while the visit's row is locked. */
@Entity
@Table(name = "audit_total")
public class AuditTotalRow {

    @Id
    @Column(name = "visit_id")
    private Long visitId;

    private ExactAmount total;
    private ExactAmount examining;

    @Column(name = "self_paid")
    private ExactAmount selfPaid;

    protected AuditTotalRow() {}

    public AuditTotalRow(Long visitId, Totals totals) {
        this.visitId = visitId;
        take(totals);
    }

    public final void take(Totals totals) {
        total = totals.total();
        examining = totals.examining();
        selfPaid = totals.selfPaid();
    }

    public Totals totals() {
        return new Totals(total, examining, selfPaid);
    }
}
