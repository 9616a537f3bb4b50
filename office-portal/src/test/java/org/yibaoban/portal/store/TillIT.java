package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** What a cashier's program sends wrong moves no money, and the lists that pages begin with stay those of the receipts. */
class TillIT extends ServerTest {

    private static final String CLOSING = "/api/cashier/closing";

    private final OfficeClient cashier = OfficeClient.as("cashier");
    private final OfficeClient officer = OfficeClient.as("office");

    @Test
    void aLookThatIsNoneIsNotCutToOneThatFits() throws Exception {
        HisStay stay = SettledStay.of(Person.stranger());

        refused(pay(stay, "4294967296", "\"1.00\""), 400, "YB-4002");
        refused(pay(stay, "0.5", "\"1.00\""), 400, "YB-4002");
        refused(pay(stay, "0", "\"100000000.01\""), 400, "YB-3505");
        refused(pay(stay, "0", "1.00"), 400, "YB-4002");
        refused(cashier.post(deed(stay), "{\"seen\": 0}"), 400, "YB-4002");

        assertThat(look(stay).path("seen").asInt()).isZero();
    }

    @Test
    void aClosingWithoutItsCountIsNotACountOfNothing() throws Exception {
        HisStay stay = SettledStay.of(Person.stranger());
        assertThat(pay(stay, "0", "\"2400.00\"").status()).isEqualTo(200);
        JsonNode open = cashier.get(CLOSING).json();
        String head = "{\"seen\": " + open.path("seen").asInt() + ", \"receiver\": \"office\", \"reason\": ";

        refused(cashier.post(CLOSING, head + "\"漏填\"}"), 400, "YB-4002");
        refused(cashier.post(CLOSING, head + "\"漏填\", \"counted\": {\"DEPOSIT\": \"1.00\"}}"), 400, "YB-3505");
        refused(cashier.post(CLOSING, head + "\"" + "长".repeat(201) + "\", \"counted\": {}}"), 409, "YB-3107");

        assertThat(cashier.get(CLOSING).json()).isEqualTo(open);
    }

    @Test
    void aYesInQuotesIsNoNo() throws Exception {
        HisStay stay = SettledStay.of(Person.stranger());
        OfficeClient.as("billing").ask(stay.visit(), "reversal", "重新结算");

        refused(
                officer.post("/api/visits/" + stay.visit() + "/claim/reversal/approval", "{\"approve\": \"true\"}"),
                400,
                "YB-4002");

        assertThat(officer.approve(stay.visit(), "reversal").status()).isEqualTo(202);
    }

    /** Taken in part, in full, voided, closed, given back and closed again. */
    @Test
    void theListsOfWhatIsOpenAreThoseThatTheReceiptsTell() throws Exception {
        HisStay stay = SettledStay.of(Person.stranger());
        assertThat(pay(stay, "0", "\"1000.00\"").status()).isEqualTo(200);
        assertOpen(stay, 1);
        String receipt =
                pay(stay, "1", "\"1400.00\"").json().at("/receipts/1/number").asText();
        assertOpen(stay, 0);
        String voiding = "/api/cashier/receipts/" + receipt + "/void";
        assertThat(cashier.post(voiding, "{\"reason\": \"收错\"}").status()).isEqualTo(204);
        assertThat(officer.post(voiding + "/approval", "{\"approve\": true}").status())
                .isEqualTo(204);
        assertOpen(stay, 1);
        answer(close(), "{\"confirm\": false, \"remark\": \"重点\"}");
        assertOpen(stay, 1);
        answer(close(), "{\"confirm\": true}");
        assertThat(cashier.get(CLOSING).json().path("seen").asInt()).isZero();
        assertThat(pay(stay, "3", "\"1400.00\"").status()).isEqualTo(200);
        assertOpen(stay, 0);
        assertThat(cashier.get(CLOSING).json().path("seen").asInt()).isEqualTo(1);
    }

    private long close() throws Exception {
        int seen = cashier.get(CLOSING).json().path("seen").asInt();
        Answer answer = cashier.post(
                CLOSING, "{\"seen\": " + seen + ", \"counted\": {}, \"reason\": \"未清点\", \"receiver\": \"office\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("id").asLong();
    }

    private void answer(long closing, String words) throws Exception {
        assertThat(officer.post("/api/cashier/closings/" + closing + "/answer", words)
                        .status())
                .isEqualTo(204);
    }

    private static void assertOpen(HisStay stay, int shares) throws Exception {
        assertThat(OfficeDatabase.rows(
                        "select o.claim_id::text from share_open o join claim c on c.id = o.claim_id"
                                + " join visit v on v.id = c.visit_id where v.number = ?",
                        stay.visit()))
                .hasSize(shares);
        assertThat(OfficeDatabase.rows("select coalesce(o.receipt_id, u.id)::text from till_open o full join"
                        + " (select r.id, r.cashier from receipt r where not exists (select 1 from till_closing_receipt t"
                        + " join till_closing c on c.id = t.closing_id"
                        + " where t.receipt_id = r.id and c.confirmed is distinct from false)) u"
                        + " on u.id = o.receipt_id and u.cashier = o.cashier"
                        + " where o.receipt_id is null or u.id is null"))
                .isEmpty();
        assertThat(OfficeDatabase.rows("select c.id::text from claim c join claim_answer a on a.claim_id = c.id"
                        + " and a.field = 'PERSONAL' left join share_open o on o.claim_id = c.id"
                        + " where c.state = 'SETTLED' and o.claim_id is null"
                        + " and a.amount > (select coalesce(sum(r.amount), 0) from receipt r where r.claim_id = c.id)"))
                .isEmpty();
    }

    private JsonNode look(HisStay stay) throws Exception {
        return cashier.get("/api/cashier/visits/" + stay.visit()).json();
    }

    private static String deed(HisStay stay) {
        return "/api/cashier/visits/" + stay.visit() + "/payments";
    }

    private Answer pay(HisStay stay, String seen, String cash) throws Exception {
        return cashier.post(deed(stay), "{\"seen\": " + seen + ", \"parts\": {\"CASH\": " + cash + "}}");
    }

    private static void refused(Answer answer, int status, String code) throws Exception {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
    }
}
