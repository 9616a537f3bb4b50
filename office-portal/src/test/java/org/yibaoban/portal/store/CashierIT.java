package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** Money of stays on PostgreSQL: numbers without gaps, every fen once, two persons where money goes back. */
class CashierIT extends ServerTest {

    private final OfficeClient cashier = OfficeClient.as("cashier");
    private final OfficeClient officer = OfficeClient.as("office");

    @Test
    void depositShareAndRestAddUpToTheFen() throws Exception {
        HisStay stay = SettledStay.discharged(Person.stranger());
        take(stay, "deposits", 0, "CASH", "3000.00");
        refused(give(stay, "payments", 1, "CASH", "1.00"), 409, "YB-3503");
        refused(give(stay, "refunds", 1, "CASH", "1.00"), 409, "YB-3512");
        SettledStay.settle(stay);

        assertThat(money(stay).path("owed").asText()).isEqualTo("2400.00");
        refused(give(stay, "payments", 1, "DEPOSIT", "2400.01"), 409, "YB-3504");
        take(stay, "payments", 1, "DEPOSIT", "2400.00");
        JsonNode done = take(stay, "refunds", 2, "CASH", "600.00");

        assertThat(done.path("owed").asText()).isEqualTo("0.00");
        assertThat(done.path("depositLeft").asText()).isEqualTo("0.00");
        refused(give(stay, "deposits", 3, "CASH", "1.00"), 409, "YB-3511");
        assertThat(OfficeDatabase.value(
                        "select sum(p.amount)::text from receipt r join receipt_part p on p.receipt_id = r.id"
                                + " join visit v on v.id = r.visit_id where v.number = ? and p.method = 'CASH'",
                        stay.visit()))
                .isEqualTo("2400.00");
    }

    @Test
    void theAccountsPartComesFromThePayerAndASharePaidInPartIsOwed() throws Exception {
        HisStay stay = SettledStay.of(Person.employee());
        JsonNode before = money(stay);
        String payable = before.path("payable").asText();
        assertThat(before.path("account").asText()).isNotEqualTo("0.00");
        assertThat(payable).isNotEmpty();

        JsonNode paid = payable.equals("0.00") ? takeNothing(stay, 0) : take(stay, "payments", 0, "MOBILE", payable);

        assertThat(paid.path("owed").asText()).isEqualTo("0.00");
        assertThat(paid.at("/receipts/0/amount").asText())
                .isEqualTo(before.path("personal").asText());
        assertThat(paid.at("/receipts/0/parts/ACCOUNT").asText())
                .isEqualTo(before.path("account").asText());
    }

    /** The payer is away: the patient leaves with an estimate and a deposit, and it is settled and paid later. */
    @Test
    void whoLeavesWithAnEstimateIsListedAndPaysWhenItIsSettled() throws Exception {
        HisStay stay = SettledStay.discharged(Person.employee());
        officer.post("/api/payer/stop", "{\"reason\": \"测试\"}");
        OfficeClient.as("billing").claim(stay.visit());
        refused(give(stay, "payments", 0, "CASH", "1.00"), 409, "YB-3503");
        take(stay, "deposits", 0, "CASH", "100.00");
        JsonNode waiting = owing(stay);
        assertThat(waiting.path("estimated").asBoolean()).isTrue();
        assertThat(waiting.path("deposit").asText()).isEqualTo("100.00");

        officer.post("/api/payer/resumption", "{\"reason\": \"测试结束\"}");
        OfficeClient.as("billing").awaitClaim(stay.visit(), "SETTLED");

        JsonNode due = owing(stay);
        assertThat(due.path("estimated").asBoolean()).isFalse();
        assertThat(due.path("owed").asText()).isEqualTo(waiting.path("owed").asText());
        JsonNode paid = money(stay).path("payable").asText().equals("0.00")
                ? takeNothing(stay, 1)
                : take(stay, "payments", 1, "CASH", money(stay).path("payable").asText());
        assertThat(paid.path("owed").asText()).isEqualTo("0.00");
        assertThat(owing(stay).isMissingNode()).isTrue();
    }

    private JsonNode owing(HisStay stay) throws Exception {
        for (JsonNode one : cashier.get("/api/cashier/owing").json()) {
            if (one.path("visit").asText().equals(stay.visit())) {
                return one;
            }
        }
        return MissingNode.getInstance();
    }

    @Test
    void twoCashiersAtOnceTakeItOnce() throws Exception {
        HisStay stay = settledStranger();
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Answer> click = () -> {
            together.await();
            return give(stay, "payments", 0, "CASH", "1200.00");
        };
        ExecutorService cashiers = Executors.newFixedThreadPool(2);
        List<Future<Answer>> answers = cashiers.invokeAll(List.of(click, click));
        cashiers.shutdown();

        Answer one = answers.get(0).get();
        Answer other = answers.get(1).get();
        assertThat(List.of(one.status(), other.status())).containsExactlyInAnyOrder(200, 409);
        refused(one.status() == 409 ? one : other, 409, "YB-3502");
        assertThat(money(stay).path("owed").asText()).isEqualTo("1200.00");
    }

    @Test
    void aReversedSettlementGivesItsMoneyBackThroughTwoPersons() throws Exception {
        HisStay stay = settledStranger();
        String receipt = take(stay, "payments", 0, "CASH", "2400.00")
                .at("/receipts/0/number")
                .asText();
        OfficeClient.as("billing").ask(stay.visit(), "reversal", "重新结算");
        officer.approve(stay.visit(), "reversal");
        assertThat(money(stay).at("/toReturn/0").asText()).isEqualTo(receipt);

        String voiding = "/api/cashier/receipts/" + receipt + "/void";
        refused(cashier.post(voiding, "{\"reason\": \" \"}"), 409, "YB-3107");
        refused(officer.post(voiding, "{\"reason\": \"结算撤销\"}"), 403, "YB-4001");
        refused(officer.post(voiding + "/approval", "{\"approve\": true}"), 409, "YB-3514");
        assertThat(cashier.post(voiding, "{\"reason\": \"结算撤销\"}").status()).isEqualTo(204);
        refused(cashier.post(voiding, "{\"reason\": \"结算撤销\"}"), 409, "YB-3507");
        refused(cashier.post(voiding + "/approval", "{\"approve\": true}"), 409, "YB-3104");
        assertThat(money(stay).path("seen").asInt()).isEqualTo(1);
        assertThat(officer.post(voiding + "/approval", "{\"approve\": true}").status())
                .isEqualTo(204);

        JsonNode back = money(stay);
        assertThat(back.path("toReturn")).isEmpty();
        assertThat(back.at("/receipts/1/voids").asText()).isEqualTo(receipt);
        assertThat(back.at("/receipts/1/parts/CASH").asText()).isEqualTo("-2400.00");
        assertThat(back.at("/receipts/1/cashier").asText()).isEqualTo("cashier");
        refused(cashier.post(voiding, "{\"reason\": \"再来一次\"}"), 409, "YB-3507");
        OfficeClient.as("billing").awaitMembership(stay.visit(), "REFUSED");
        SettledStay.settle(stay);
        assertThat(take(stay, "payments", 2, "CASH", "2400.00").path("owed").asText())
                .isEqualTo("0.00");
    }

    @Test
    void aRejectedVoidingLeavesTheReceiptAndMayBeAskedForAgain() throws Exception {
        HisStay stay = settledStranger();
        String receipt = take(stay, "payments", 0, "CASH", "2400.00")
                .at("/receipts/0/number")
                .asText();
        String voiding = "/api/cashier/receipts/" + receipt + "/void";
        cashier.post(voiding, "{\"reason\": \"刷错卡\"}");
        assertThat(officer.post(voiding + "/approval", "{\"approve\": false}").status())
                .isEqualTo(204);
        assertThat(money(stay).path("owed").asText()).isEqualTo("0.00");
        assertThat(cashier.post(voiding, "{\"reason\": \"刷错卡\"}").status()).isEqualTo(204);
    }

    @Test
    void whoIsExemptPaysNoDeposit() throws Exception {
        Person poor = Person.employee();
        OfficeDatabase.execute(
                "update payer_sandbox.member set poor = true where identity_number = ?", poor.identityNumber());
        HisStay stay = new HisStay(poor);
        SettledStay.accepted(stay.admit());
        OfficeClient.as("billing").awaitMembership(stay.visit(), "VERIFIED");

        refused(give(stay, "deposits", 0, "CASH", "500.00"), 409, "YB-3501");
    }

    @Test
    void aDayIsClosedCountedAndReceivedByASecondPerson() throws Exception {
        HisStay stay = settledStranger();
        take(stay, "payments", 0, "CASH", "2400.00");
        JsonNode open = cashier.get("/api/cashier/closing").json();
        int seen = open.path("seen").asInt();
        String expected = open.path("expected").toString();

        refused(close(seen + 1, expected, "", "office"), 409, "YB-3502");
        refused(close(seen, "{\"CASH\": \"0.01\"}", "", "office"), 409, "YB-3508");
        refused(close(seen, "{\"CASH\": \"0.01\"}", "零钱短少", "cashier"), 409, "YB-3510");
        long first = close(seen, "{\"CASH\": \"0.01\"}", "零钱短少", "office")
                .json()
                .path("id")
                .asLong();
        refused(close(0, "{}", "", "office"), 409, "YB-3513");
        String answer = "/api/cashier/closings/" + first + "/answer";
        refused(OfficeClient.as("supervisor").post(answer, "{\"confirm\": true}"), 409, "YB-3510");
        refused(officer.post(answer, "{\"confirm\": false}"), 409, "YB-3107");
        assertThat(officer.post(answer, "{\"confirm\": false, \"remark\": \"请重新清点\"}")
                        .status())
                .isEqualTo(204);
        refused(officer.post(answer, "{\"confirm\": true}"), 409, "YB-3509");

        JsonNode again = cashier.get("/api/cashier/closing").json();
        assertThat(again.path("expected")).isEqualTo(open.path("expected"));
        long second = close(seen, counted(open.path("expected")), "", "office")
                .json()
                .path("id")
                .asLong();
        assertThat(officer.post("/api/cashier/closings/" + second + "/answer", "{\"confirm\": true}")
                        .status())
                .isEqualTo(204);
        assertThat(OfficeDatabase.rows("select r.receipt_id::text from till_closing_receipt r"
                        + " join till_closing c on c.id = r.closing_id where c.confirmed is distinct from false"
                        + " group by 1 having count(*) > 1"))
                .isEmpty();
    }

    @Test
    void numbersRunWithoutGapsAndReceiptsNeverChange() throws Exception {
        HisStay stay = settledStranger();
        take(stay, "payments", 0, "BANK_CARD", "2400.00");

        assertThat(OfficeDatabase.rows("select s.kind from receipt_series s where s.last <>"
                        + " (select count(*) from receipt r where r.kind = s.kind) or s.last <>"
                        + " (select coalesce(max(number), 0) from receipt r where r.kind = s.kind)"))
                .isEmpty();
        assertThat(OfficeDatabase.rows("select r.id::text from receipt r where r.amount <>"
                        + " (select sum(p.amount) from receipt_part p where p.receipt_id = r.id)"))
                .isEmpty();
        for (String change : List.of(
                "update receipt set amount = amount + 1",
                "delete from receipt_part",
                "update receipt_part set amount = amount + 1",
                "insert into receipt (id, kind, number, visit_id, amount, cashier, at, reason)"
                        + " select nextval('row_id'), 'DEPOSIT', 999999, visit_id, 5, 'x', now(), '' from receipt limit 1")) {
            assertThatThrownBy(() -> OfficeDatabase.execute(change)).as(change).isInstanceOf(Exception.class);
        }
    }

    private static HisStay settledStranger() throws Exception {
        return SettledStay.of(Person.stranger());
    }

    private JsonNode money(HisStay stay) throws Exception {
        return cashier.get("/api/cashier/visits/" + stay.visit()).json();
    }

    private Answer give(HisStay stay, String deed, int seen, String method, String amount) throws Exception {
        return cashier.post(
                "/api/cashier/visits/" + stay.visit() + "/" + deed,
                "{\"seen\": %d, \"parts\": {\"%s\": \"%s\"}}".formatted(seen, method, amount));
    }

    private JsonNode take(HisStay stay, String deed, int seen, String method, String amount) throws Exception {
        Answer answer = give(stay, deed, seen, method, amount);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode takeNothing(HisStay stay, int seen) throws Exception {
        Answer answer = cashier.post(
                "/api/cashier/visits/" + stay.visit() + "/payments", "{\"seen\": " + seen + ", \"parts\": {}}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Answer close(int seen, String counted, String reason, String receiver) throws Exception {
        return cashier.post(
                "/api/cashier/closing",
                "{\"seen\": %d, \"counted\": %s, \"reason\": \"%s\", \"receiver\": \"%s\"}"
                        .formatted(seen, counted, reason, receiver));
    }

    /** Only what passes through the cashier's hands is counted. */
    private static String counted(JsonNode expected) {
        return "{\"CASH\": \"%s\", \"BANK_CARD\": \"%s\", \"MOBILE\": \"%s\"}"
                .formatted(
                        expected.path("CASH").asText("0.00"),
                        expected.path("BANK_CARD").asText("0.00"),
                        expected.path("MOBILE").asText("0.00"));
    }

    private static void refused(Answer answer, int status, String code) throws Exception {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
    }
}
