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
import java.util.Collection;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.quota.indicator.ChargeCell;
import org.yibaoban.quota.indicator.LargeEquipment;
import org.yibaoban.store.Ledger.TakenBack;
import org.yibaoban.visit.Supply;

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

    @Column(name = "supply_days")
    private BigDecimal supplyDays;

    private boolean chronic;

    @Column(name = "take_home")
    private boolean takeHome;

    @Column(name = "reverses_id")
    private Long reversesId;

    /** The line that this one takes back while both are new: it gets its id when it is stored. */
    @Transient
    private ChargeLineRow original;

    /** The sender's id of the transaction whose place this line takes; null where it has that id itself. */
    private String revises;

    @Column(name = "told_at")
    private LocalDateTime told;

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

    /**
     * The charge that stands in the place of this one, for the same transaction of the sender, day and order.
     *
     * @param word the catalogue's now
     */
    public ChargeLineRow inItsPlace(String byTransactionId, ItemSnapshot word) {
        ChargeLineRow line = new ChargeLineRow(
                visitId, byTransactionId, word, quantity, unitPrice, amount, serviceTime, orderingDepartment);
        return line.supplied(supply()).told(told).followingUp(this);
    }

    /** The line that takes so much of this one back on its own day and for who ordered it, as if it had never been. */
    public ChargeLineRow undone(String byTransactionId, TakenBack what) {
        return reversal(byTransactionId, what.quantity(), what.amount(), serviceTime)
                .followingUp(this);
    }

    private ChargeLineRow followingUp(ChargeLineRow line) {
        return ordered(line.orderedBy(), line.orderNumber())
                .revising(line.sendersId())
                .postedBy(line.messageId, line.postedAt);
    }

    /** Posted at another time than the message that told it. */
    public ChargeLineRow postedAt(Instant at) {
        this.postedAt = at;
        return this;
    }

    /** Whether this one takes back one of these. */
    boolean takesBackOneOf(Collection<ChargeLineRow> lines) {
        return original != null && lines.contains(original);
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

    public ChargeLineRow supplied(Supply supply) {
        this.supplyDays = supply.days().orElse(null);
        this.chronic = supply.chronic();
        this.takeHome = supply.takeHome();
        return this;
    }

    /** This line takes the place of a transaction that the sender changed; its own id where the change came first. */
    public ChargeLineRow revising(String transactionId) {
        this.revises = transactionId;
        return this;
    }

    public ChargeLineRow told(LocalDateTime at) {
        this.told = at;
        return this;
    }

    public ChargeLineRow postedBy(Long messageId, Instant at) {
        this.messageId = messageId;
        this.postedAt = at;
        return this;
    }

    /** Whether its item is one of large equipment is settled when it is posted; a reversal has what its line has. */
    void mark(LargeEquipment large) {
        if (original == null) {
            item.mark(large);
        } else {
            item.markLike(original.item);
        }
    }

    /** What the audit asks for, of a line that is in the ledger. */
    public AuditedLine audited() {
        return new AuditedLine(
                id,
                transactionId,
                item.audited(),
                quantity,
                unitPrice,
                amount,
                serviceTime,
                orderingDepartment,
                orderedBy().orElse(""),
                orderNumber(),
                supply(),
                reversesId());
    }

    /** What the indicators need of it. */
    ChargeCell cell() {
        return new ChargeCell(
                serviceTime.toLocalDate(),
                orderingDepartment,
                orderedBy == null ? "" : orderedBy,
                item.chargeType(),
                item.itemClass(),
                item.largeEquipment(),
                amount,
                1);
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

    public Long visitId() {
        return visitId;
    }

    public String transactionId() {
        return transactionId;
    }

    /** The transaction that a line takes back which is not stored yet; a stored one knows its row id. */
    public Optional<String> takesBack() {
        return Optional.ofNullable(original).map(line -> line.transactionId);
    }

    /** The sender's id of the transaction: its own, or that of the one whose place it takes. */
    public String sendersId() {
        return revises == null ? transactionId : revises;
    }

    /** Whether the line came of an update. */
    public boolean isRevision() {
        return revises != null;
    }

    /** Whether the line was told after this time; not known of lines before this was noted. */
    public boolean isNewerThan(LocalDateTime time) {
        return told != null && time.isBefore(told);
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

    public Optional<String> orderNumber() {
        return Optional.ofNullable(orderNumber);
    }

    /** For how long a drug was given out; nothing of a reversal. */
    public Supply supply() {
        return new Supply(Optional.ofNullable(supplyDays), chronic, takeHome);
    }

    public Instant postedAt() {
        return postedAt;
    }

    public Optional<Long> reversesId() {
        return Optional.ofNullable(reversesId);
    }
}
