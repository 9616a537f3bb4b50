package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.yibaoban.money.Money;

/** A line of the append-only ledger; a reversal has a negative quantity and amount and names its line. */
@Entity
@Table(name = "charge_line")
public class ChargeLineRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @Column(name = "visit_id")
    private Long visitId;

    @Column(name = "transaction_id")
    private String transactionId;

    @Embedded
    private ItemSnapshot item;

    private BigDecimal quantity;

    @Column(name = "unit_price")
    private BigDecimal unitPrice;

    private Money amount;

    @Column(name = "service_time")
    private LocalDateTime serviceTime;

    @Column(name = "ordering_department")
    private String orderingDepartment;

    @Column(name = "ordered_by")
    private String orderedBy;

    @Column(name = "order_number")
    private String orderNumber;

    @Column(name = "reverses_id")
    private Long reversesId;

    /** The line that this one takes back while both are new: it gets its id when it is stored. */
    @Transient
    private ChargeLineRow original;

    @Column(name = "message_id")
    private Long messageId;

    @Column(name = "posted_at")
    private Instant postedAt;

    protected ChargeLineRow() {}

    /** A charge. */
    public ChargeLineRow(
            Long visitId,
            String transactionId,
            ItemSnapshot item,
            BigDecimal quantity,
            BigDecimal unitPrice,
            Money amount,
            LocalDateTime serviceTime,
            String orderingDepartment) {
        this.visitId = visitId;
        this.transactionId = transactionId;
        this.item = item;
        this.quantity = quantity;
        this.unitPrice = unitPrice;
        this.amount = amount;
        this.serviceTime = serviceTime;
        this.orderingDepartment = orderingDepartment;
    }

    /** The line that takes back {@code quantity} and {@code amount} (both positive) of this one. */
    public ChargeLineRow reversal(String byTransactionId, BigDecimal quantity, Money amount, LocalDateTime at) {
        ChargeLineRow line = new ChargeLineRow(
                visitId,
                byTransactionId,
                item.copy(),
                quantity.negate(),
                unitPrice,
                amount.negated(),
                at,
                orderingDepartment);
        line.original = this;
        return line;
    }

    /** Names the line that this one takes back, which is stored by now. */
    void link() {
        if (original != null) {
            reversesId = original.id;
        }
    }

    public ChargeLineRow ordered(Optional<String> by, Optional<String> number) {
        this.orderedBy = by.orElse(null);
        this.orderNumber = number.orElse(null);
        return this;
    }

    public ChargeLineRow postedBy(Long messageId, Instant at) {
        this.messageId = messageId;
        this.postedAt = at;
        return this;
    }

    public boolean isSelfPaid() {
        return item.isSelfPaid();
    }

    public boolean isReversal() {
        return quantity.signum() < 0;
    }

    public Long id() {
        return id;
    }

    public String transactionId() {
        return transactionId;
    }

    public ItemSnapshot item() {
        return item;
    }

    public Optional<String> nationalCode() {
        return item.nationalCode();
    }

    public Optional<String> restriction() {
        return item.restriction();
    }

    public BigDecimal quantity() {
        return quantity;
    }

    public BigDecimal unitPrice() {
        return unitPrice;
    }

    public Money amount() {
        return amount;
    }

    public LocalDateTime serviceTime() {
        return serviceTime;
    }

    public String orderingDepartment() {
        return orderingDepartment;
    }

    /** Who ordered it, where the HIS told. */
    public Optional<String> orderedBy() {
        return Optional.ofNullable(orderedBy);
    }

    public Optional<Long> reversesId() {
        return Optional.ofNullable(reversesId);
    }
}
