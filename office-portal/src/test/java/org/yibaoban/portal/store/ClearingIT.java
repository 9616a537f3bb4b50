package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.PastStay;
import org.yibaoban.portal.his.PayerMood;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** What the payer pays against what it was to pay, through the real line; every test has a month of its own, in a year that no other tests settle in. */
class ClearingIT extends ServerTest {

    private final OfficeClient officer = OfficeClient.as("office");
    private final OfficeClient supervisor = OfficeClient.as("supervisor");

    @AfterEach
    void behave() throws Exception {
        PayerMood.behave();
    }

    @Test
    void anAdviceIsFetchedConfirmedByASecondPersonAndLeavesWhatThePayerWithheld() throws Exception {
        LocalDate day = LocalDate.of(2024, 1, 15);
        String paid = PastStay.settled(day);
        String deducted = PastStay.settled(day);
        String late = PastStay.settled(day);
        PayerMood.books("clearing-deduct=" + deducted + "\nstatement-omit=" + late);
        BigDecimal settled = month("2024-01").path("settled").decimalValue();
        assertThat(settled).isEqualByComparingTo(fund(paid).add(fund(deducted)).add(fund(late)));

        JsonNode advice = fetch("2024-01").json();

        BigDecimal amount = fund(paid).add(fund(deducted)).subtract(BigDecimal.TEN);
        assertThat(advice.path("state").asText()).isEqualTo("ENTERED");
        assertThat(advice.path("amount").decimalValue()).isEqualByComparingTo(amount);
        assertThat(month("2024-01").path("unconfirmed").decimalValue()).isEqualByComparingTo(amount);
        assertThat(month("2024-01").path("owed").decimalValue()).isEqualByComparingTo(settled);

        long id = advice.path("id").asLong();
        assertThat(confirm(officer, id).body()).contains("YB-3104");
        assertThat(confirm(supervisor, id).json().path("state").asText()).isEqualTo("CONFIRMED");
        assertThat(confirm(supervisor, id).body()).contains("YB-3634");

        JsonNode after = month("2024-01");
        assertThat(after.path("paid").decimalValue()).isEqualByComparingTo(amount);
        assertThat(after.path("owed").decimalValue())
                .isEqualByComparingTo(fund(late).add(BigDecimal.TEN));
        assertThat(after.path("age").asText()).isEqualTo("OLDER");
        assertThat(causes("2024-01")).contains(paid + " EVEN", deducted + " SHORT", late + " UNPAID");
        assertThat(fetch("2024-01").json().path("id").asLong()).isEqualTo(id);

        deduct(deducted, "CONCEDED");
        assertThat(causes("2024-01")).contains(deducted + " EVEN");
        assertThat(month("2024-01").path("owed").decimalValue()).isEqualByComparingTo(fund(late));
        assertThat(received("2024-01")).isEqualByComparingTo(amount);
        officer.post("/api/indicators/rebuild", "{}");
        assertThat(received("2024-01")).isEqualByComparingTo(amount);
    }

    @Test
    void aLateReversalLeavesItsMonthAndJoinsTheNextClearing() throws Exception {
        String claim = PastStay.reversed(LocalDate.of(2024, 3, 10));
        String later = "2024-04-05 12:00:00+08";
        OfficeDatabase.execute(
                "update claim_decision set closed_at = ?::timestamptz where claim_id in"
                        + " (select id from claim where identifier = ?)",
                later,
                claim);
        OfficeDatabase.execute(
                "update payer_sandbox.reversal set received_at = ?::timestamptz where claim_identifier = ?",
                later,
                claim);

        long march = fetch("2024-03").json().path("id").asLong();
        assertThat(month("2024-04").path("owed").decimalValue())
                .isEqualByComparingTo(fund(claim).negate());
        assertThat(causes("2024-04")).containsExactly(claim + " TAKE_BACK");
        confirm(supervisor, march);
        long april = fetch("2024-04").json().path("id").asLong();
        confirm(supervisor, april);

        assertThat(month("2024-03").path("owed").decimalValue()).isZero();
        assertThat(month("2024-04").path("reversed").decimalValue())
                .isEqualByComparingTo(fund(claim).negate());
        assertThat(month("2024-04").path("paid").decimalValue())
                .isEqualByComparingTo(fund(claim).negate());
        assertThat(month("2024-04").path("owed").decimalValue()).isZero();
    }

    @Test
    void aFileIsReadOnceWholeOrRefused() throws Exception {
        String claim = PastStay.settled(LocalDate.of(2024, 6, 10));
        String number = "Q-" + UUID.randomUUID();
        String good =
                advice(number, claim, fund(claim).toPlainString(), fund(claim).toPlainString());

        JsonNode read = officer.post("/api/clearings/advices", good).json();
        assertThat(read.path("source").asText()).isEqualTo("FILE");
        assertThat(read.path("parts").get(0).path("month").asText()).isEqualTo("2024-06");
        assertThat(officer.post("/api/clearings/advices", good).json().path("id"))
                .isEqualTo(read.path("id"));
        assertThat(OfficeDatabase.value(
                        "select convert_from(content, 'UTF8') from clearing_payment where number = ?", number))
                .isEqualTo(good);

        assertThat(officer.post("/api/clearings/advices", advice(number, claim, "1.00", "1.00"))
                        .body())
                .contains("YB-3632");
        String other = "Q-" + UUID.randomUUID();
        assertThat(officer.post("/api/clearings/advices", advice(other, claim, "5.00", "6.00"))
                        .body())
                .contains("YB-3631", "lines 5.00, payment 6.00");
        assertThat(officer.post("/api/clearings/advices", advice(other, "C-none", "5.00", "5.00"))
                        .body())
                .contains("YB-3635", "C-none");
        assertThat(officer.post("/api/clearings/advices", "{}").body()).contains("YB-3631");
        assertThat(OfficeDatabase.value("select count(*)::text from clearing_payment where number = ?", other))
                .isEqualTo("0");
    }

    @Test
    void aTransferByHandHasPartsAndRetentionAndMayBeRejectedAndEnteredAnew() throws Exception {
        String number = "B-" + UUID.randomUUID();
        String wrong = transfer(number, "96.00", "2024-07", "95.00", "5.00");
        assertThat(officer.post("/api/clearings/transfers", wrong).body())
                .contains("YB-3633", "parts 95.00, payment 96.00");

        String right = transfer(number, "95.00", "2024-07", "95.00", "5.00");
        long first = officer.post("/api/clearings/transfers", right)
                .json()
                .path("id")
                .asLong();
        assertThat(officer.post("/api/clearings/transfers", right).body()).contains("YB-3632");
        assertThat(officer.post("/api/clearings/payments/" + first + "/rejection", "{}")
                        .body())
                .contains("YB-3107");
        officer.post("/api/clearings/payments/" + first + "/rejection", "{\"reason\": \"金额抄错\"}");
        long second = officer.post("/api/clearings/transfers", right)
                .json()
                .path("id")
                .asLong();
        confirm(supervisor, second);

        JsonNode july = month("2024-07");
        assertThat(july.path("paid").decimalValue()).isEqualByComparingTo("95.00");
        assertThat(july.path("retained").decimalValue()).isEqualByComparingTo("5.00");
        assertThat(july.path("owed").decimalValue()).isEqualByComparingTo("-100.00");
        assertThat(officer.post("/api/clearings/transfers", transfer(number + "R", "6.00", "2024-07", "6.00", "-6.00"))
                        .body())
                .contains("YB-3633", "retained of 2024-07");
    }

    /** What the first one withheld is not held any more: the second one would release what nobody has. */
    @Test
    void aReleaseOfRetentionIsNotConfirmedWhenWhatItReleasesWasRejected() throws Exception {
        String number = "B-" + UUID.randomUUID();
        long withheld = entered(transfer(number, "95.00", "2024-08", "95.00", "5.00"));
        long release = entered(transfer(number + "R", "5.00", "2024-08", "5.00", "-5.00"));
        assertThat(confirm(supervisor, release).body()).contains("YB-3633", "retained of 2024-08");
        officer.post("/api/clearings/payments/" + withheld + "/rejection", "{\"reason\": \"金额抄错\"}");
        assertThat(confirm(supervisor, release).body()).contains("YB-3633", "retained of 2024-08");
        assertThat(month("2024-08").path("retained").decimalValue()).isZero();
    }

    private long entered(String transfer) throws Exception {
        return officer.post("/api/clearings/transfers", transfer)
                .json()
                .path("id")
                .asLong();
    }

    private static String transfer(String number, String amount, String month, String paid, String retained) {
        return """
                {"number": "%s", "paidOn": "2026-01-05", "amount": "%s", "type": "21", "words": "",
                 "parts": [{"month": "%s", "insurance": "310", "paid": "%s", "retained": "%s"}]}""".formatted(number, amount, month, paid, retained);
    }

    private static String advice(String number, String claim, String line, String payment) {
        return """
                {"resourceType": "PaymentReconciliation",
                 "identifier": [{"system": "http://yibaoban.org/fhir/sid/clearing", "value": "%s"}],
                 "status": "active", "outcome": "complete", "created": "2024-07-08T10:00:00+08:00",
                 "period": {"start": "2024-06-01", "end": "2024-06-30"}, "paymentDate": "2024-07-10",
                 "paymentIssuer": {"identifier": {"system": "http://yibaoban.org/fhir/sid/payer", "value": "990000"}},
                 "requestor": {"identifier": {"system": "http://yibaoban.org/fhir/sid/fixmedins-code",
                   "value": "H99000000001"}},
                 "paymentAmount": {"value": %s, "currency": "CNY"},
                 "detail": [{"type": {"coding": [{"system": "http://yibaoban.org/fhir/CodeSystem/clearing-line",
                   "code": "settlement"}]},
                   "request": {"identifier": {"system": "http://yibaoban.org/fhir/sid/claim", "value": "%s"}},
                   "amount": {"value": %s, "currency": "CNY"}}]}""".formatted(number, payment, claim, line);
    }

    private OfficeClient.Answer fetch(String month) throws Exception {
        OfficeClient.Answer answer = officer.post("/api/clearings/requests", "{\"month\": \"" + month + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static OfficeClient.Answer confirm(OfficeClient who, long id) throws Exception {
        return who.post("/api/clearings/payments/" + id + "/confirmation", "{}");
    }

    private JsonNode month(String month) throws Exception {
        JsonNode months = officer.get("/api/clearings").json().path("months");
        return StreamSupport.stream(months.spliterator(), false)
                .filter(one -> one.path("month").asText().equals(month))
                .filter(one -> one.path("insurance").asText().equals("310"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> causes(String month) throws Exception {
        JsonNode claims = officer.get("/api/clearings/months/" + month + "/310").json();
        return StreamSupport.stream(claims.spliterator(), false)
                .map(one -> one.path("claim").asText() + " " + one.path("cause").asText())
                .toList();
    }

    private static BigDecimal fund(String claim) throws Exception {
        return new BigDecimal(OfficeDatabase.value(
                "select sum(a.amount)::text from claim_answer a join claim c on c.id = a.claim_id where c.identifier = ?"
                        + " and a.field in ('BASIC_FUND', 'LARGE_AMOUNT', 'SERIOUS_ILLNESS', 'SUPPLEMENT', 'ASSISTANCE',"
                        + " 'BACKSTOP')",
                claim));
    }

    private static BigDecimal received(String month) throws Exception {
        return new BigDecimal(OfficeDatabase.value(
                "select fund_received::text from indicator_tally where scope = 'PAYER' and code = '310'"
                        + " and grain = 'MONTH' and start = ?::date",
                month + "-01"));
    }

    private static void deduct(String claim, String state) throws Exception {
        OfficeDatabase.execute(
                "insert into deduction (notice, claim_id, department, item, rule, reason, amount, notified, deadline,"
                        + " state) select 'K-' || id, id, '0304', '', '', '重复收费', 10.00, '2024-02-01', '2024-02-20', ?"
                        + " from claim where identifier = ?",
                state,
                claim);
    }
}
