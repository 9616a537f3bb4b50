package org.yibaoban.his.cdshooks;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yibaoban.office.order.AnswerId;
import org.yibaoban.office.order.Cover;
import org.yibaoban.office.order.ItemAdvice;
import org.yibaoban.office.order.OrderAdvice;

/**
 * Writes what the insurance makes of each ordered item into the order itself: an update with the whole order, for a client
 * that agreed to it. An assertion is about a Coverage of the client's: without one, none is made.
 */
final class SystemActions {

    private static final String EXTENSION = "extension";

    private SystemActions() {}

    /** @param coverages the patient's active coverages, as the client has them */
    static JsonArray of(
            OrderAdvice advice, List<DraftOrder> orders, List<JsonObject> coverages, AnswerId answer, LocalDate day) {
        JsonArrayBuilder actions = HookJson.NEW.createArrayBuilder();
        coverage(coverages, advice.cover()).ifPresent(coverage -> {
            CoverageInformation information = new CoverageInformation(coverage, advice.cover(), day);
            for (DraftOrder order : orders) {
                List<ItemAdvice> items = advice.items().stream()
                        .filter(item -> order.items().contains(item.ordered()))
                        .toList();
                if (order.hasId() && !items.isEmpty()) {
                    actions.add(update(order, items, information, answer));
                }
            }
        });
        return actions.build();
    }

    /** The only one, or the one of several that names the member as the payer does: no other is certain. */
    private static Optional<String> coverage(List<JsonObject> coverages, Cover cover) {
        List<JsonObject> meant = coverages.size() == 1
                ? coverages
                : coverages.stream()
                        .filter(coverage -> cover.memberNumber()
                                .filter(number -> number.equals(coverage.getString("subscriberId", "")))
                                .isPresent())
                        .toList();
        return meant.size() == 1 ? HookJson.text(meant.get(0), "id").map(id -> "Coverage/" + id) : Optional.empty();
    }

    private static JsonObjectBuilder update(
            DraftOrder order, List<ItemAdvice> items, CoverageInformation information, AnswerId answer) {
        JsonArrayBuilder extensions = HookJson.NEW.createArrayBuilder();
        HookJson.objects(order.resource(), EXTENSION).stream()
                // what an earlier call wrote is outdated
                .filter(extension -> !CoverageInformation.URL.equals(extension.getString("url", "")))
                .forEach(extensions::add);
        items.forEach(item -> extensions.add(information.of(item, answer.value().toString())));
        JsonObjectBuilder resource = HookJson.NEW.createObjectBuilder();
        order.resource().forEach(resource::add);
        return HookJson.NEW
                .createObjectBuilder()
                .add("type", "update")
                .add("description", "写入医保支付信息 / coverage information added")
                .add("resource", resource.add(EXTENSION, extensions));
    }
}
