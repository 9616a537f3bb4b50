package org.yibaoban.his.cdshooks;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yibaoban.office.IncidentId;
import org.yibaoban.office.order.CardLedger;
import org.yibaoban.office.order.OrderAdvisor;

/**
 * CDS Hooks 2.0: discovery, the hooks on orders and stays, and feedback. It answers from what is here, calls no payer and
 * never blocks care: a fault of the office's gives no cards and a log line, only a wrong request is refused.
 */
public final class CdsServices {

    private static final Logger LOG = System.getLogger(CdsServices.class.getName());
    private static final JsonObject NO_CARDS = HookJson.NEW
            .createObjectBuilder()
            .add("cards", JsonValue.EMPTY_JSON_ARRAY)
            .build();

    private final OrderAdvisor advisor;
    private final CardLedger ledger;
    private final FhirReader servers;
    private final Set<String> itemSystems;
    private final String portal;
    private final Clock clock;

    /**
     * The services.
     *
     * @param itemSystems further code systems that hold the hospital's item codes
     * @param portal address of the office's pages, without a slash at its end
     */
    public CdsServices(
            OrderAdvisor advisor,
            CardLedger ledger,
            FhirReader servers,
            Set<String> itemSystems,
            String portal,
            Clock clock) {
        this.advisor = advisor;
        this.ledger = ledger;
        this.servers = servers;
        this.itemSystems = Set.copyOf(itemSystems);
        this.portal = portal;
        this.clock = clock;
    }

    /** What {@code GET /cds-services} answers. */
    public JsonObject discovery() {
        return Discovery.document();
    }

    /**
     * Answers one call.
     *
     * @throws HookFault 404 for a service that is not here, 400 for a request that is wrong, 412 when what was ordered is
     *     on a server that could not be asked
     */
    public JsonObject call(String serviceId, JsonObject body) {
        HookService service = service(serviceId);
        HookCall call = HookCall.read(service, body, servers);
        try {
            HookAnswer answer = new HookAnswers(advisor, itemSystems, portal, clock).of(call);
            remember(call, answer);
            return written(answer);
        } catch (HookFault fault) {
            throw fault;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "hook " + service.hook() + " failed, incident " + IncidentId.next(clock), e);
            return NO_CARDS;
        }
    }

    /**
     * Keeps what users did with cards.
     *
     * @param client who sends it
     * @throws HookFault 404 for a service or a card that is not of here, 400 for a request that is wrong
     */
    public void feedback(String serviceId, JsonObject body, String client) {
        HookService service = service(serviceId);
        List<UUID> unknown = ledger.feedback(service.id(), client, FeedbackReader.read(body));
        if (!unknown.isEmpty()) {
            throw new HookFault(404, "not given by this service, or too long ago: card " + unknown.get(0));
        }
    }

    private static HookService service(String id) {
        return HookService.of(id).orElseThrow(() -> new HookFault(404, "no service " + id));
    }

    /** Feedback can do without; the doctor cannot do without the cards. */
    private void remember(HookCall call, HookAnswer answer) {
        if (answer.cards().isEmpty()) {
            return;
        }
        try {
            ledger.keep(answer.given(call.service().id(), call.user()));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "cards not remembered, incident " + IncidentId.next(clock), e);
        }
    }

    private static JsonObject written(HookAnswer answer) {
        JsonArray cards = CardJson.write(answer.id(), answer.cards());
        JsonObjectBuilder json = HookJson.NEW.createObjectBuilder().add("cards", cards);
        if (!answer.systemActions().isEmpty()) {
            json.add("systemActions", answer.systemActions());
        }
        return json.build();
    }
}
