package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.server.OfficeClient.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.PayerMood;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** A payer that goes wrong, and a line that the office stops: a claim is settled once, whatever happens. */
class PayerLineIT extends ServerTest {

    private final OfficeClient clerk = OfficeClient.as("billing");
    private final OfficeClient officer = OfficeClient.as("office");

    @AfterEach
    void open() throws Exception {
        PayerMood.behave();
        officer.post("/api/payer/resumption", "{\"reason\": \"测试结束\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "slow, SETTLED",
        "duplicate, SETTLED",
        "pended, SETTLED",
        "out-of-order, SETTLED",
        "invalid-fhir, SETTLED",
        "busy, SETTLED",
        "broken, SETTLED",
        "broken-after, SETTLED",
        "wrong-amounts, DIFFERENCE",
        "refused, REFUSED"
    })
    void whateverThePayerDoesTheClaimEndsOnce(String fault, String end) throws Exception {
        HisStay stay = SettledStay.discharged(Person.employee());
        PayerMood.nextClaim(stay, fault);

        assertThat(clerk.claim(stay.visit()).status()).isEqualTo(202);

        JsonNode state = clerk.awaitVisit(
                stay.visit(), s -> !List.of("QUEUED", "UNKNOWN", "PENDED").contains(claim(s)));
        assertThat(claim(state)).isEqualTo(end);
        assertThat(OfficeDatabase.value(
                        "select count(*) from payer_sandbox.claim where visit_number = ?", stay.visit()))
                .isEqualTo(end.equals("REFUSED") ? "0" : "1");
    }

    @Test
    void whileTheLineIsStoppedClaimsWaitAndThenGoOut() throws Exception {
        HisStay stay = SettledStay.discharged(Person.employee());
        assertThat(officer.post("/api/payer/stop", "{\"reason\": \"医保系统维护\"}").status())
                .isEqualTo(202);
        assertThat(officer.post("/api/payer/stop", "{\"reason\": \"再停一次\"}")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("YB-3201");

        assertThat(clerk.claim(stay.visit()).status()).isEqualTo(202);
        Thread.sleep(3_000);

        assertThat(claim(clerk.visit(stay.visit()))).isEqualTo("QUEUED");
        JsonNode line = officer.get("/api/payer").json();
        assertThat(line.path("stopped").asBoolean()).isTrue();
        assertThat(line.at("/events/0/reason").asText()).isEqualTo("医保系统维护");
        assertThat(line.path("queue").findValuesAsText("visit")).contains(stay.visit());

        assertThat(officer.post("/api/payer/resumption", "{\"reason\": \"维护结束\"}")
                        .status())
                .isEqualTo(202);
        clerk.awaitClaim(stay.visit(), "SETTLED");
    }

    /** Each claim's failures alone are too few to open the breaker: it is the line's. */
    @Test
    void afterAFewExchangesThatFoundNobodyNothingIsSentForAWhileAndThenAllGoOut() throws Exception {
        List<HisStay> stays = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            stays.add(SettledStay.discharged(Person.employee()));
        }
        assertThat(officer.post("/api/payer/stop", "{\"reason\": \"先排队\"}").status())
                .isEqualTo(202);
        for (HisStay stay : stays) {
            assertThat(clerk.claim(stay.visit()).status()).isEqualTo(202);
        }

        PayerMood.breakEveryConnection();
        assertThat(officer.post("/api/payer/resumption", "{\"reason\": \"恢复\"}").status())
                .isEqualTo(202);

        // the first has met the payer before the breaker opened, and is tried again while nothing is sent
        clerk.awaitVisit(
                stays.get(0).visit(), state -> state.at("/claim/note").asText().contains("nothing was sent"));
        PayerMood.behave();
        for (HisStay stay : stays) {
            clerk.awaitClaim(stay.visit(), "SETTLED");
            assertThat(OfficeDatabase.value(
                            "select count(*) from payer_sandbox.claim where visit_number = ?", stay.visit()))
                    .isEqualTo("1");
        }
    }

    @Test
    void onlyTheOfficeTurnsTheSwitchAndGivesAReason() throws Exception {
        assertThat(clerk.get("/api/payer").status()).isEqualTo(403);
        assertThat(clerk.post("/api/payer/stop", "{\"reason\": \"x\"}").status())
                .isEqualTo(403);
        assertThat(officer.post("/api/payer/stop", "{}").json().path("code").asText())
                .isEqualTo("YB-3107");
        assertThat(officer.get("/api/payer").json().path("stopped").asBoolean()).isFalse();
    }
}
