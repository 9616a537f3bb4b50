package org.yibaoban.portal.inbox;

import java.util.UUID;

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

    private static String of(String hook, String context) {
        return "{\"hook\":\"" + hook + "\",\"hookInstance\":\"" + UUID.randomUUID()
                + "\",\"context\":{\"userId\":\"Practitioner/D990000000013\",\"patientId\":\"1\"," + context + "}}";
    }
}
