package org.yibaoban.his.cdshooks;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yibaoban.office.desk.OrderCheck.OrderedItem;
import org.yibaoban.visit.VisitNumber;

/**
 * What the office needs of a CDS Hooks request (CDS Hooks 2.0, order-select and order-sign): the visit and the items of
 * the draft orders, by the hospital's own codes.
 */
record HookRequest(String hook, Optional<VisitNumber> visit, List<OrderedItem> items) {

    /** @throws HookFault 400 when a required field is missing or wrong */
    static HookRequest read(JsonObject request) {
        String hook = text(request, "hook");
        instance(text(request, "hookInstance"));
        JsonObject context = object(request, "context");
        text(context, "userId");
        text(context, "patientId");
        return new HookRequest(hook, visit(context), items(object(context, "draftOrders")));
    }

    private static void instance(String value) {
        try {
            UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new HookFault(400, "hookInstance is no UUID");
        }
    }

    private static Optional<VisitNumber> visit(JsonObject context) {
        String encounter = context.getString("encounterId", "");
        String id = encounter.substring(encounter.lastIndexOf('/') + 1);
        try {
            return id.isBlank() ? Optional.empty() : Optional.of(new VisitNumber(id));
        } catch (IllegalArgumentException e) {
            throw new HookFault(400, "context.encounterId: " + e.getMessage());
        }
    }

    private static List<OrderedItem> items(JsonObject draftOrders) {
        List<OrderedItem> items = new ArrayList<>();
        JsonArray entries =
                draftOrders.containsKey("entry") ? draftOrders.getJsonArray("entry") : JsonValue.EMPTY_JSON_ARRAY;
        for (JsonObject entry : entries.getValuesAs(JsonObject.class)) {
            item(object(entry, "resource")).ifPresent(items::add);
        }
        return items;
    }

    /** An order names its item as a CodeableConcept: medication or code, by the resource's type. */
    private static Optional<OrderedItem> item(JsonObject order) {
        String type = order.getString("resourceType", "");
        JsonObject concept = switch (type) {
            case "MedicationRequest" -> order.getJsonObject("medicationCodeableConcept");
            case "ServiceRequest" -> order.getJsonObject("code");
            case "DeviceRequest" -> order.getJsonObject("codeCodeableConcept");
            default -> null;
        };
        if (concept == null
                || !concept.containsKey("coding")
                || concept.getJsonArray("coding").isEmpty()) {
            return Optional.empty();
        }
        JsonObject coding = concept.getJsonArray("coding").getJsonObject(0);
        String code = coding.getString("code", "");
        return code.isBlank()
                ? Optional.empty()
                : Optional.of(new OrderedItem(code, coding.getString("display", code), quantity(type, order)));
    }

    /** The dispensed or requested quantity, never the dose; one where the order says nothing. */
    private static BigDecimal quantity(String type, JsonObject order) {
        JsonObject quantity = type.equals("MedicationRequest")
                ? Optional.ofNullable(order.getJsonObject("dispenseRequest"))
                        .map(dispense -> dispense.getJsonObject("quantity"))
                        .orElse(null)
                : order.getJsonObject("quantityQuantity");
        if (quantity == null || !quantity.containsKey("value")) {
            return BigDecimal.ONE;
        }
        BigDecimal value = quantity.getJsonNumber("value").bigDecimalValue();
        if (value.signum() <= 0) {
            throw new HookFault(400, "an order's quantity must be above 0");
        }
        return value;
    }

    private static String text(JsonObject object, String key) {
        String value = object.getString(key, "");
        if (value.isBlank()) {
            throw new HookFault(400, key + " is required");
        }
        return value;
    }

    private static JsonObject object(JsonObject object, String key) {
        try {
            JsonObject value = object.getJsonObject(key);
            if (value == null) {
                throw new HookFault(400, key + " is required");
            }
            return value;
        } catch (ClassCastException | JsonException e) {
            throw new HookFault(400, key + " must be an object");
        }
    }
}
