package org.yibaoban.fhir.client;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How a payer wants to be told that a claim is taken back; a setting per payer. */
public enum ReversalMethod {
    /** {@code POST Task} with the financial task code cancel (R4; NPHIES). */
    TASK_CANCEL("task-cancel"),
    /** {@code POST Claim/$cancel} (IHE FAIS, ITI-127). */
    CANCEL_OPERATION("cancel-operation"),
    /** {@code PUT Claim?identifier=}: the claim with status cancelled (R4 core). */
    STATUS_CANCELLED("status-cancelled"),
    /** {@code POST Claim/$submit} of a claim that replaces it and takes back every item (Da Vinci PAS). */
    REPLACING_CLAIM("replacing-claim");

    private final String key;

    ReversalMethod(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** @throws IllegalArgumentException naming the known ones */
    public static ReversalMethod ofKey(String key) {
        return Arrays.stream(values())
                .filter(method -> method.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("payer reversal: " + key + " is none of "
                        + Arrays.stream(values()).map(ReversalMethod::key).collect(Collectors.joining(", "))));
    }
}
