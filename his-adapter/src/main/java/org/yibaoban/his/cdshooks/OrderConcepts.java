package org.yibaoban.his.cdshooks;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the kinds of order (FHIR R4) say what is ordered: as a concept, or by reference to a resource that holds it, which
 * is contained, among the orders, sent beforehand or on the client's server.
 */
final class OrderConcepts {

    /** Which element of a resource that is referred to holds its concept. */
    private static final Map<String, String> CODE_OF = Map.of("Medication", "code", "Device", "type");

    private final List<JsonObject> bundle;
    private final Prefetch prefetch;

    OrderConcepts(List<JsonObject> bundle, Prefetch prefetch) {
        this.bundle = bundle;
        this.prefetch = prefetch;
    }

    /** Whether orders of this kind name something that is charged. */
    static boolean isCharged(String type) {
        return switch (type) {
            case "MedicationRequest", "ServiceRequest", "DeviceRequest", "NutritionOrder", "VisionPrescription" -> true;
            default -> false;
        };
    }

    /** @throws Missing when what the order refers to could not be had */
    List<JsonObject> of(JsonObject order) throws Missing {
        return switch (order.getString("resourceType", "")) {
            case "MedicationRequest" -> either(order, "medicationCodeableConcept", "medicationReference");
            case "DeviceRequest" -> either(order, "codeCodeableConcept", "codeReference");
            case "ServiceRequest" -> HookJson.object(order, "code").stream().toList();
            case "VisionPrescription" ->
                HookJson.objects(order, "lensSpecification").stream()
                        .flatMap(lens -> HookJson.object(lens, "product").stream())
                        .toList();
            case "NutritionOrder" -> nutrition(order);
            default -> List.of();
        };
    }

    private static List<JsonObject> nutrition(JsonObject order) {
        List<JsonObject> concepts = new ArrayList<>();
        HookJson.object(order, "oralDiet").ifPresent(diet -> concepts.addAll(HookJson.objects(diet, "type")));
        HookJson.objects(order, "supplement")
                .forEach(part -> HookJson.object(part, "type").ifPresent(concepts::add));
        HookJson.object(order, "enteralFormula")
                .ifPresent(formula -> Stream.of("baseFormulaType", "additiveType")
                        .forEach(key -> HookJson.object(formula, key).ifPresent(concepts::add)));
        return concepts;
    }

    private List<JsonObject> either(JsonObject order, String concept, String reference) throws Missing {
        Optional<JsonObject> named = HookJson.object(order, concept);
        if (named.isPresent()) {
            return List.of(named.get());
        }
        Optional<JsonObject> referring = HookJson.object(order, reference);
        if (referring.isEmpty()) {
            return List.of();
        }
        Optional<String> target = HookJson.text(referring.get(), "reference");
        if (target.isEmpty()) {
            // no more than a name: enough to say that the catalogue does not know it
            return HookJson.text(referring.get(), "display").stream()
                    .map(display -> HookJson.NEW
                            .createObjectBuilder()
                            .add("text", display)
                            .build())
                    .toList();
        }
        JsonObject found = resolve(order, target.get()).orElseThrow(Missing::new);
        return Optional.ofNullable(CODE_OF.get(found.getString("resourceType", "")))
                .flatMap(code -> HookJson.object(found, code))
                .stream()
                .toList();
    }

    private Optional<JsonObject> resolve(JsonObject order, String reference) {
        if (reference.startsWith("#")) {
            return HookJson.objects(order, "contained").stream()
                    .filter(inside -> reference.substring(1).equals(inside.getString("id", "")))
                    .findFirst();
        }
        return bundle.stream()
                .filter(entry -> reference.equals(entry.getString("fullUrl", "")))
                .flatMap(entry -> HookJson.object(entry, "resource").stream())
                .findFirst()
                .or(() -> bundle.stream()
                        .flatMap(entry -> HookJson.object(entry, "resource").stream())
                        .filter(resource -> reference.equals(OrderReader.reference(resource)))
                        .findFirst())
                .or(() -> prefetch.sent(reference))
                .or(() -> prefetch.fetch(reference));
    }

    /** What an order refers to could not be had. */
    static final class Missing extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
