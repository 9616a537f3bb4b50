package org.yibaoban.portal.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yibaoban.portal.his.Ft1;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;
import org.yibaoban.portal.server.ServerTest;

/** CDS Hooks as the HIS calls them: advice before an order is signed, and a clear answer to what is wrong. */
class OrderHookIT extends ServerTest {

    private static final String SERVICE = "/cds-services/yibaoban-order-sign";
    private final OfficeClient his = OfficeClient.as("his");

    @Test
    void anItemOutsideTheCatalogueIsTheFirstThingTheDoctorReads() throws Exception {
        HisStay stay = new HisStay(Person.employee());
        HisLine.send(stay.admit());
        OfficeClient.as("billing").awaitMembership(stay.visit(), "VERIFIED");

        Answer answer = his.post(SERVICE, order(stay.visit(), "{\"coding\":[{\"code\":\"OWN001\"}]}"));

        assertThat(answer.status()).isEqualTo(200);
        JsonNode cards = answer.json().path("cards");
        assertThat(cards.toString()).contains("注射用复方营养因子").contains("自费").contains("268.00");
        for (JsonNode card : cards) {
            assertThat(card.path("summary").asText()).isNotBlank().hasSizeLessThan(140);
            assertThat(card.path("indicator").asText()).isIn("info", "warning", "critical");
            assertThat(card.at("/source/label").asText()).isNotBlank();
        }
    }

    @Test
    void ofAVisitThatIsNotKnownHereTheCatalogueStillSpeaks() throws Exception {
        Answer answer = his.post(SERVICE, order("NOWHERE", "{\"coding\":[{\"code\":\"OWN001\"}]}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("cards").toString())
                .contains("丙类自费 268.00 元")
                .contains("就诊不明");
    }

    @Test
    void withoutAnEncounterThePatientsOneOpenVisitIsMeant() throws Exception {
        HisStay stay = new HisStay(Person.employee());
        HisLine.send(stay.admit());
        OfficeClient.as("billing").awaitMembership(stay.visit(), "VERIFIED");
        String order = order("X", "{\"coding\":[{\"code\":\"OWN001\"}]}")
                .replace("\"patientId\":\"1\"", "\"patientId\":\"Patient/" + stay.patientNumber() + "\"")
                .replace("\"encounterId\":\"X\",", "");

        String cards = his.post(SERVICE, order).json().path("cards").toString();

        assertThat(cards).contains("患者负担增加 268.00 元").contains("order 268.00 yuan: patient 268.00, funds 0.00");
    }

    @Test
    void anotherPatientsVisitIsCriticalAndTellsNothingOfIt() throws Exception {
        HisStay stay = new HisStay(Person.stranger());
        HisLine.send(stay.admit());
        String order = order(stay.visit(), "{\"coding\":[{\"code\":\"OWN001\"}]}");
        String someoneElse = order.substring(0, order.length() - 1)
                + ",\"prefetch\":{\"patient\":{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":"
                + "\"http://yibaoban.org/fhir/sid/patient-number\",\"value\":\"P-OTHER\"}]}}}";

        JsonNode cards = his.post(SERVICE, someoneElse).json().path("cards");

        assertThat(cards).hasSize(1);
        assertThat(cards.get(0).path("indicator").asText()).isEqualTo("critical");
        assertThat(cards.toString()).doesNotContain("元");
    }

    @Test
    void aboveTheDeductibleTheFundTakesItsPartOfTheOrder() throws Exception {
        HisStay stay = new HisStay(Person.employee());
        HisLine.send(stay.admit());
        OfficeClient.as("billing").awaitMembership(stay.visit(), "VERIFIED");
        HisLine.send(stay.charges(Ft1.charge(stay.id("T1"), "CT0001", "20", "268.00")));

        String cards = his.post(SERVICE, order(stay.visit(), "{\"coding\":[{\"code\":\"CT0001\"}]}"))
                .json()
                .path("cards")
                .toString();

        assertThat(cards).contains("累计 5628.00 元").containsPattern("funds [1-9]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{\"hook\":\"order-sign\"}",
                "{\"hook\":7,\"hookInstance\":\"00000000-0000-0000-0000-000000000001\"}",
                "{\"hook\":\"patient-view\",\"hookInstance\":\"00000000-0000-0000-0000-000000000001\","
                        + "\"context\":{\"userId\":\"Practitioner/1\",\"patientId\":\"1\",\"draftOrders\":{}}}"
            })
    void aWrongBodyIs400WithAReasonAndAnIncident(String body) throws Exception {
        isBadRequest(his.post(SERVICE, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"OWN001\"",
                "{\"coding\":\"OWN001\"}",
                "{\"coding\":[\"OWN001\"]}",
                "{\"coding\":[{\"code\":\"OWN001\"}]},\"quantityQuantity\":5,\"x\":{}",
                "{\"coding\":[{\"code\":\"OWN001\"}]},\"quantityQuantity\":{\"value\":\"two\"},\"x\":{}"
            })
    void anOrderOfAnotherShapeIs400NotAFailure(String concept) throws Exception {
        isBadRequest(his.post(SERVICE, order("NOWHERE", concept)));
    }

    /** Deeper than the reader follows (1,000), and short enough to be read whole before the answer. */
    @Test
    void aBodyThatIsNoObjectOrNestedWithoutEndIs400() throws Exception {
        isBadRequest(his.post(SERVICE, "[]"));
        isBadRequest(his.post(SERVICE, "{\"a\":".repeat(3_000)));
    }

    @Test
    void aServiceThatIsNotHereIs404() throws Exception {
        assertThat(his.post("/cds-services/nobody", order("V", "{}")).status()).isEqualTo(404);
    }

    @Test
    void discoveryIsOpenAndCallsAreForTheHis() throws Exception {
        Answer discovery = OfficeClient.asNobody().get("/cds-services");

        assertThat(discovery.status()).isEqualTo(200);
        assertThat(discovery.json().path("services").findValuesAsText("id")).contains("yibaoban-order-sign");
        String order = order("V", "{\"coding\":[{\"code\":\"OWN001\"}]}");
        assertThat(OfficeClient.asNobody().post(SERVICE, order).status()).isEqualTo(401);
        assertThat(OfficeClient.as("billing").post(SERVICE, order).status()).isEqualTo(403);
    }

    private static void isBadRequest(Answer answer) throws Exception {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).isNotBlank();
        assertThat(answer.json().path("incident").asText()).startsWith("I");
    }

    private static String order(String visit, String concept) {
        return "{\"hook\":\"order-sign\",\"hookInstance\":\"00000000-0000-0000-0000-000000000001\",\"context\":{"
                + "\"userId\":\"Practitioner/1\",\"patientId\":\"1\",\"encounterId\":\"" + visit
                + "\",\"draftOrders\":{"
                + "\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"ServiceRequest\",\"code\":"
                + concept + "}}]}}}";
    }
}
