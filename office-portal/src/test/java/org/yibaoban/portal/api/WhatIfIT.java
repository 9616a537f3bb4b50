package org.yibaoban.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** Settled stays settled again under another plan, asked over HTTP. */
class WhatIfIT extends ServerTest {

    private final OfficeClient officer = OfficeClient.as("office");
    private final OfficeClient clerk = OfficeClient.as("billing");

    @Test
    void oneMoreSettledStayMovesTheSumsByItsAmountsUnderBothPlans() throws Exception {
        JsonNode before = compare("hecheng-employee-away");
        settled(Person.employee());
        JsonNode after = compare("hecheng-employee-away");

        assertThat(after.at("/all/stays").asLong() - before.at("/all/stays").asLong())
                .isEqualTo(1);
        // 2,400 at level 3: at home 85 % above 900, away 75 % above 1,500
        assertThat(moved(before, after, "basic_fund", "was")).isEqualByComparingTo("1275.00");
        assertThat(moved(before, after, "basic_fund", "would_be")).isEqualByComparingTo("675.00");
        assertThat(moved(before, after, "personal", "difference")).isEqualByComparingTo("600.00");
        assertThat(after.at("/departments").toString()).contains("\"key\":\"0304\"", "心血管内科");
        assertThat(after.at("/categories").toString()).contains("\"key\":\"in-service\"");
    }

    @Test
    void theSettledSideIsWhatThePayerAnswered() throws Exception {
        settled(Person.employee());

        assertThat(amount(compare("hecheng-employee"), "basic_fund", "was"))
                .isEqualByComparingTo(
                        OfficeDatabase.value(
                                "select sum(a.amount) from claim c join visit v on v.id = c.visit_id"
                                        + " join membership m on m.visit_id = v.id join claim_answer a on a.claim_id = c.id"
                                        + " where v.claim_state = 'SETTLED' and v.discharged_at is not null and c.state = 'SETTLED'"
                                        // those settled in parts are left out, and said to be
                                        + " and c.part is null"
                                        + " and m.insurance_type = 'EMPLOYEE' and m.standing = 'ACTIVE' and a.field = 'BASIC_FUND'"));
    }

    @Test
    void theWorkbookIsAnExcelFile() throws Exception {
        Answer answer = officer.get("/api/what-if.xlsx?plan=hecheng-resident" + period());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("PK");
    }

    @Test
    void onlyTheInsuranceOfficeMayAsk() throws Exception {
        for (String address : new String[] {"/api/what-if", "/api/what-if.xlsx"}) {
            String question = address + "?plan=hecheng-resident" + period();
            assertThat(officer.get(question).status()).isEqualTo(200);
            assertThat(clerk.get(question).status()).isEqualTo(403);
            assertThat(OfficeClient.as("his").get(question).status()).isEqualTo(403);
            assertThat(OfficeClient.asNobody().get(question).status()).isEqualTo(401);
        }
    }

    @Test
    void aWrongQuestionIsAnsweredWithWhatIsWrong() throws Exception {
        refused("?from=2026-01-01&to=2026-12-31", "plan");
        refused("?plan=no-such-plan&from=2026-01-01&to=2026-12-31", "no-such-plan");
        refused("?plan=hecheng-employee&from=1.1.2026&to=2026-12-31", "from");
        refused("?plan=hecheng-employee&from=2026-12-31&to=2026-01-01", "before it starts");
    }

    private void refused(String question, String words) throws Exception {
        Answer answer = officer.get("/api/what-if" + question);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("YB-4002");
        assertThat(answer.json().path("message").asText()).contains(words);
    }

    private JsonNode compare(String plan) throws Exception {
        Answer answer = officer.get("/api/what-if?plan=" + plan + period());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** All stays of these tests: they are discharged today. */
    private static String period() {
        return "&from=" + HisStay.now().toLocalDate().minusDays(2) + "&to="
                + HisStay.now().toLocalDate().plusDays(1);
    }

    private static BigDecimal moved(JsonNode before, JsonNode after, String layer, String side) {
        return amount(after, layer, side).subtract(amount(before, layer, side));
    }

    private static BigDecimal amount(JsonNode answer, String layer, String side) {
        return new BigDecimal(answer.at("/all/layers/" + layer + "/" + side).asText());
    }

    private void settled(Person person) throws Exception {
        HisStay stay = new HisStay(person);
        assertThat(HisLine.send(stay.admit()).code()).isEqualTo("AA");
        assertThat(HisLine.send(stay.charges(charge(stay.id("1"), "NUR000", "20", "120.00")))
                        .code())
                .isEqualTo("AA");
        assertThat(HisLine.send(stay.discharge()).code()).isEqualTo("AA");
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        assertThat(clerk.claim(stay.visit()).status()).isEqualTo(202);
        clerk.awaitClaim(stay.visit(), "SETTLED");
    }
}
