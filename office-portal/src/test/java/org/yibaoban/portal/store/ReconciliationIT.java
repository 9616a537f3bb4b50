package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.PastStay;
import org.yibaoban.portal.his.PayerMood;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** Our books against the payer's, through the real line; every test has days of its own, long past. */
class ReconciliationIT extends ServerTest {

    private final OfficeClient officer = OfficeClient.as("office");
    private final OfficeClient supervisor = OfficeClient.as("supervisor");

    @AfterEach
    void behave() throws Exception {
        PayerMood.behave();
    }

    @Test
    void whatThePayersBooksGetWrongIsFoundRepairedAndClosedByTwoPersons() throws Exception {
        LocalDate day = LocalDate.of(2026, 3, 5);
        String good = PastStay.settled(day);
        String omitted = PastStay.settled(day);
        String doubled = PastStay.settled(day);
        String changed = PastStay.settled(day);
        String dropped = PastStay.reversed(day);
        PayerMood.books("statement-omit=" + omitted + "\nstatement-double=" + doubled + "\nstatement-change=" + changed
                + "\nstatement-drop-reversal=" + dropped);

        JsonNode uneven = reconcile(day, day);

        assertThat(uneven.path("state").asText()).isEqualTo("UNEVEN");
        assertThat(found(uneven))
                .containsExactlyInAnyOrder(
                        omitted + " SETTLEMENT ONLY_HERE OPEN",
                        doubled + " SETTLEMENT DOUBLED_THERE OPEN",
                        changed + " SETTLEMENT AMOUNTS OPEN",
                        dropped + " REVERSAL REVERSED_HERE OPEN");
        assertThat(uneven.path("here").path("settlements").asInt()).isEqualTo(5);
        assertThat(uneven.path("there").path("settlements").asInt()).isEqualTo(5);
        assertThat(found(uneven)).noneMatch(one -> one.contains(good));

        assertThat(step(difference(uneven, dropped), "reversal", "").body()).contains("医保已确认撤销");
        assertThat(step(difference(uneven, omitted), "status", "").body()).contains("医保已结算");
        PayerMood.books("statement-omit=" + omitted);
        JsonNode repaired = reconcile(day, day);
        assertThat(found(repaired))
                .contains(omitted + " SETTLEMENT ONLY_HERE OPEN", dropped + " REVERSAL REVERSED_HERE GONE")
                .filteredOn(one -> one.endsWith("OPEN"))
                .hasSize(1);

        long id = repaired.path("id").asLong();
        assertThat(officer.post("/api/reconciliations/" + id + "/presentation", "{}")
                        .body())
                .contains("YB-3603");
        assertThat(step(difference(repaired, omitted), "explanation", "").body())
                .contains("YB-3107");
        step(difference(repaired, omitted), "explanation", "医保已受理更正，次月补记");
        assertThat(officer.post("/api/reconciliations/" + id + "/presentation", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(officer.post("/api/reconciliations/" + id + "/closing", "{}").body())
                .contains("YB-3104");
        assertThat(supervisor
                        .post("/api/reconciliations/" + id + "/closing", "{}")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("CLOSED");
        assertThat(officer.post("/api/reconciliations", body(day, day)).body()).contains("YB-3602");

        JsonNode month = reconcile(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
        assertThat(found(month)).contains(omitted + " SETTLEMENT ONLY_HERE EXPLAINED");
    }

    @Test
    void whoSentAReversalAgainHasDealtWithItAndDoesNotClose() throws Exception {
        LocalDate day = LocalDate.of(2026, 3, 12);
        String omitted = PastStay.settled(day);
        String dropped = PastStay.reversed(day);
        PayerMood.books("statement-omit=" + omitted + "\nstatement-drop-reversal=" + dropped);
        JsonNode uneven = reconcile(day, day);
        supervisor.post(
                "/api/reconciliations/differences/" + difference(uneven, dropped) + "/reversal", "{\"reason\": \"\"}");
        PayerMood.books("statement-omit=" + omitted);
        step(difference(reconcile(day, day), omitted), "explanation", "医保次月补记");
        String period = "/api/reconciliations/" + uneven.path("id").asLong();
        assertThat(officer.post(period + "/presentation", "{}").status()).isEqualTo(200);

        assertThat(supervisor.post(period + "/closing", "{}").body()).contains("YB-3104");
    }

    @Test
    void whatWasDecidedHoldsForTheSameAmountsOnly() throws Exception {
        LocalDate day = LocalDate.of(2026, 3, 13);
        String changed = PastStay.settled(day);
        PayerMood.books("statement-change=" + changed);
        long difference = difference(reconcile(day, day), changed);
        step(difference, "acceptance", "零头");
        assertThat(found(reconcile(day, day))).containsExactly(changed + " SETTLEMENT AMOUNTS ACCEPTED");

        // as if other amounts had been accepted, by which the funds' sum differs just as much
        OfficeDatabase.execute(
                "update reconciliation_amount set there = there + 1 where difference_id = " + difference
                        + " and field = ?",
                "BASIC_FUND");

        assertThat(found(reconcile(day, day))).containsExactly(changed + " SETTLEMENT AMOUNTS OPEN");
    }

    @Test
    void nothingIsAskedAboutADifferenceWhileTheLineIsStopped() throws Exception {
        LocalDate day = LocalDate.of(2026, 3, 14);
        String omitted = PastStay.settled(day);
        PayerMood.books("statement-omit=" + omitted);
        long difference = difference(reconcile(day, day), omitted);
        officer.post("/api/payer/stop", "{\"reason\": \"测试\"}");
        try {
            assertThat(step(difference, "status", "").body()).contains("YB-3201");
            assertThat(step(difference, "explanation", "医保次月补记").status()).isEqualTo(200);
        } finally {
            officer.post("/api/payer/resumption", "{\"reason\": \"测试结束\"}");
        }
    }

    @Test
    void anAnswerThatComesAfterAPeriodWasPresentedLeavesItAsItIs() throws Exception {
        LocalDate day = LocalDate.of(2026, 3, 15);
        String omitted = PastStay.settled(day);
        PayerMood.books("statement-omit=" + omitted);
        JsonNode uneven = reconcile(day, day);
        step(difference(uneven, omitted), "explanation", "医保次月补记");
        String period = "/api/reconciliations/" + uneven.path("id").asLong();
        PayerMood.books("only=$statement\nslow=1000\nslow-millis=2000");
        CompletableFuture<OfficeClient.Answer> late = CompletableFuture.supplyAsync(() -> {
            try {
                return officer.post("/api/reconciliations", body(day, day));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!isAsked(uneven.path("id").asLong()) && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        assertThat(OfficeClient.as("office")
                        .post(period + "/presentation", "{}")
                        .status())
                .isEqualTo(200);

        assertThat(late.get().body()).contains("YB-3602");
        assertThat(supervisor.get(period).json().path("state").asText()).isEqualTo("PRESENTED");
        assertThat(supervisor.post(period + "/closing", "{}").status()).isEqualTo(200);
    }

    @Test
    void equalBooksOfAMonthAreEvenByTheirSums() throws Exception {
        PastStay.settled(LocalDate.of(2026, 2, 3));
        PastStay.reversed(LocalDate.of(2026, 2, 4));

        JsonNode month = reconcile(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28));

        assertThat(month.path("state").asText()).isEqualTo("EVEN");
        assertThat(month.path("byLine").asBoolean()).isFalse();
        assertThat(month.path("here")).isEqualTo(month.path("there"));
        assertThat(month.path("here").path("reversals").asInt()).isEqualTo(1);
        assertThat(month.path("here").path("total").decimalValue()).isEqualByComparingTo("2400.00");
        assertThat(OfficeDatabase.value(
                        "select count(*) from reconciliation_answer where reconciliation_id = ?",
                        month.path("id").asLong()))
                .isEqualTo("1");
    }

    @Test
    void whatThePayerBookedTheDayAfterIsShownAndNeedsNobody() throws Exception {
        LocalDate day = LocalDate.of(2026, 1, 15);
        String claim = PastStay.settled(day);
        OfficeDatabase.execute(
                "update payer_sandbox.claim set received_at = '2026-01-16 00:00:05+08' where identifier = ?", claim);

        JsonNode even = reconcile(day, day);

        assertThat(found(even)).containsExactly(claim + " SETTLEMENT OTHER_PERIOD OPEN");
        assertThat(even.path("state").asText()).isEqualTo("EVEN");
    }

    @Test
    void aStoppedLineIsToldAndTheNextAnswerCounts() throws Exception {
        LocalDate day = LocalDate.of(2026, 1, 20);
        officer.post("/api/payer/stop", "{\"reason\": \"测试\"}");
        try {
            assertThat(reconcile(day, day).path("state").asText()).isEqualTo("WAITING");
        } finally {
            officer.post("/api/payer/resumption", "{\"reason\": \"测试结束\"}");
        }
        assertThat(reconcile(day, day).path("state").asText()).isEqualTo("EVEN");
    }

    @Test
    void aPeriodMustBeADayOrAMonthThatHasBegun() throws Exception {
        LocalDate day = LocalDate.of(2026, 1, 20);
        assertThat(officer.post("/api/reconciliations", body(day, day.plusDays(1)))
                        .body())
                .contains("YB-3604");
        assertThat(officer.post("/api/reconciliations", body(LocalDate.of(2099, 1, 1), LocalDate.of(2099, 1, 1)))
                        .body())
                .contains("YB-3604");
        assertThat(officer.post("/api/reconciliations", body(day.plusDays(1), day))
                        .body())
                .contains("YB-3604");
    }

    private static boolean isAsked(long period) throws Exception {
        return OfficeDatabase.value("select lease_until is not null from reconciliation where id = ?", period)
                .equals("t");
    }

    private JsonNode reconcile(LocalDate from, LocalDate to) throws Exception {
        OfficeClient.Answer answer = officer.post("/api/reconciliations", body(from, to));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String body(LocalDate from, LocalDate to) {
        return "{\"from\": \"" + from + "\", \"to\": \"" + to + "\"}";
    }

    private OfficeClient.Answer step(long difference, String step, String reason) throws Exception {
        return officer.post(
                "/api/reconciliations/differences/" + difference + "/" + step, "{\"reason\": \"" + reason + "\"}");
    }

    private static long difference(JsonNode period, String claim) {
        return StreamSupport.stream(period.path("found").spliterator(), false)
                .filter(one -> one.path("claim").asText().equals(claim))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
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
