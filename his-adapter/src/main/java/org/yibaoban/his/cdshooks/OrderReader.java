package org.yibaoban.his.cdshooks;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.his.cdshooks.Codings.Named;
import org.yibaoban.his.cdshooks.DraftOrder.Unread;
import org.yibaoban.office.order.OrderedItem;

/** Reads the orders that a hook wants advice on: all drafts for order-sign, the selections alone for order-select. */
final class OrderReader {

    private final OrderConcepts concepts;
    private final Codings codings;
    private final List<JsonObject> bundle;

    OrderReader(JsonObject context, Prefetch prefetch, Set<String> hospitalSystems) {
        this.bundle = HookJson.objects(HookJson.requiredObject(context, "draftOrders"), "entry");
        this.concepts = new OrderConcepts(bundle, prefetch);
        this.codings = new Codings(hospitalSystems);
    }

    /** Orders that are new: one that was signed before comes again when its order is signed again, and was advised on. */
    List<DraftOrder> drafts() {
        return orders().stream().filter(OrderReader::isNew).map(this::read).toList();
    }

    List<DraftOrder> selected(JsonObject context) {
        if (!context.containsKey("selections")) {
            throw HookFault.wrong("selections is required");
        }
        List<JsonObject> orders = orders();
        List<DraftOrder> selected = new ArrayList<>();
        for (String selection : HookJson.texts(context, "selections")) {
            selected.add(orders.stream()
                    .filter(order -> selection.equals(reference(order)) || selection.endsWith("/" + reference(order)))
                    .findFirst()
                    .map(this::read)
                    .orElseGet(() -> DraftOrder.unread(JsonValue.EMPTY_JSON_OBJECT, selection, Unread.NOT_SENT)));
        }
        return selected;
    }

    /** What is referred to may stand beside the orders; it is none. */
    private List<JsonObject> orders() {
        return bundle.stream()
                .map(entry -> HookJson.requiredObject(entry, "resource"))
                .filter(resource ->
                        !Set.of("Medication", "Device").contains(HookJson.requiredText(resource, "resourceType")))
                .toList();
    }

    private static boolean isNew(JsonObject order) {
        return HookJson.text(order, "status").orElse("draft").equals("draft")
                && !HookJson.isTrue(order, "doNotPerform");
    }

    private DraftOrder read(JsonObject order) {
        String reference = reference(order);
        if (!OrderConcepts.isCharged(HookJson.requiredText(order, "resourceType"))) {
            return DraftOrder.unread(order, reference, Unread.NOT_CHARGED);
        }
        try {
            List<OrderedItem> items = new ArrayList<>();
            for (JsonObject concept : concepts.of(order)) {
                Optional<Named> named = codings.read(concept);
                if (named.isEmpty()) {
                    return DraftOrder.unread(order, reference, Unread.NO_ITEM);
                }
                items.add(item(order, reference, named.get()));
            }
            return items.isEmpty()
                    ? DraftOrder.unread(order, reference, Unread.NO_ITEM)
                    : new DraftOrder(order, reference, items, Optional.empty());
        } catch (OrderConcepts.Missing e) {
            return DraftOrder.unread(order, reference, Unread.NOT_FOUND);
        }
    }

    private static OrderedItem item(JsonObject order, String reference, Named named) {
        Optional<JsonObject> quantity = quantity(order);
        BigDecimal value =
                quantity.flatMap(given -> HookJson.decimal(given, "value")).orElse(BigDecimal.ONE);
        if (value.signum() <= 0) {
            throw HookFault.wrong("an order's quantity must be above 0");
        }
        return new OrderedItem(reference, named.codes(), named.name(), value, unit(order, quantity));
    }

    /** The dispensed or requested quantity, never the dose; one where the order says nothing. */
    private static Optional<JsonObject> quantity(JsonObject order) {
        return order.getString("resourceType", "").equals("MedicationRequest")
                ? HookJson.object(order, "dispenseRequest").flatMap(dispense -> HookJson.object(dispense, "quantity"))
                : HookJson.object(order, "quantityQuantity");
    }

    /** UCUM's 1 is a plain count. A ratio or a range is no quantity that a price could be put to. */
    private static Optional<String> unit(JsonObject order, Optional<JsonObject> quantity) {
        if (order.containsKey("quantityRange") || order.containsKey("quantityRatio")) {
            return Optional.of("范围 range");
        }
        return quantity.flatMap(given -> HookJson.text(given, "unit").or(() -> HookJson.text(given, "code")))
                .filter(unit -> !unit.equals("1"));
    }

    /** Type and id; the type alone without an id. */
    static String reference(JsonObject resource) {
        String type = HookJson.requiredText(resource, "resourceType");
        return HookJson.text(resource, "id").map(id -> type + "/" + id).orElse(type);
    }
}
