package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.DividedStay.ago;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.SettledStay.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;
import org.yibaoban.portal.server.ServerTest;

/** A stay is settled at the fixed price of its disease, here and at the payer, because the office chose it. */
class FixedPriceIT extends ServerTest {

    private final OfficeClient clerk = OfficeClient.as("billing");
    private final OfficeClient officer = OfficeClient.as("office");

    /** A stay of 2,400.00 yuan for acute appendicitis, which the agreement prices at 6,800.00. */
    private HisStay stay(Person person) throws Exception {
        HisStay stay = new HisStay(person).with("K35.800^急性阑尾炎");
        accepted(stay.admit());
        accepted(stay.charges(charge(stay.id("1"), "NUR000", "20", "120.00")));
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        return stay;
    }

    private Answer choose(OfficeClient who, HisStay stay, String reason) throws Exception {
        return who.post(path(stay), "{\"reason\": \"" + reason + "\"}");
    }

    private static String path(HisStay stay) {
        return "/api/visits/" + stay.visit() + "/fixed-price";
    }

    @Test
    void theSettlementIsSharesOfThePriceAndTheHospitalKeepsTheSurplus() throws Exception {
        Person person = Person.retired();
        HisStay stay = stay(person);
        assertThat(clerk.get(path(stay)).json().at("/offer/price").asText()).isEqualTo("6800.00");
        Answer chosen = choose(officer, stay, "急诊手术，符合单病种路径");
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
        assertThat(chosen.json().at("/chosen/disease").asText()).isEqualTo("急性阑尾炎");
        accepted(stay.discharge());
        clerk.awaitMembership(stay.visit(), "VERIFIED");

        SettledStay.settle(stay);

        JsonNode amounts = clerk.visit(stay.visit()).at("/claim/amounts");
        assertThat(amounts.path("total").asText()).isEqualTo("2400.00");
        assertThat(amounts.path("basic_fund").asText()).isEqualTo("5780.00");
        assertThat(amounts.path("personal").asText()).isEqualTo("1020.00");
        assertThat(amounts.path("hospital_liability").asText()).isEqualTo("-4400.00");
        assertThat(amounts.path("deductible").asText()).isEqualTo("0.00");
        assertThat(clerk.visit(stay.visit()).path("remarks").toString()).contains("急性阑尾炎", "6800.00");
        assertThat(Years.here(person)).startsWith("1|5780.00|").isEqualTo(Years.atThePayer(person));
        refused(officer.delete(path(stay), "已结算"), 409, "YB-3001");

        SettledStay.reverse(stay);
        assertThat(officer.delete(path(stay), "改按项目结算").status()).isEqualTo(200);
        SettledStay.settle(stay);
        assertThat(clerk.visit(stay.visit())
                        .at("/claim/amounts/hospital_liability")
                        .asText())
                .isEqualTo("0.00");
        assertThat(Years.here(person)).isEqualTo(Years.atThePayer(person));
    }

    @Test
    void theChoiceIsTheOfficesWithAReasonAndIsKept() throws Exception {
        HisStay stay = stay(Person.employee());
        refused(choose(clerk, stay, "想选"), 403, "YB-4001");
        refused(choose(officer, stay, " "), 409, "YB-3107");
        assertThat(choose(officer, stay, "符合").status()).isEqualTo(200);
        refused(choose(officer, stay, "再选"), 409, "YB-3211");
        refused(clerk.part(stay.visit(), ago(1)), 409, "YB-3213");
        Answer undone = officer.delete(path(stay), "并发症，退出路径");
        assertThat(undone.json().at("/chosen/price").asText()).isBlank();
        assertThat(undone.json().at("/history/0/undone_why").asText()).isEqualTo("并发症，退出路径");
        assertThat(undone.json().at("/history/0/chosen_by").asText()).isEqualTo("office");
    }

    @Test
    void aDiagnosisWithoutAPriceHasNoneAndOneThatChangesLaterStopsTheClaim() throws Exception {
        HisStay other = new HisStay(Person.employee());
        accepted(other.admit());
        clerk.awaitMembership(other.visit(), "VERIFIED");
        refused(choose(officer, other, "没有定额"), 409, "YB-3211");

        HisStay stay = stay(Person.employee());
        assertThat(choose(officer, stay, "符合").status()).isEqualTo(200);
        accepted(stay.with("I20.000^不稳定性心绞痛").discharge());
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        refused(clerk.claim(stay.visit()), 409, "YB-3212");
        assertThat(officer.delete(path(stay), "诊断已更正").status()).isEqualTo(200);
        SettledStay.settle(stay);
    }

    private static void refused(Answer answer, int status, String code) throws Exception {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("code").asText()).as(answer.body()).isEqualTo(code);
    }
}
