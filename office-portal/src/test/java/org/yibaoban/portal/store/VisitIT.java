package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.Ft1.credit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.Ack;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** A visit as its messages and the JSON interface know it: what contradicts it is refused and changes nothing. */
class VisitIT extends ServerTest {

    private final OfficeClient clerk = OfficeClient.as("billing");
    private final HisStay stay = new HisStay(Person.stranger());

    @BeforeEach
    void admit() throws IOException {
        accepted(stay.admit());
    }

    @Test
    void aDischargeBeforeTheAdmissionIsRefused() throws Exception {
        Ack ack = HisLine.send(stay.discharge(HisStay.now().minusDays(3)));

        refused(ack, "YB-1006");
        assertThat(status()).isEqualTo("ADMITTED");
    }

    @Test
    void chargesThatNameAnotherPatientAreRefused() throws Exception {
        HisStay other = new HisStay(Person.stranger());
        accepted(other.admit());

        Ack ack = HisLine.send(stay.chargesOf(other, charge(stay.id("1"), "NUR000", "1", "120.00")));

        refused(ack, "YB-1005");
        assertThat(clerk.visit(stay.visit()).path("lines").asInt()).isZero();
        assertThat(clerk.visit(other.visit()).path("lines").asInt()).isZero();
    }

    @Test
    void aVisitNumberThatIsAnotherPatientsIsNotTakenOver() throws Exception {
        HisStay other = new HisStay(Person.stranger());

        Ack ack = HisLine.send(other.admitAs(stay));

        refused(ack, "YB-1007");
        assertThat(OfficeDatabase.value(
                        "select p.number from visit v join patient p on p.id = v.patient_id where v.number = ?",
                        stay.visit()))
                .isEqualTo(stay.patientNumber());
    }

    @Test
    void aCancelledAdmissionKeepsItsChargesInSightUntilTheyAreTakenBack() throws Exception {
        accepted(stay.charges(charge(stay.id("1"), "NUR000", "1", "120.00")));

        accepted(stay.cancelAdmission());

        JsonNode cancelled = clerk.visit(stay.visit());
        assertThat(cancelled.path("status").asText()).isEqualTo("CANCELLED");
        assertThat(cancelled.path("total").asText()).isEqualTo("120.00");
        assertThat(cancelled.path("blockers").toString()).contains("CHARGES_ON_CANCELLED_VISIT");
        assertThat(clerk.claim(stay.visit()).json().path("code").asText()).isEqualTo("YB-1002");
        refused(HisLine.send(stay.admit()), "YB-1002");

        accepted(stay.charges(credit(stay.id("2"), stay.id("1"), "NUR000", "1", "120.00")));
        assertThat(clerk.visit(stay.visit()).path("blockers").toString()).doesNotContain("CHARGES_ON_CANCELLED_VISIT");
    }

    @Test
    void anUnknownVisitIs404WithCodeAndIncident() throws Exception {
        for (Answer answer : new Answer[] {clerk.get("/api/visits/NOWHERE"), clerk.claim("NOWHERE")}) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().path("code").asText()).isEqualTo("YB-1001");
            assertThat(answer.json().path("incident").asText()).startsWith("I");
            assertThat(answer.json().path("chinese").asText()).isEqualTo("就诊号不存在（visit NOWHERE）");
        }
    }

    @Test
    void aVisitNumberThatCannotBeOneIs400() throws Exception {
        Answer answer = clerk.get("/api/visits/" + "9".repeat(31));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("YB-4002");
        assertThat(answer.json().path("incident").asText()).startsWith("I");
    }

    @Test
    void theJsonInterfaceIsForClerksOnly() throws Exception {
        String path = "/api/visits/" + stay.visit();

        assertThat(OfficeClient.asNobody().get(path).status()).isEqualTo(401);
        assertThat(OfficeClient.as("his").get(path).status()).isEqualTo(403);
        assertThat(OfficeClient.as("his").get(path).json().path("message").asText())
                .contains("无权访问");
        assertThat(OfficeClient.as("ward").claim(stay.visit()).status()).isEqualTo(403);
    }

    private String status() throws Exception {
        return clerk.visit(stay.visit()).path("status").asText();
    }

    private static void refused(Ack ack, String code) {
        assertThat(ack.code()).isEqualTo("AE");
        assertThat(ack.reasonCode()).isEqualTo(code);
        assertThat(ack.incident()).startsWith("I");
        assertThat(ack.reason()).contains(ack.incident());
    }

    private static void accepted(String message) throws IOException {
        assertThat(HisLine.send(message).code()).isEqualTo("AA");
    }
}
