package org.yibaoban.portal.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Hook requests as a HIS writes them. */
public final class HookRequest {

    private HookRequest() {}

    public static String sign(String visit, String item) {
        return of(
                "order-sign",
                "\"encounterId\":\"" + visit
                        + "\",\"draftOrders\":{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{"
                        + "\"resourceType\":\"MedicationRequest\",\"id\":\"m1\",\"status\":\"draft\","
                        + "\"medicationCodeableConcept\":{\"coding\":[{\"code\":\"" + item + "\"}]}}}]}");
    }

    public static String stay(String hook, String visit) {
        return of(hook, "\"encounterId\":\"" + visit + "\"");
    }

    /**
     * The first card of an answer whose summary holds the words, such as the item's name: other tests may have brought the
     * department to its quota, whose card then comes first.
     */
    public static JsonNode card(JsonNode answer, String words) {
        return StreamSupport.stream(answer.path("cards").spliterator(), false)
                .filter(card -> card.path("summary").asText().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No card with " + words + ": " + answer));
    }

    private static String of(String hook, String context) {
        return "{\"hook\":\"" + hook + "\",\"hookInstance\":\"" + UUID.randomUUID()
                + "\",\"context\":{\"userId\":\"Practitioner/D990000000013\",\"patientId\":\"1\"," + context + "}}";
    }
}
