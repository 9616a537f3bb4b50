package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.SettledStay.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** A settlement is taken back by two persons, here and at the payer, and the visit begins anew. */
class ReversalIT extends ServerTest {

    private final OfficeClient clerk = OfficeClient.as("billing");
    private final OfficeClient officer = OfficeClient.as("office");
    private final OfficeClient supervisor = OfficeClient.as("supervisor");

    @Test
    void aDischargeTakenBackAfterTheSettlementIsReversedRechargedAndSettledAgain() throws Exception {
        Person person = Person.retired();
        HisStay stay = SettledStay.of(person);
        accepted(stay.cancelDischarge());
        assertThat(clerk.visit(stay.visit()).path("blockers").toString()).contains("REOPENED_AFTER_CLAIM");

        SettledStay.reverse(stay);

        JsonNode reopened = clerk.visit(stay.visit());
        assertThat(reopened.path("flags").toString()).doesNotContain("REOPENED_AFTER_CLAIM");
        assertThat(Years.here(person)).isEqualTo("0|0.00|0.00|0.00").isEqualTo(Years.atThePayer(person));
        accepted(stay.charges(charge(stay.id("more"), "NUR000", "1", "120.00")));
        accepted(stay.discharge());
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        SettledStay.settle(stay);
        JsonNode settled = clerk.visit(stay.visit());
        assertThat(settled.at("/claim/amounts/total").asText()).isEqualTo("2520.00");
        assertThat(settled.path("claims")).hasSize(2);
        assertThat(settled.at("/claims/1/state").asText()).isEqualTo("REVERSED");
        assertThat(settled.at("/claims/1/decisions/0/requested_by").asText()).isEqualTo("billing");
        assertThat(settled.at("/claims/1/decisions/0/decided_by").asText()).isEqualTo("office");
        assertThat(Years.here(person)).startsWith("1|").isEqualTo(Years.atThePayer(person));
        assertThat(Years.kinds(person)).containsExactly("SETTLED", "REVERSED", "SETTLED");
    }

    @Test
    void whatWasSentIsStoredByteForByteWithTheExchange() throws Exception {
        HisStay stay = SettledStay.of(Person.retired());
        SettledStay.reverse(stay);

        assertThat(OfficeDatabase.value(
                        "select count(*) from claim_decision d join visit v on v.id = d.visit_id"
                                + " join payer_sandbox.reversal r on r.identifier = d.identifier"
                                + " join payer_exchange e on e.claim_id = d.claim_id and e.kind = 'REVERSAL'"
                                + " where v.number = ? and r.request = d.content and e.request = d.content",
                        stay.visit()))
                .isEqualTo("1");
    }

    @Test
    void whoAsksDoesNotApprove() throws Exception {
        HisStay stay = SettledStay.of(Person.retired());
        assertThat(officer.ask(stay.visit(), "reversal", "重复收费").status()).isEqualTo(202);

        refused(officer.approve(stay.visit(), "reversal"), 409, "YB-3104");
        assertThatThrownBy(() -> OfficeDatabase.execute(
                        "update claim_decision set decided_by = requested_by where closed_at is null"
                                + " and visit_id = (select id from visit where number = ?)",
                        stay.visit()))
                .isInstanceOf(SQLException.class);
        assertThat(clerk.visit(stay.visit()).at("/claim/state").asText()).isEqualTo("SETTLED");

        assertThat(supervisor.approve(stay.visit(), "reversal").status()).isEqualTo(202);
        clerk.awaitClaim(stay.visit(), "REVERSED");
    }

    @Test
    void aClerkMayAskButNotApprove() throws Exception {
        HisStay stay = SettledStay.of(Person.retired());
        assertThat(officer.ask(stay.visit(), "reversal", "重复收费").status()).isEqualTo(202);

        refused(clerk.approve(stay.visit(), "reversal"), 403, "YB-4001");
        refused(clerk.ask(stay.visit(), "reversal", "重复收费"), 409, "YB-3102");
        refused(clerk.recall(stay.visit(), "reversal"), 409, "YB-3105");
    }

    @Test
    void aRequestIsWithdrawnOrNotApprovedAndNothingMoved() throws Exception {
        HisStay stay = SettledStay.of(Person.retired());
        assertThat(clerk.ask(stay.visit(), "reversal", "看错了").status()).isEqualTo(202);
        assertThat(clerk.recall(stay.visit(), "reversal").status()).isEqualTo(202);
        refused(officer.approve(stay.visit(), "reversal"), 409, "YB-3103");
        assertThat(clerk.ask(stay.visit(), "reversal", "再次申请").status()).isEqualTo(202);
        Answer no = officer.post(
                "/api/visits/" + stay.visit() + "/claim/reversal/approval",
                "{\"approve\": false, \"reason\": \"费用无误\"}");

        assertThat(no.json().at("/claims/0/decisions/0/state").asText()).isEqualTo("RECALLED");
        assertThat(no.json().at("/claims/0/decisions/1/state").asText()).isEqualTo("REJECTED");
        assertThat(no.json().at("/claims/0/decisions/1/note").asText()).isEqualTo("费用无误");
        assertThat(no.json().at("/claim/state").asText()).isEqualTo("SETTLED");
    }

    @Test
    void whatCannotBeReversedIsRefusedWithItsReason() throws Exception {
        HisStay stay = SettledStay.discharged(Person.retired());
        refused(clerk.ask(stay.visit(), "reversal", "没有结算"), 409, "YB-3101");
        SettledStay.settle(stay);
        refused(clerk.ask(stay.visit(), "reversal", "  "), 409, "YB-3107");
        refused(clerk.ask(stay.visit(), "acceptance", "没有差异"), 409, "YB-3101");
        refused(officer.post("/api/visits/" + stay.visit() + "/claim/reversal/approval", "nonsense"), 400, "YB-4002");
        refused(officer.post("/api/visits/" + stay.visit() + "/claim/reversal/approval", "{}"), 400, "YB-4002");
    }

    @Test
    void aSelfPayingSettlementIsReversedHereAloneByTwoPersons() throws Exception {
        HisStay stay = new HisStay(Person.stranger());
        accepted(stay.admit());
        accepted(stay.charges(charge(stay.id("1"), "NUR000", "20", "120.00")));
        accepted(stay.discharge());
        clerk.awaitMembership(stay.visit(), "REFUSED");
        SettledStay.settle(stay);

        assertThat(clerk.ask(stay.visit(), "reversal", "补办参保").status()).isEqualTo(202);
        Answer approved = officer.approve(stay.visit(), "reversal");

        assertThat(approved.json().at("/claim/state").asText()).isEqualTo("REVERSED");
        clerk.awaitMembership(stay.visit(), "REFUSED");
        accepted(stay.charges(charge(stay.id("2"), "NUR000", "1", "120.00")));
        SettledStay.settle(stay);
        assertThat(clerk.visit(stay.visit()).at("/claim/amounts/personal").asText())
                .isEqualTo("2520.00");
    }

    @Test
    void aLaterStayThatWasSettledOnTopIsShownAndNotMoved() throws Exception {
        Person person = Person.retired();
        HisStay first = SettledStay.of(person);
        HisStay second = SettledStay.of(person);
        String before = clerk.visit(second.visit()).at("/claim/amounts").toString();

        SettledStay.reverse(first);

        assertThat(clerk.visit(second.visit()).path("flags").toString()).contains("SETTLED_ON_REVERSED");
        assertThat(clerk.visit(second.visit()).at("/claim/amounts").toString()).isEqualTo(before);
        SettledStay.settle(first);
        SettledStay.reverse(second);
        assertThat(clerk.visit(second.visit()).path("flags").toString()).doesNotContain("SETTLED_ON_REVERSED");
        assertThat(Years.here(person)).isEqualTo(Years.atThePayer(person));
    }

    @Test
    void aDifferingAnswerIsAcceptedByTwoPersonsAtThePayersAmounts() throws Exception {
        Person person = Person.retired();
        HisStay stay = differing(person);

        assertThat(clerk.ask(stay.visit(), "acceptance", "中心核定为准").status()).isEqualTo(202);
        refused(clerk.approve(stay.visit(), "acceptance"), 403, "YB-4001");
        Answer approved = officer.approve(stay.visit(), "acceptance");

        assertThat(approved.json().at("/claim/state").asText()).isEqualTo("SETTLED");
        assertThat(Years.kinds(person)).contains("SETTLED");
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        assertThat(Years.here(person)).startsWith("2|").isEqualTo(Years.atThePayer(person));
    }

    @Test
    void aDifferingAnswerIsReversedAtThePayer() throws Exception {
        Person person = Person.retired();
        HisStay stay = differing(person);

        SettledStay.reverse(stay);

        assertThat(Years.here(person)).startsWith("1|").isEqualTo(Years.atThePayer(person));
        SettledStay.settle(stay);
        assertThat(Years.here(person)).startsWith("2|").isEqualTo(Years.atThePayer(person));
    }

    @Test
    void whileItIsBeingReversedThereIsNoSecondClaimAndARefusalLetsItStand() throws Exception {
        HisStay stay = SettledStay.of(Person.retired());
        OfficeDatabase.execute(
                "update payer_sandbox.claim set reversed_by = 'R-PAYER' where visit_number = ?", stay.visit());
        clerk.ask(stay.visit(), "reversal", "重新结算");
        assertThat(officer.approve(stay.visit(), "reversal")
                        .json()
                        .at("/claim/state")
                        .asText())
                .isEqualTo("REVERSING");
        refused(clerk.claim(stay.visit()), 409, "YB-3001");

        JsonNode state = clerk.awaitClaim(stay.visit(), "SETTLED");

        assertThat(state.at("/claim/note").asText()).contains("claim-reversed");
        assertThat(state.at("/claims/0/decisions/0/state").asText()).isEqualTo("REFUSED");
        assertThat(HisLine.send(stay.charges(charge(stay.id("2"), "NUR000", "1", "120.00")))
                        .reasonCode())
                .isEqualTo("YB-1004");
    }

    /** Another hospital used some of the year while the claim waited for the line: the payer's answer differs. */
    private HisStay differing(Person person) throws Exception {
        HisStay stay = SettledStay.discharged(person);
        officer.post("/api/payer/stop", "{\"reason\": \"测试\"}");
        clerk.claim(stay.visit());
        OfficeDatabase.execute(
                "insert into payer_sandbox.member_year select member_number, 2026, 1, 5000.01, 0, 0, 0, 0, 0"
                        + " from payer_sandbox.member where identity_number = ? on conflict (member_number, year)"
                        + " do update set stays = 1, basic_fund = 5000.01",
                person.identityNumber());
        officer.post("/api/payer/resumption", "{\"reason\": \"测试结束\"}");
        clerk.awaitClaim(stay.visit(), "DIFFERENCE");
        return stay;
    }

    private static void refused(Answer answer, int status, String code) throws Exception {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
        assertThat(answer.json().path("incident").asText()).startsWith("I");
    }
}
