package org.yibaoban.portal.desk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yibaoban.catalogue.ItemField;
import org.yibaoban.catalogue.Register;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.catalogue.Catalogues;
import org.yibaoban.office.catalogue.ItemLookup;
import org.yibaoban.office.order.OrderAdvice;
import org.yibaoban.office.order.OrderAdvisor;
import org.yibaoban.office.order.OrderedItem;
import org.yibaoban.office.order.StayReference;
import org.yibaoban.visit.VisitNumber;

/** What an order would mean for the stay that the page shows: asked as the HIS's hook asks, and nothing is kept of it. */
@Named
@ViewScoped
public class OrderTry implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 8;
    private static final BigDecimal MOST = new BigDecimal("99999");

    @Inject
    private OrderAdvisor advisor;

    @Inject
    private Catalogues catalogues;

    @Inject
    private Today today;

    @Inject
    private Notices notices;

    private String text = "";
    private transient List<ItemLookup.Found> found = List.of();
    private final List<Line> order = new ArrayList<>();
    private transient OrderAdvice advice;

    /** An item on the order that is tried; the quantity can be changed. */
    public static final class Line implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String code;
        private final String name;
        private final String unit;
        private BigDecimal quantity = BigDecimal.ONE;

        Line(String code, String name, String unit) {
            this.code = code;
            this.name = name;
            this.unit = unit;
        }

        public String getCode() {
            return code;
        }

        public String getName() {
            return name;
        }

        public String getUnit() {
            return unit;
        }

        public BigDecimal getQuantity() {
            return quantity;
        }

        public void setQuantity(BigDecimal quantity) {
            this.quantity = quantity;
        }

        OrderedItem ordered() {
            return new OrderedItem(
                    "",
                    List.of(new OrderedItem.ItemCode(OrderedItem.Owner.HOSPITAL, code)),
                    name,
                    quantity,
                    Optional.empty());
        }
    }

    /** Looks the hospital's items up by code, name or the initials of its pinyin. */
    public void find() {
        found = text.isBlank()
                ? List.of()
                : catalogues.edition().lookup().find(text, today.day(), SHOWN).stream()
                        .filter(item -> item.register() == Register.HOSPITAL && item.inForce())
                        .toList();
    }

    /** Puts an item that was found on the order, once. */
    public void add(ItemLookup.Found item) {
        if (order.stream().noneMatch(line -> line.code.equals(item.code()))) {
            order.add(new Line(
                    item.code(), item.facts().get(ItemField.NAME), item.facts().get(ItemField.UNIT)));
        }
        text = "";
        found = List.of();
        advice = null;
    }

    public void drop(Line line) {
        order.remove(line);
        advice = null;
    }

    /** Asks what the order would mean. */
    public void ask(String visit) {
        advice = null;
        if (order.stream().anyMatch(line -> !fits(line.quantity))) {
            notices.fault("try.quantity", "");
            return;
        }
        VisitNumber number = Visits.number(visit);
        try {
            advice = advisor.order(
                    new StayReference(Optional.of(number), Optional.empty(), false, Optional.empty(), Optional.empty()),
                    order.stream().map(Line::ordered).toList());
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
    }

    private static boolean fits(BigDecimal quantity) {
        return quantity != null && quantity.signum() > 0 && quantity.compareTo(MOST) <= 0 && quantity.scale() <= 4;
    }

    public List<ItemLookup.Found> getFound() {
        return found == null ? List.of() : found;
    }

    public List<Line> getOrder() {
        return order;
    }

    /** Null before it is asked for. */
    public OrderAdvice getAdvice() {
        return advice;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }
}
