package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.Ft1.credit;
import static org.yibaoban.portal.server.OfficeClient.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.Ack;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.PaperConsents;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** Claims against the payer sandbox: once for a visit, only when nothing is open, and nothing moves after them. */
class ClaimIT extends ServerTest {

    private final OfficeClient clerk = OfficeClient.as("billing");

    @Test
    void twoClerksAtOnceMakeOneClaim() throws Exception {
        HisStay stay = discharged(Person.employee());
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Answer> click = () -> {
            together.await();
            return clerk.claim(stay.visit());
        };
        ExecutorService clerks = Executors.newFixedThreadPool(2);
        List<Future<Answer>> answers = clerks.invokeAll(List.of(click, click));
        clerks.shutdown();

        Answer one = answers.get(0).get();
        Answer other = answers.get(1).get();
        assertThat(List.of(one.status(), other.status())).containsExactlyInAnyOrder(202, 409);
        Answer late = one.status() == 409 ? one : other;
        assertThat(late.json().path("code").asText()).isEqualTo("YB-3001");
        assertThat(late.json().path("incident").asText()).startsWith("I");
        JsonNode settled = clerk.awaitClaim(stay.visit(), "SETTLED");
        assertThat(claims(stay)).containsExactly(settled.at("/claim/identifier").asText());
        assertThat(claimsAtThePayer(stay)).isEqualTo(claims(stay));
    }

    /** Verified while the account was full; claimed for when another visit had emptied it. */
    @Test
    void twoVisitsOfOnePersonDoNotSpendTheSameAccountTwice() throws Exception {
        Person person = Person.employee();
        HisStay first = discharged(person);
        HisStay second = discharged(person);
        OfficeDatabase.execute(
                "update payer_sandbox.member set account_balance = 100.00 where identity_number = ?",
                person.identityNumber());

        settle(first);
        settle(second);

        assertThat(clerk.visit(first.visit()).at("/claim/amounts/account").asText())
                .isEqualTo("100.00");
        assertThat(clerk.visit(second.visit()).at("/claim/amounts/account").asText())
                .isEqualTo("0.00");
    }

    @Test
    void whatThePayerGotIsWhatWasStoredByteForByteAndItsAmountsAreTheEstimates() throws Exception {
        HisStay stay = settled(Person.employee());

        assertThat(OfficeDatabase.value(
                        "select count(*) from claim c join payer_sandbox.claim p on p.identifier = c.identifier"
                                + " join visit v on v.id = c.visit_id where v.number = ? and p.request = c.content",
                        stay.visit()))
                .isEqualTo("1");
        assertThat(OfficeDatabase.rows(
                        "select field, e.amount, a.amount from claim c join visit v on v.id = c.visit_id"
                                + " join claim_estimate e on e.claim_id = c.id"
                                + " full join claim_answer a using (claim_id, field)"
                                + " where v.number = ? and e.amount is distinct from a.amount",
                        stay.visit()))
                .isEmpty();
    }

    @Test
    void thereIsNoClaimBeforeTheDischarge() throws Exception {
        HisStay stay = new HisStay(Person.employee());
        accepted(stay.admit());
        clerk.awaitMembership(stay.visit(), "VERIFIED");

        refused(clerk.claim(stay.visit()), 409, "YB-1003");
    }

    @Test
    void aClaimIsBlockedWhileAMessageWaitsAndGoesOutWhenItWasApplied() throws Exception {
        HisStay stay = discharged(Person.employee());
        accepted(stay.charges(credit(stay.id("2"), stay.id("late"), "NUR000", "1", "120.00")));
        assertThat(clerk.visit(stay.visit()).path("blockers").toString()).isEqualTo("[\"MESSAGES_WAITING\"]");

        refused(clerk.claim(stay.visit()), 409, "YB-3002");

        accepted(stay.charges(charge(stay.id("late"), "NUR000", "1", "120.00")));
        assertThat(clerk.claim(stay.visit()).status()).isEqualTo(202);
        clerk.awaitClaim(stay.visit(), "SETTLED");
    }

    @Test
    void anItemWithoutANationalCodeBlocksTheClaim() throws Exception {
        HisStay stay = discharged(Person.employee());
        accepted(stay.charges(charge(stay.id("U"), "UNM001", "1", "36.00")));
        PaperConsents.signAll(stay);

        refused(clerk.claim(stay.visit()), 409, "YB-3002");
        assertThat(clerk.visit(stay.visit()).path("blockers").toString()).isEqualTo("[\"UNMAPPED_ITEM\"]");
    }

    @Test
    void afterTheSettlementNothingIsChargedAndAnotherDischargeIsRefused() throws Exception {
        HisStay stay = settled(Person.employee());

        Ack late = HisLine.send(stay.charges(charge(stay.id("late"), "NUR000", "1", "120.00")));

        assertThat(late.code()).isEqualTo("AE");
        assertThat(late.reasonCode()).isEqualTo("YB-1004");
        assertThat(HisLine.send(stay.discharge()).reasonCode()).isEqualTo("YB-1004");
        assertThat(clerk.visit(stay.visit()).path("total").asText()).isEqualTo("2400.00");
    }

    @Test
    void aDischargeTakenBackAfterTheSettlementIsShownAndMakesNoSecondClaim() throws Exception {
        HisStay stay = settled(Person.employee());

        accepted(stay.cancelDischarge());

        JsonNode reopened = clerk.visit(stay.visit());
        assertThat(reopened.path("status").asText()).isEqualTo("ADMITTED");
        assertThat(reopened.path("blockers").toString()).contains("REOPENED_AFTER_CLAIM");
        accepted(stay.charges(charge(stay.id("more"), "NUR000", "1", "120.00")));
        accepted(stay.discharge());
        refused(clerk.claim(stay.visit()), 409, "YB-3001");
        assertThat(claimsAtThePayer(stay)).hasSize(1);
    }

    @Test
    void aPersonUnknownToThePayerIsSettledAsSelfPayingWithoutAClaimThere() throws Exception {
        HisStay stay = new HisStay(Person.stranger());
        chargeAndDischarge(stay);
        JsonNode state = clerk.awaitMembership(stay.visit(), "REFUSED");
        assertThat(state.path("flags").toString()).contains("SELF_PAYING");
        assertThat(state.at("/membership/note").asText()).isNotBlank();

        assertThat(clerk.claim(stay.visit()).status()).isEqualTo(202);

        JsonNode settled = clerk.awaitClaim(stay.visit(), "SETTLED");
        assertThat(settled.at("/claim/amounts/personal").asText()).isEqualTo("2400.00");
        assertThat(settled.at("/claim/amounts/basic_fund").asText()).isEqualTo("0.00");
        assertThat(claimsAtThePayer(stay)).isEmpty();
    }

    @Test
    void aSuspendedMembersFundPaysNothing() throws Exception {
        HisStay stay = settled(Person.suspended());

        JsonNode state = clerk.visit(stay.visit());
        assertThat(state.path("flags").toString()).contains("SELF_PAYING");
        assertThat(state.at("/claim/amounts/personal").asText()).isEqualTo("2400.00");
        assertThat(state.at("/claim/amounts/basic_fund").asText()).isEqualTo("0.00");
        assertThat(state.at("/claim/amounts/full_self_pay").asText()).isEqualTo("0.00");
    }

    @Test
    void aStayWithoutAnyChargeIsAnsweredWithoutAFailure() throws Exception {
        HisStay stay = new HisStay(Person.employee());
        accepted(stay.admit());
        accepted(stay.discharge());
        clerk.awaitMembership(stay.visit(), "VERIFIED");

        Answer answer = clerk.claim(stay.visit());

        assertThat(answer.status()).as(answer.body()).isIn(202, 409);
    }

    private HisStay settled(Person person) throws Exception {
        HisStay stay = discharged(person);
        settle(stay);
        return stay;
    }

    private void settle(HisStay stay) throws Exception {
        assertThat(clerk.claim(stay.visit()).status()).isEqualTo(202);
        JsonNode state = clerk.awaitVisit(
                stay.visit(), s -> !List.of("QUEUED", "UNKNOWN", "PENDED").contains(claim(s)));
        assertThat(claim(state)).as(state.toString()).isEqualTo("SETTLED");
    }

    private HisStay discharged(Person person) throws Exception {
        HisStay stay = new HisStay(person);
        chargeAndDischarge(stay);
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        return stay;
    }

    private static void chargeAndDischarge(HisStay stay) throws IOException {
        accepted(stay.admit());
        accepted(stay.charges(charge(stay.id("1"), "NUR000", "20", "120.00")));
        accepted(stay.discharge());
    }

    private static void refused(Answer answer, int status, String code) throws IOException {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
        assertThat(answer.json().path("incident").asText()).startsWith("I");
    }

    private static List<String> claims(HisStay stay) throws SQLException {
        return OfficeDatabase.rows(
                "select identifier from claim c join visit v on v.id = c.visit_id where v.number = ?", stay.visit());
    }

    private static List<String> claimsAtThePayer(HisStay stay) throws SQLException {
        return OfficeDatabase.rows("select identifier from payer_sandbox.claim where visit_number = ?", stay.visit());
    }

    private static void accepted(String message) throws IOException {
        assertThat(HisLine.send(message).code()).isEqualTo("AA");
    }
}
