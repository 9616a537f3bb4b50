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
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.yibaoban.visit.OrderStatus;

/** An order of one item in a visit as the HIS last told it. Charges name it by its placer or filler number. */
@Entity
@Table(name = "visit_order")
public class OrderRow {

    /** What an order is for; blank where the HIS did not say. */
    public record Facts(
            String group,
            String itemName,
            Optional<BigDecimal> quantity,
            String unit,
            String department,
            String doctor,
            LocalDateTime orderedAt) {}

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @Column(name = "visit_id")
    private Long visitId;

    @Column(name = "placer_number")
    private String placer = "";

    @Column(name = "filler_number")
    private String filler = "";

    @Column(name = "group_number")
    private String group = "";

    @Column(name = "item_code")
    private String itemCode = "";

    @Column(name = "item_name")
    private String itemName = "";

    private BigDecimal quantity;
    private String unit = "";
    private String department = "";
    private String doctor = "";

    @Column(name = "ordered_at")
    private LocalDateTime orderedAt;

    @Enumerated(EnumType.STRING)
    private OrderStatus status = OrderStatus.ACTIVE;

    @Column(name = "facts_told_at")
    private LocalDateTime factsTold;

    @Column(name = "status_told_at")
    private LocalDateTime statusTold;

    /** When what was known of it was last told otherwise; null where it never was. */
    @Column(name = "changed_at")
    private LocalDateTime changedAt;

    @Column(name = "message_id")
    private Long messageId;

    protected OrderRow() {}

    /** @param itemCode blank where the HIS speaks of a number without an item */
    public OrderRow(VisitRow visit, String placer, String filler, String itemCode, LocalDateTime told, long messageId) {
        this.visitId = visit.id();
        this.itemCode = itemCode;
        numbered(placer, filler);
        this.factsTold = told;
        this.statusTold = told;
        this.messageId = messageId;
    }

    /** Takes over a number that was not known yet. */
    public final void numbered(String placer, String filler) {
        this.placer = this.placer.isEmpty() ? placer : this.placer;
        this.filler = this.filler.isEmpty() ? filler : this.filler;
    }

    /** Takes over what is said; what an older message says only where nothing is known. */
    public void describe(Facts facts, LocalDateTime told, long byMessage) {
        boolean late = told.isBefore(factsTold);
        Facts before = facts();
        group = taken(group, facts.group(), late);
        itemName = taken(itemName, facts.itemName(), late);
        unit = taken(unit, facts.unit(), late);
        department = taken(department, facts.department(), late);
        doctor = taken(doctor, facts.doctor(), late);
        if (facts.quantity().isPresent() && (quantity == null || !late)) {
            quantity = facts.quantity().get();
        }
        if (orderedAt == null || facts.orderedAt().isBefore(orderedAt)) {
            orderedAt = facts.orderedAt();
        }
        if (!late) {
            factsTold = told;
            messageId = byMessage;
        }
        if (isOtherThan(before)) {
            changedAt = told;
        }
    }

    /** Whether something that was known before is otherwise now; what was missing and is known now is no change. */
    private boolean isOtherThan(Facts before) {
        boolean otherQuantity = before.quantity()
                .filter(known -> known.compareTo(quantity) != 0)
                .isPresent();
        return otherQuantity
                || isOther(before.group(), group)
                || isOther(before.itemName(), itemName)
                || isOther(before.unit(), unit)
                || isOther(before.department(), department)
                || isOther(before.doctor(), doctor);
    }

    private static boolean isOther(String before, String now) {
        return !before.isEmpty() && !before.equals(now);
    }

    /** What an older message says of the status is past. */
    public void move(UnaryOperator<OrderStatus> step, LocalDateTime told) {
        if (!told.isBefore(statusTold)) {
            OrderStatus next = step.apply(status);
            if (next != status) {
                statusTold = told;
            }
            status = next;
        }
    }

    /** What was said of the number as a whole before this item of it was known. */
    public void standAs(OrderRow whole) {
        this.status = whole.status;
        this.statusTold = whole.statusTold;
    }

    private static String taken(String known, String said, boolean late) {
        return said.isEmpty() || (late && !known.isEmpty()) ? known : said;
    }

    Long visitId() {
        return visitId;
    }

    public String placer() {
        return placer;
    }

    public String filler() {
        return filler;
    }

    public String itemCode() {
        return itemCode;
    }

    public OrderStatus status() {
        return status;
    }

    /** When it was last changed, nothing where it is as it was first told. */
    public Optional<LocalDateTime> changedAt() {
        return Optional.ofNullable(changedAt);
    }

    public Facts facts() {
        return new Facts(group, itemName, Optional.ofNullable(quantity), unit, department, doctor, orderedAt);
    }
}
