package org.yibaoban.portal.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** What users do with cards comes back and is kept with whose and what the card was. */
class HookFeedbackIT extends ServerTest {

    private static final String SERVICE = "/cds-services/yibaoban-order-sign";

    private final OfficeClient his = OfficeClient.as("his");
    private HisStay stay;
    private JsonNode card;

    @BeforeEach
    void aCardWasGiven() throws Exception {
        stay = new HisStay(Person.stranger());
        HisLine.send(stay.admit());
        card = card("OWN001", "复方营养因子");
    }

    private JsonNode card(String item, String name) throws Exception {
        return HookRequest.card(
                his.post(SERVICE, HookRequest.sign(stay.visit(), item)).json(), name);
    }

    @Test
    void anOverriddenCardIsKeptWithItsReasonVisitUserAndItem() throws Exception {
        Answer answer = feedback(overridden(card.path("uuid").asText(), "2026-11-22T08:30:00+08:00"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(kept())
                .isEqualTo("yibaoban-order-sign|" + stay.visit() + "|Practitioner/D990000000013|ITEM|OWN001|overridden|"
                        + "|consent-signed|已签|his");
    }

    @Test
    void theSameFeedbackAgainIsKeptOnceAndALaterOneBesideIt() throws Exception {
        String uuid = card.path("uuid").asText();
        feedback(overridden(uuid, "2026-11-22T08:30:00Z"));
        feedback(overridden(uuid, "2026-11-22T16:30:00+08:00"));
        feedback(overridden(uuid, "2026-11-22T09:00:00Z"));

        assertThat(OfficeDatabase.value("select count(*) from cds_feedback where card = cast(? as uuid)", uuid))
                .isEqualTo("2");
    }

    @Test
    void anAcceptedSuggestionIsKeptAsTheItemThatWasTaken() throws Exception {
        card = card("Y00011", "奥美拉唑");
        JsonNode suggestion = card.path("suggestions").get(0);
        String taken = suggestion
                .at("/actions/1/resource/medicationCodeableConcept/coding/0/code")
                .asText();
        assertThat(taken).isNotBlank();

        Answer answer = feedback("{\"card\":" + card.path("uuid")
                + ",\"outcome\":\"accepted\",\"acceptedSuggestions\":[{\"id\":" + suggestion.path("uuid")
                + "}],\"outcomeTimestamp\":\"2026-11-22T08:30:00Z\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(kept()).contains("|accepted|" + taken + "|");
    }

    @Test
    void aCardThatWasNeverGivenIs404AndNothingIsKept() throws Exception {
        String known = overridden(card.path("uuid").asText(), "2026-11-22T08:30:00Z");
        String unknown = overridden(UUID.randomUUID().toString(), "2026-11-22T08:30:00Z");

        assertThat(feedback(known + "," + unknown).status()).isEqualTo(404);
        assertThat(his.post("/cds-services/yibaoban-order-select/feedback", "{\"feedback\":[" + known + "]}")
                        .status())
                .isEqualTo(404);
        assertThat(OfficeDatabase.value("select count(*) from cds_feedback where visit_number = ?", stay.visit()))
                .isEqualTo("0");
    }

    @Test
    void wrongFeedbackIs400AndFeedbackIsForTheHisAlone() throws Exception {
        String uuid = card.path("uuid").asText();

        assertThat(feedback(overridden("no-uuid", "2026-11-22T08:30:00Z")).status())
                .isEqualTo(400);
        assertThat(feedback(overridden(uuid, "yesterday")).status()).isEqualTo(400);
        assertThat(feedback(overridden(uuid, "2026-11-22T08:30:00Z").replace("overridden", "ignored"))
                        .status())
                .isEqualTo(400);
        assertThat(feedback("").status()).isEqualTo(400);
        assertThat(OfficeClient.as("billing").post(SERVICE + "/feedback", "{}").status())
                .isEqualTo(403);
        assertThat(OfficeClient.asNobody().post(SERVICE + "/feedback", "{}").status())
                .isEqualTo(401);
    }

    private Answer feedback(String entries) throws Exception {
        return his.post(SERVICE + "/feedback", "{\"feedback\":[" + entries + "]}");
    }

    private static String overridden(String uuid, String at) {
        return "{\"card\":\"" + uuid + "\",\"outcome\":\"overridden\",\"overrideReason\":{\"reason\":{\"code\":"
                + "\"consent-signed\",\"system\":\"x\"},\"userComment\":\"已签\"},\"outcomeTimestamp\":\"" + at + "\"}";
    }

    private String kept() throws Exception {
        return OfficeDatabase.value(
                "select service, visit_number, user_id, kind, item_code, outcome, accepted_items,"
                        + " coalesce(override_reason, ''), coalesce(override_comment, ''), client"
                        + " from cds_feedback where card = cast(? as uuid)",
                card.path("uuid").asText());
    }
}
