package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import org.yibaoban.money.Money;

/** What of one item is due in one stay now; there is no row where nothing is. */
@Entity
@Table(name = "consent_due")
@IdClass(ConsentDueRow.Key.class)
public class ConsentDueRow {

    @Id
    @Column(name = "visit_id")
    private Long visitId;

    @Id
    @Column(name = "item_code")
    private String itemCode;

    private BigDecimal quantity;
    private Money amount;
    private boolean stops;

    protected ConsentDueRow() {}

    ConsentDueRow(Long visitId, String itemCode) {
        this.visitId = visitId;
        this.itemCode = itemCode;
    }

    void owe(BigDecimal owed, Money forAmount, boolean stopsClaim) {
        this.quantity = owed;
        this.amount = forAmount;
        this.stops = stopsClaim;
    }

    Long visitId() {
        return visitId;
    }

    String itemCode() {
        return itemCode;
    }

    Money amount() {
        return amount;
    }

    boolean stops() {
        return stops;
    }

    /** Identity of a row, as Jakarta Persistence wants it. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private Long visitId;
        private String itemCode;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && visitId.equals(key.visitId) && itemCode.equals(key.itemCode);
        }

        @Override
        public int hashCode() {
            return Objects.hash(visitId, itemCode);
        }
    }
}
