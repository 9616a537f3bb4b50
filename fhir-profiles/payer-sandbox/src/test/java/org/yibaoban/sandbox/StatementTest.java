package org.yibaoban.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.fhir.profile.ProfileValidator;
import org.yibaoban.money.Money;
import org.yibaoban.office.payer.ClaimAnswer;
import org.yibaoban.office.payer.PayerGateway;
import org.yibaoban.office.payer.PreparedClaim;
import org.yibaoban.office.payer.ReversalSubmission;
import org.yibaoban.office.payer.Statement;
import org.yibaoban.office.payer.StatementQuery;
import org.yibaoban.settlement.reconciliation.BookLine;
import org.yibaoban.settlement.reconciliation.BookLine.Kind;
import org.yibaoban.settlement.reconciliation.BookTotals;
import org.yibaoban.settlement.reconciliation.Period;

/** What the payer's books hold of a day, over real HTTP; and the ways in which they can be wrong. */
class StatementTest {
    /** The day of the payer's clock. */
    private static final Period TODAY = Period.day(LocalDate.of(2026, 11, 22));

    private final PayerGateway gateway = Payer.shared().gateway();

    @AfterEach
    void behave() throws Exception {
        tell("");
    }

    @Test
    void aSettlementStandsInTheStatementOfItsDayWithAllAmounts() {
        Settled settled = settle();

        BookLine line = only(lines(settled));

        assertThat(line.kind()).isEqualTo(Kind.SETTLEMENT);
        assertThat(line.amounts()).isEqualTo(settled.answer.amounts());
        assertThat(line.reference()).isEqualTo(settled.answer.payerReference());
        assertThat(line.day()).isEqualTo(TODAY.from());
        assertThat(line.fund()).isEqualTo(Money.of("11840.00"));
        reverse(settled);
    }

    @Test
    void aReversedOneStandsTwiceAndAddsNothing() {
        Settled settled = settle();
        reverse(settled);

        List<BookLine> lines = lines(settled);

        assertThat(lines).extracting(BookLine::kind).containsExactly(Kind.SETTLEMENT, Kind.REVERSAL);
        assertThat(BookTotals.of(lines).fund()).isEqualTo(Money.ZERO);
    }

    @Test
    void theSumsAloneAreThoseOfTheLines() {
        reverse(settle());
        Statement sums = gateway.statement(new StatementQuery(TODAY, false));

        assertThat(sums.lines()).isEmpty();
        assertThat(sums.totals()).isEqualTo(BookTotals.of(statement().lines()));
    }

    @Test
    void anotherDayHasNothingOfIt() {
        Statement before = gateway.statement(new StatementQuery(Period.day(LocalDate.of(2026, 11, 20)), true));

        assertThat(before.lines()).isEmpty();
        assertThat(before.totals().settlements()).isZero();
    }

    @Test
    void whatIsToldConformsToTheProfile() {
        reverse(settle());
        byte[] sums = gateway.statement(new StatementQuery(TODAY, false)).response();

        assertThat(ProfileValidator.validate(statement().response(), "PaymentReconciliation"))
                .isEmpty();
        assertThat(ProfileValidator.validate(sums, "PaymentReconciliation")).isEmpty();
    }

    @Test
    void thePayersBooksAreWrongAsTold() throws Exception {
        Settled omitted = settle();
        reverse(omitted);
        Settled doubled = settle();
        reverse(doubled);
        Settled changed = settle();
        reverse(changed);
        tell("statement-omit=" + omitted.claim.identifier() + "\nstatement-double=" + doubled.claim.identifier()
                + "\nstatement-change=" + changed.claim.identifier());

        assertThat(lines(omitted)).isEmpty();
        assertThat(lines(doubled))
                .extracting(BookLine::kind)
                .containsExactly(Kind.SETTLEMENT, Kind.SETTLEMENT, Kind.REVERSAL);
        assertThat(lines(changed).get(0).amount(SettlementField.BASIC_FUND)).isEqualTo(Money.of("11839.00"));

        tell("statement-drop-reversal=" + omitted.claim.identifier());
        assertThat(only(lines(omitted)).kind()).isEqualTo(Kind.SETTLEMENT);
    }

    @Test
    void aPeriodThatIsNoneIsRefused() throws Exception {
        URI address = URI.create(Payer.shared().base()
                + "/PaymentReconciliation/$statement?hospital=http://yibaoban.org/fhir/sid/fixmedins-code%7CH99000000001"
                + "&from=2026-11-22&to=2026-11-21");

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("is after");
    }

    private record Settled(PreparedClaim claim, ClaimAnswer answer) {}

    private Settled settle() {
        String visit = "S-" + UUID.randomUUID().toString().substring(0, 8);
        PreparedClaim claim = gateway.prepare(
                TestStay.of("测试账").submission(gateway, visit, UUID.randomUUID().toString()));
        return new Settled(claim, gateway.submit(claim));
    }

    private void reverse(Settled settled) {
        gateway.reverse(gateway.prepareReversal(new ReversalSubmission(
                UUID.randomUUID().toString(),
                settled.claim,
                settled.answer.payerReference(),
                "重新结算",
                LocalDateTime.of(2026, 11, 22, 10, 0))));
    }

    private Statement statement() {
        return gateway.statement(new StatementQuery(TODAY, true));
    }

    private List<BookLine> lines(Settled settled) {
        return statement().lines().stream()
                .filter(line -> line.claim().equals(settled.claim.identifier()))
                .toList();
    }

    private static BookLine only(List<BookLine> lines) {
        assertThat(lines).hasSize(1);
        return lines.get(0);
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
