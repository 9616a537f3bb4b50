package org.yibaoban.launcher.day;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.yibaoban.launcher.day.Basket.Pick;

/** Writes CDS Hooks order-sign requests with the hospital's own item codes. */
final class OrderHook {

    static final String SERVICE = "/cds-services/yibaoban-order-sign";
    private static final String HOSPITAL_ITEM = "http://yibaoban.org/fhir/sid/medins-list-codg";

    private OrderHook() {}

    /** Drugs are ordered by MedicationRequest, everything else by ServiceRequest. */
    static Step sign(String id, Stay stay, List<Pick> picks, LocalDateTime at) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("hook", "order-sign");
        request.put(
                "hookInstance",
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString());
        ObjectNode context = request.putObject("context");
        context.put("userId", "Practitioner/" + stay.doctor().code());
        context.put("patientId", stay.person().patientNumber());
        context.put("encounterId", stay.visit());
        ObjectNode bundle = context.putObject("draftOrders");
        bundle.put("resourceType", "Bundle").put("type", "collection");
        ArrayNode entries = bundle.putArray("entry");
        for (int i = 0; i < picks.size(); i++) {
            ObjectNode resource = entries.addObject().putObject("resource");
            order(resource, id + "-" + (i + 1), stay, picks.get(i));
        }
        return new Step.Order(Phase.at(at), stay.visit(), request.toString());
    }

    private static void order(ObjectNode order, String id, Stay stay, Pick pick) {
        boolean service = !pick.isMedication();
        order.put("resourceType", service ? "ServiceRequest" : "MedicationRequest");
        order.put("id", id).put("status", "draft").put("intent", "order");
        coding(order.putObject(service ? "code" : "medicationCodeableConcept"), pick);
        order.putObject("subject").put("reference", "Patient/" + stay.person().patientNumber());
        order.putObject("encounter").put("reference", "Encounter/" + stay.visit());
        if (service) {
            order.putObject("quantityQuantity").put("value", pick.units());
        } else {
            order.putObject("dispenseRequest").putObject("quantity").put("value", pick.units());
        }
    }

    private static void coding(ObjectNode concept, Pick pick) {
        concept.putArray("coding")
                .addObject()
                .put("system", HOSPITAL_ITEM)
                .put("code", pick.code())
                .put("display", pick.name());
    }
}
