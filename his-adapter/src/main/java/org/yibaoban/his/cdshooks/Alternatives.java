package org.yibaoban.his.cdshooks;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.office.order.ItemAdvice;

/**
 * Alternatives of the catalogue as suggestions: the order goes, a draft for the other drug comes. Dose, quantity and
 * narrative belonged to the first drug and are left for the doctor to write.
 */
final class Alternatives {

    private static final Set<String> OF_THE_FIRST_DRUG = Set.of(
            "id",
            "meta",
            "text",
            "contained",
            "extension",
            "identifier",
            "medicationCodeableConcept",
            "medicationReference",
            "dosageInstruction",
            "dispenseRequest",
            "substitution");

    private Alternatives() {}

    /** None for an order of several items, nor for one that is no prescription: there is no single thing to replace. */
    static List<Card.Suggestion> of(ItemAdvice advice, List<DraftOrder> orders) {
        Optional<DraftOrder> draft = orders.stream()
                .filter(order -> order.items().contains(advice.ordered()))
                .filter(order -> order.items().size() == 1)
                .filter(order -> order.resource().getString("resourceType", "").equals("MedicationRequest"))
                .findFirst();
        return draft.map(order -> advice.alternatives().stream()
                        .map(item -> suggestion(order, item))
                        .toList())
                .orElse(List.of());
    }

    private static Card.Suggestion suggestion(DraftOrder order, CatalogueItem item) {
        JsonArrayBuilder actions = HookJson.NEW.createArrayBuilder();
        if (order.hasId()) {
            actions.add(HookJson.NEW
                    .createObjectBuilder()
                    .add("type", "delete")
                    .add("description", "撤下原医嘱 / remove the order")
                    .add("resourceId", order.reference()));
        }
        actions.add(HookJson.NEW
                .createObjectBuilder()
                .add("type", "create")
                .add("description", "新开 " + item.name() + "，剂量与数量由医生填写 / order it instead; dose and quantity are yours")
                .add("resource", rewritten(order.resource(), item)));
        return new Card.Suggestion(
                "改用 / use instead: " + ItemWords.alternative(item), item.hospitalCode(), actions.build());
    }

    private static JsonObjectBuilder rewritten(JsonObject order, CatalogueItem item) {
        JsonObjectBuilder copy = HookJson.NEW.createObjectBuilder();
        order.forEach((key, value) -> {
            if (!OF_THE_FIRST_DRUG.contains(key)) {
                copy.add(key, value);
            }
        });
        var codings = HookJson.NEW.createArrayBuilder().add(coding(Codings.HOSPITAL_ITEM, item.hospitalCode(), item));
        item.nationalCode().ifPresent(code -> codings.add(coding(Codings.NATIONAL_ITEM, code, item)));
        return copy.add("status", "draft")
                .add(
                        "medicationCodeableConcept",
                        HookJson.NEW
                                .createObjectBuilder()
                                .add("coding", codings)
                                .add("text", item.name()));
    }

    private static JsonObjectBuilder coding(String system, String code, CatalogueItem item) {
        return HookJson.NEW
                .createObjectBuilder()
                .add("system", system)
                .add("code", code)
                .add("display", item.name());
    }
}
