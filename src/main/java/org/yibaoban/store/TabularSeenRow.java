package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.yibaoban.money.Money;

/** That a row of a table was loaded, and as what. */
@Entity
@Table(name = "tabular_seen")
public class TabularSeenRow {

    @Id
    private String id;

    private String digest;

    @Column(name = "row_count")
    private int rowCount;

    private BigDecimal quantity;
    private Money amount;
    private int parts;

    @Column(name = "load_id")
    private long loadId;

    protected TabularSeenRow() {}

    /** @param id table and key */
    public TabularSeenRow(String id) {
        this.id = id;
    }

    public TabularSeenRow as(String digest, int rows, BigDecimal quantity, Money amount, int parts, long load) {
        this.digest = digest;
        this.rowCount = rows;
        this.quantity = quantity;
        this.amount = amount;
        this.parts = parts;
        this.loadId = load;
        return this;
    }

    public String id() {
        return id;
    }

    public String digest() {
        return digest;
    }

    public int rowCount() {
        return rowCount;
    }

    public BigDecimal quantity() {
        return quantity;
    }

    public Money amount() {
        return amount;
    }

    public int parts() {
        return parts;
    }

    public long loadId() {
        return loadId;
    }
}
