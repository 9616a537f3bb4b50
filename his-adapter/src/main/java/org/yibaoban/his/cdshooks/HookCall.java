package org.yibaoban.his.cdshooks;

import jakarta.json.JsonObject;
import java.util.Set;

/**
 * A CDS Hooks request, its frame read (CDS Hooks 2.0, Calling a CDS Service).
 *
 * @param user {@code context.userId}
 * @param patientId {@code context.patientId}
 */
record HookCall(
        HookService service,
        JsonObject context,
        String user,
        String patientId,
        Prefetch prefetch,
        HookSettings settings) {

    private static final Set<String> RETIRED = Set.of("medication-prescribe", "order-review");

    /** @throws HookFault 400 when a required field is missing or wrong, or the hook is another one */
    static HookCall read(HookService service, JsonObject request, FhirReader servers) {
        String hook = HookJson.requiredText(request, "hook");
        FeedbackReader.uuid("hookInstance", HookJson.requiredText(request, "hookInstance"));
        if (!hook.equals(service.hook())) {
            String why = RETIRED.contains(hook) ? "; it is retired, order-select and order-sign stand in for it" : "";
            throw HookFault.wrong("service " + service.id() + " is for hook " + service.hook() + ", not " + hook + why);
        }
        JsonObject context = HookJson.requiredObject(request, "context");
        return new HookCall(
                service,
                context,
                HookJson.requiredText(context, "userId"),
                HookJson.requiredText(context, "patientId"),
                new Prefetch(request, servers),
                HookSettings.of(request));
    }
}
