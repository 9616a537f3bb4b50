package org.yibaoban.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yibaoban.fhir.profile.ProfileValidator;
import org.yibaoban.money.Money;
import org.yibaoban.office.payer.ClaimAnswer;
import org.yibaoban.office.payer.PayerGateway;
import org.yibaoban.office.payer.PayerRefused;
import org.yibaoban.office.payer.PayerUnreadable;
import org.yibaoban.office.payer.PreparedClaim;
import org.yibaoban.office.payer.ReadAdvice;
import org.yibaoban.office.payer.ReversalSubmission;
import org.yibaoban.settlement.reconciliation.BookLine;

/** What the payer pays, over real HTTP: every settlement and reversal once, with what it withholds. */
class ClearingTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final PayerGateway gateway = Payer.shared().gateway();

    @AfterEach
    void behave() throws Exception {
        tell("");
    }

    @Test
    void aSettlementIsPaidOnceAndItsReversalJoinsTheNextClearing() {
        Settled settled = settle();

        ReadAdvice first = gateway.clearing(NOVEMBER);

        assertThat(lines(first, settled)).containsExactly("SETTLEMENT " + fund(settled));
        assertThat(first.advice().paidOn()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(ProfileValidator.validate(first.content(), "PaymentReconciliation"))
                .isEmpty();

        gateway.reverse(gateway.prepareReversal(new ReversalSubmission(
                UUID.randomUUID().toString(),
                settled.claim,
                settled.answer.payerReference(),
                "重新结算",
                LocalDateTime.of(2026, 11, 22, 10, 0))));
        ReadAdvice next = gateway.clearing(NOVEMBER);

        assertThat(lines(next, settled)).containsExactly("REVERSAL -" + fund(settled));
        assertThat(next.advice().number()).isNotEqualTo(first.advice().number());
    }

    @Test
    void askedAgainItTellsTheVerySame() {
        settle();
        ReadAdvice first = gateway.clearing(NOVEMBER);

        assertThat(gateway.clearing(NOVEMBER).content()).isEqualTo(first.content());
        assertThat(gateway.readClearing(first.content()).advice()).isEqualTo(first.advice());
    }

    @Test
    void itWithholdsAndPaysLessAsTold() throws Exception {
        Settled deducted = settle();
        Settled changed = settle();
        Settled omitted = settle();
        tell("clearing-deduct=" + deducted.claim.identifier() + "\nstatement-change=" + changed.claim.identifier()
                + "\nstatement-omit=" + omitted.claim.identifier());

        ReadAdvice advice = gateway.clearing(NOVEMBER);

        assertThat(lines(advice, deducted)).containsExactly("SETTLEMENT " + fund(deducted), "DEDUCTION -10.00");
        assertThat(lines(advice, changed))
                .containsExactly("SETTLEMENT " + fund(changed).minus(Money.of("1")));
        assertThat(lines(advice, omitted)).isEmpty();
        tell("");
        assertThat(lines(gateway.clearing(NOVEMBER), omitted)).containsExactly("SETTLEMENT " + fund(omitted));
    }

    @Test
    void aMonthBeforeAllHasNothingToBePaid() {
        assertThatThrownBy(() -> gateway.clearing(YearMonth.of(2020, 1)))
                .isInstanceOf(PayerRefused.class)
                .hasMessageContaining("nothing is to be paid");
    }

    @Test
    void whatIsNoAdviceIsNotRead() {
        assertThatThrownBy(() -> gateway.readClearing("<html>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PayerUnreadable.class);
        assertThatThrownBy(() ->
                        gateway.readClearing("{\"resourceType\":\"PaymentNotice\"}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PayerUnreadable.class);
    }

    private record Settled(PreparedClaim claim, ClaimAnswer answer) {}

    private Settled settle() {
        String visit = "Q-" + UUID.randomUUID().toString().substring(0, 8);
        PreparedClaim claim = gateway.prepare(
                TestStay.of("测试清").submission(gateway, visit, UUID.randomUUID().toString()));
        return new Settled(claim, gateway.submit(claim));
    }

    private static Money fund(Settled settled) {
        return Money.sum(BookLine.FUNDS.stream()
                .map(field -> settled.answer.amounts().getOrDefault(field, Money.ZERO))
                .toList());
    }

    private static List<String> lines(ReadAdvice advice, Settled settled) {
        return advice.advice().lines().stream()
                .filter(line -> line.claim().equals(settled.claim.identifier()))
                .map(line -> line.kind() + " " + line.amount())
                .toList();
    }

    private static void tell(String settings) throws Exception {
        URI address = Payer.shared().base().resolve("/payer-sandbox/misbehaviour");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .PUT(HttpRequest.BodyPublishers.ofString(settings))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
