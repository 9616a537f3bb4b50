package org.yibaoban.his.cdshooks;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Map;
import org.yibaoban.office.IncidentId;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.desk.OrderCheck;

/**
 * CDS Hooks 2.0: discovery and the order hooks. It answers from what is here, calls no payer and never blocks care: a
 * fault gives no cards and a log line.
 */
public final class CdsServices {

    private static final Logger LOG = System.getLogger(CdsServices.class.getName());
    private static final Map<String, String> HOOKS =
            Map.of("yibaoban-order-select", "order-select", "yibaoban-order-sign", "order-sign");
    private static final JsonObject NO_CARDS =
            Json.createObjectBuilder().add("cards", JsonValue.EMPTY_JSON_ARRAY).build();

    private final OrderCheck orders;
    private final Clock clock;

    public CdsServices(OrderCheck orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /** What {@code GET /cds-services} answers. */
    public JsonObject discovery() {
        var services = Json.createArrayBuilder();
        HOOKS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        service -> services.add(
                                Json.createObjectBuilder()
                                        .add("hook", service.getValue())
                                        .add("id", service.getKey())
                                        .add("title", "医保费用提示 / insurance advice")
                                        .add(
                                                "description",
                                                "目录类别、自费、限制支付、患者负担与科室定额 / class, self-paid items, restrictions, the patient's share and the quota")));
        return Json.createObjectBuilder().add("services", services).build();
    }

    /**
     * Answers one call.
     *
     * @throws HookFault 404 for a service that is not here, 400 for a request that is wrong
     */
    public JsonObject call(String serviceId, JsonObject body) {
        String hook = HOOKS.get(serviceId);
        if (hook == null) {
            throw new HookFault(404, "no service " + serviceId);
        }
        HookRequest request = read(body);
        if (!request.hook().equals(hook)) {
            throw new HookFault(400, "service " + serviceId + " is for hook " + hook + ", not " + request.hook());
        }
        return request.visit().isEmpty() ? NO_CARDS : advise(request);
    }

    private static HookRequest read(JsonObject body) {
        try {
            return HookRequest.read(body);
        } catch (ClassCastException otherShape) {
            throw new HookFault(400, "an element has another JSON type than CDS Hooks and FHIR give it");
        }
    }

    private JsonObject advise(HookRequest request) {
        try {
            return Json.createObjectBuilder()
                    .add("cards", Cards.of(orders.check(request.visit().orElseThrow(), request.items())))
                    .build();
        } catch (OfficeRefused refused) {
            LOG.log(Level.INFO, "order hook without advice: {0}", refused.getMessage());
            return NO_CARDS;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "order hook failed, incident " + IncidentId.next(clock), e);
            return NO_CARDS;
        }
    }
}
