package org.yibaoban.his.cdshooks;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * What {@code GET /cds-services} answers. The prefetch templates are offers: whoever sends none gets the same advice where
 * the office knows the visit by its number.
 */
final class Discovery {

    private Discovery() {}

    static JsonObject document() {
        JsonArrayBuilder services = HookJson.NEW.createArrayBuilder();
        for (HookService service : HookService.values()) {
            services.add(service(service));
        }
        return HookJson.NEW.createObjectBuilder().add("services", services).build();
    }

    private static JsonObjectBuilder service(HookService service) {
        return HookJson.NEW
                .createObjectBuilder()
                .add("hook", service.hook())
                .add("id", service.id())
                .add("title", service.title())
                .add("description", service.description())
                .add(
                        "usageRequirements",
                        "encounterId 为住院号(PV1-19)，或就诊资源带有该标识"
                                + " / encounterId is the visit number (PV1-19), or the Encounter carries it as an identifier")
                .add("prefetch", prefetch(service))
                .add(
                        "extension",
                        HookJson.NEW
                                .createObjectBuilder()
                                .add(
                                        "davinci-crd.version",
                                        HookJson.NEW.createArrayBuilder().add("2.2"))
                                .add("davinci-crd.configuration-options", HookSettings.options(service)));
    }

    private static JsonObjectBuilder prefetch(HookService service) {
        JsonObjectBuilder prefetch = HookJson.NEW
                .createObjectBuilder()
                .add(Prefetch.PATIENT, "Patient/{{context.patientId}}")
                .add(Prefetch.ENCOUNTER, "Encounter/{{context.encounterId}}");
        if (service.isForOrders()) {
            prefetch.add(Prefetch.COVERAGE, "Coverage?patient={{context.patientId}}&status=active")
                    .add(
                            Prefetch.MEDICATION,
                            "Medication?_id={{context.draftOrders.entry.resource.medication.resolve().id}}");
        }
        return prefetch;
    }
}
