package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.Ft1.credit;
import static org.yibaoban.portal.his.SettledStay.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.DividedStay;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.PastStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;
import org.yibaoban.portal.his.WrittenReceipt;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** Our settlements against our own ledger and receipts; every test has days of its own, long past. */
class OwnBooksIT extends ServerTest {

    private final OfficeClient officer = OfficeClient.as("office");
    private final OfficeClient supervisor = OfficeClient.as("supervisor");
    private final OfficeClient cashier = OfficeClient.as("cashier");

    @Test
    void aLateChargeIsFoundAndGoneWhenItIsSettledAnew() throws Exception {
        LocalDate day = LocalDate.of(2025, 3, 5);
        HisStay stay = SettledStay.of(Person.retired());
        String claim = PastStay.moved(stay, day);
        assertThat(found(reconcile(day))).isEmpty();
        accepted(stay.cancelDischarge());
        accepted(stay.charges(charge(stay.id("late"), "NUR000", "1", "120.00")));

        JsonNode uneven = reconcile(day);

        assertThat(found(uneven)).containsExactly(claim + " SETTLEMENT LEDGER_MORE OPEN");
        assertThat(uneven.at("/found/0/visit").asText()).isEqualTo(stay.visit());
        assertThat(uneven.at("/found/0/books").asText()).isEqualTo("LEDGER");
        assertThat(amount(uneven, "/found/0/gap")).isEqualByComparingTo("-120.00");
        assertThat(amount(uneven, "/own/settled")).isEqualByComparingTo("2400.00");
        assertThat(amount(uneven, "/own/charged")).isEqualByComparingTo("2520.00");
        assertThat(OfficeDatabase.value(
                        "select field || ' ' || here || ' ' || there from reconciliation_amount where difference_id = ?",
                        uneven.at("/found/0/id").asLong()))
                .isEqualTo("TOTAL 2400.00 2520.00");
        assertThat(step(uneven, "acceptance", "以医保为准").body()).contains("YB-3607");
        assertThat(step(uneven, "status", "").body()).contains("YB-3607");

        SettledStay.reverse(stay);
        accepted(stay.discharge());
        OfficeClient.as("billing")
                .awaitVisit(
                        stay.visit(), state -> !OfficeClient.membership(state).equals("PENDING"));
        SettledStay.settle(stay);

        assertThat(found(reconcile(day))).contains(claim + " SETTLEMENT LEDGER_MORE GONE");
    }

    @Test
    void aLateCreditIsExplainedAndClosedByTwoPersons() throws Exception {
        LocalDate day = LocalDate.of(2025, 3, 6);
        HisStay stay = SettledStay.of(Person.retired());
        String claim = PastStay.moved(stay, day);
        accepted(stay.cancelDischarge());
        accepted(stay.charges(credit(stay.id("back"), stay.id("1"), "NUR000", "1", "120.00")));
        JsonNode uneven = reconcile(day);
        assertThat(found(uneven)).containsExactly(claim + " SETTLEMENT LEDGER_LESS OPEN");
        String period = "/api/reconciliations/" + uneven.path("id").asLong();
        assertThat(officer.post(period + "/presentation", "{}").body()).contains("YB-3603");

        step(uneven, "explanation", "误冲，次日已补记");
        assertThat(officer.post(period + "/presentation", "{}").status()).isEqualTo(200);
        assertThat(officer.post(period + "/closing", "{}").body()).contains("YB-3104");
        assertThat(supervisor
                        .post(period + "/closing", "{}")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("CLOSED");
    }

    @Test
    void whatWasTakenTwiceIsFoundAndGoneWhenTheReceiptIsVoidedByTwoPersons() throws Exception {
        LocalDate day = LocalDate.of(2025, 3, 7);
        HisStay stay = SettledStay.of(Person.retired());
        String claim = PastStay.moved(stay, day);
        JsonNode due = money(stay);
        pay(stay, due.path("payable").asText());
        assertThat(found(reconcile(day))).isEmpty();
        // as no program here would do it
        String receipt =
                WrittenReceipt.of(claim, day, "CASH", due.path("personal").asText());

        JsonNode uneven = reconcile(day);

        assertThat(found(uneven)).containsExactly(claim + " SETTLEMENT RECEIPT_DOUBLED OPEN");
        assertThat(amount(uneven, "/found/0/gap"))
                .isEqualByComparingTo(new BigDecimal(due.path("personal").asText()).negate());
        assertThat(uneven.at("/till/0/method").asText()).isEqualTo("CASH");
        assertThat(amount(uneven, "/till/0/ofPeriod"))
                .isEqualByComparingTo(due.path("personal").asText());

        voided(receipt);
        JsonNode repaired = reconcile(day);
        assertThat(found(repaired)).containsExactly(claim + " SETTLEMENT RECEIPT_DOUBLED GONE");
        assertThat(repaired.path("state").asText()).isEqualTo("EVEN");
    }

    @Test
    void aReversedSettlementWhoseReceiptStandsIsFoundOnTheDayOfTheReversal() throws Exception {
        LocalDate day = LocalDate.of(2025, 3, 8);
        HisStay stay = SettledStay.of(Person.retired());
        String receipt = pay(stay, money(stay).path("payable").asText());
        SettledStay.reverse(stay);
        String claim = PastStay.reversed(stay, day);

        JsonNode uneven = reconcile(day);

        assertThat(found(uneven)).containsExactly(claim + " REVERSAL RECEIPT_LEFT OPEN");
        voided(receipt);
        assertThat(found(reconcile(day))).containsExactly(claim + " REVERSAL RECEIPT_LEFT GONE");
    }

    @Test
    void whatIsNotPaidYetIsOwedAndNoDifference() throws Exception {
        LocalDate day = LocalDate.of(2025, 3, 9);
        HisStay stay = SettledStay.of(Person.retired());
        PastStay.moved(stay, day);
        String personal = money(stay).path("personal").asText();

        JsonNode even = reconcile(day);

        assertThat(even.path("state").asText()).isEqualTo("EVEN");
        assertThat(even.at("/own/owing").asInt()).isEqualTo(1);
        assertThat(amount(even, "/own/owed")).isEqualByComparingTo(personal);
        assertThat(amount(even, "/own/account").add(amount(even, "/own/cash"))).isEqualByComparingTo(personal);
    }

    /** The payer has never heard of it; the cashier took all. */
    @Test
    void aClaimSettledWithoutThePayerIsInOurOwnBooks() throws Exception {
        LocalDate day = LocalDate.of(2025, 3, 10);
        HisStay stay = SettledStay.of(Person.stranger());
        String claim = OfficeDatabase.value(
                "select c.identifier from claim c join visit v on v.id = c.visit_id where v.number = ?", stay.visit());
        OfficeDatabase.execute(
                "update claim set settled_at = ?::timestamptz where identifier = ?", PastStay.noon(day), claim);
        WrittenReceipt.of(claim, day, "MOBILE", "2400.01");

        JsonNode uneven = reconcile(day);

        assertThat(uneven.at("/here/settlements").asInt()).isZero();
        assertThat(uneven.at("/own/claims").asInt()).isEqualTo(1);
        assertThat(found(uneven)).containsExactly(claim + " SETTLEMENT RECEIPT_MORE OPEN");
    }

    @Test
    void whatIsTakenForOtherDaysSettlementsIsToldApart() throws Exception {
        LocalDate day = LocalDate.of(2025, 3, 11);
        HisStay stay = SettledStay.of(Person.retired());
        String claim = PastStay.moved(stay, day);
        WrittenReceipt.of(claim, day.plusDays(1), "CASH", "1.00");

        JsonNode next = reconcile(day.plusDays(1));

        assertThat(next.at("/own/claims").asInt()).isZero();
        assertThat(amount(next, "/till/0/ofPeriod")).isEqualByComparingTo("0");
        assertThat(amount(next, "/till/0/ofOthers")).isEqualByComparingTo("1.00");
    }

    /** The payer's sums are the same, so its lines are not asked for: our own books are looked at all the same. */
    @Test
    void aMonthWhoseSumsAgreeAtThePayerIsStillHeldAgainstOurOwnBooks() throws Exception {
        LocalDate day = LocalDate.of(2025, 2, 5);
        HisStay stay = SettledStay.of(Person.retired());
        String claim = PastStay.moved(stay, day);
        accepted(stay.cancelDischarge());
        accepted(stay.charges(credit(stay.id("all"), stay.id("1"), "NUR000", "20", "120.00")));

        JsonNode month = reconcile(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 2, 28));

        assertThat(month.path("byLine").asBoolean()).isFalse();
        assertThat(found(month)).containsExactly(claim + " SETTLEMENT LEDGER_REVERSED OPEN");
    }

    /** What is charged while the stay goes on is of the next part; what comes after the last one is a difference. */
    @Test
    void aStayInPartsIsHeldAgainstItsLedgerWhenItsLastPartIsSettled() throws Exception {
        LocalDate day = LocalDate.of(2025, 3, 12);
        HisStay stay = DividedStay.open(Person.retired());
        DividedStay.settle(stay, DividedStay.ago(6));
        OfficeDatabase.execute(
                "update claim set answered_at = ?::timestamptz where visit_id in (select id from visit where number = ?)",
                PastStay.noon(day),
                stay.visit());
        List<String> goesOn = ofOwnBooks(reconcile(day));
        DividedStay.end(stay);
        OfficeDatabase.execute(
                "update claim set answered_at = ?::timestamptz where visit_id in (select id from visit where number = ?)",
                PastStay.noon(day),
                stay.visit());
        List<String> ended = ofOwnBooks(reconcile(day));
        accepted(stay.cancelDischarge());
        accepted(stay.charges(charge(stay.id("late"), "NUR000", "1", "120.00")));

        JsonNode moved = reconcile(day);

        assertThat(goesOn).isEmpty();
        assertThat(ended).isEmpty();
        assertThat(ofOwnBooks(moved)).hasSize(1).allMatch(one -> one.endsWith("LEDGER_MORE OPEN"));
        assertThat(amount(moved, "/own/settled")).isEqualByComparingTo("3600.00");
        assertThat(amount(moved, "/own/charged")).isEqualByComparingTo("3720.00");
    }

    private static List<String> ofOwnBooks(JsonNode period) {
        return found(period).stream()
                .filter(one -> one.contains("LEDGER") || one.contains("RECEIPT"))
                .toList();
    }

    private JsonNode money(HisStay stay) throws Exception {
        return cashier.get("/api/cashier/visits/" + stay.visit()).json();
    }

    private String pay(HisStay stay, String amount) throws Exception {
        String parts = amount.equals("0.00") ? "{}" : "{\"CASH\": \"" + amount + "\"}";
        OfficeClient.Answer answer = cashier.post(
                "/api/cashier/visits/" + stay.visit() + "/payments", "{\"seen\": 0, \"parts\": " + parts + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().at("/receipts/0/number").asText();
    }

    private void voided(String receipt) throws Exception {
        String voiding = "/api/cashier/receipts/" + receipt + "/void";
        assertThat(cashier.post(voiding, "{\"reason\": \"对账发现\"}").status()).isEqualTo(204);
        assertThat(officer.post(voiding + "/approval", "{\"approve\": true}").status())
                .isEqualTo(204);
    }

    private JsonNode reconcile(LocalDate day) throws Exception {
        return reconcile(day, day);
    }

    private JsonNode reconcile(LocalDate from, LocalDate to) throws Exception {
        OfficeClient.Answer answer =
                officer.post("/api/reconciliations", "{\"from\": \"" + from + "\", \"to\": \"" + to + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("error").asText()).isEmpty();
        return answer.json();
    }

    private OfficeClient.Answer step(JsonNode period, String step, String reason) throws Exception {
        return officer.post(
                "/api/reconciliations/differences/" + period.at("/found/0/id").asLong() + "/" + step,
                "{\"reason\": \"" + reason + "\"}");
    }

    private static BigDecimal amount(JsonNode period, String path) {
        return period.at(path).decimalValue();
    }

    private static List<String> found(JsonNode period) {
        List<String> found = new ArrayList<>();
        period.path("found")
                .forEach(one -> found.add(String.join(
                        " ",
                        one.path("claim").asText(),
                        one.path("line").asText(),
                        one.path("kind").asText(),
                        one.path("state").asText())));
        return found;
    }
}
