package org.yibaoban.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.membership.Membership;
import org.yibaoban.membership.Standing;
import org.yibaoban.money.Money;
import org.yibaoban.office.payer.ClaimAnswer;
import org.yibaoban.office.payer.ClaimAnswer.Outcome;
import org.yibaoban.office.payer.ClaimSubmission;
import org.yibaoban.office.payer.EligibilityAnswer;
import org.yibaoban.office.payer.PayerGateway;
import org.yibaoban.office.payer.PayerRefused;
import org.yibaoban.office.payer.PreparedClaim;

/** What every way to a payer must do, against a payer that holds the members of {@link TestStay}. */
abstract class PayerGatewayContract {

    abstract PayerGateway gateway();

    @Test
    void aMemberInGoodStandingIsVerifiedWithWhatWasUsedThisYear() {
        EligibilityAnswer answer = gateway().verify(TestStay.of("测试居").query());

        Membership membership = answer.membership().orElseThrow();
        assertThat(membership.planId()).isEqualTo("jiaozuo-resident-2017");
        assertThat(membership.member().standing()).isEqualTo(Standing.ACTIVE);
        assertThat(membership.yearToDate().stays()).isEqualTo(1);
        assertThat(membership.yearToDate().seriousBurden()).isEqualTo(Money.of("2000.00"));
        assertThat(membership.yearToDate().outpatientFund()).isEqualTo(Money.of("5.50"));
        assertThat(membership.verifiedOn()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(answer.reason()).isEmpty();
        assertThat(text(answer.request())).contains("CoverageEligibilityRequest");
        assertThat(text(answer.response())).contains("CoverageEligibilityResponse");
    }

    @Test
    void aSuspendedMemberComesWithStandingAndReason() {
        EligibilityAnswer answer = gateway().verify(TestStay.of("测试停").query());

        assertThat(answer.membership().orElseThrow().member().standing()).isEqualTo(Standing.SUSPENDED);
        assertThat(answer.reason().orElseThrow()).contains("欠费暂停");
    }

    @Test
    void anUnknownPersonHasNoMembershipButAReason() {
        EligibilityAnswer answer = gateway().verify(TestStay.unknownPerson());

        assertThat(answer.membership()).isEmpty();
        assertThat(answer.reason()).isPresent();
    }

    @Test
    void aClaimIsSettledAsEstimated() {
        ClaimSubmission stay = TestStay.of("测试甲0").submission(gateway(), "V-SETTLED", "C-SETTLED");
        PreparedClaim claim = gateway().prepare(stay);

        ClaimAnswer answer = gateway().submit(claim);

        assertThat(answer.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(answer.amounts()).isEqualTo(stay.estimate().amounts());
        assertThat(answer.amounts().get(SettlementField.BASIC_FUND)).isEqualTo(Money.of("11840.00"));
        assertThat(answer.payerReference()).isPresent();
        assertThat(answer.request()).isEqualTo(claim.content());
        assertThat(text(answer.response())).contains("ClaimResponse");
    }

    @Test
    void preparingTwiceGivesTheSameBytes() {
        ClaimSubmission stay = TestStay.of("测试乙1").submission(gateway(), "V-SAME", "C-SAME");

        assertThat(gateway().prepare(stay).content())
                .isEqualTo(gateway().prepare(stay).content());
    }

    @Test
    void theSameClaimSentAgainGetsTheSameAnswerAndCountsOnce() {
        TestStay person = TestStay.of("测试丙2");
        PreparedClaim claim = gateway().prepare(person.submission(gateway(), "V-TWICE", "C-TWICE"));

        ClaimAnswer first = gateway().submit(claim);
        ClaimAnswer second = gateway().submit(claim);

        assertThat(second.response()).isEqualTo(first.response());
        assertThat(person.membership(gateway()).yearToDate().stays()).isEqualTo(1);
    }

    @Test
    void theSameIdentifierWithOtherContentIsRefused() {
        TestStay person = TestStay.of("测试丁3");
        PreparedClaim claim = gateway().prepare(person.submission(gateway(), "V-OTHER", "C-OTHER"));
        gateway().submit(claim);
        String other = text(claim.content()).replace("V-OTHER", "V-ELSE");

        assertThatThrownBy(() ->
                        gateway().submit(new PreparedClaim(claim.identifier(), other.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(PayerRefused.class)
                .hasMessageContaining("C-OTHER was received before with other content");
    }

    @Test
    void aSecondClaimForASettledVisitIsAnErrorThatNamesTheFirst() {
        TestStay person = TestStay.of("测试戊4");
        gateway().submit(gateway().prepare(person.submission(gateway(), "V-SECOND", "C-FIRST")));

        ClaimAnswer answer = gateway().submit(gateway().prepare(person.submission(gateway(), "V-SECOND", "C-SECOND")));

        assertThat(answer.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(answer.errors())
                .singleElement()
                .asString()
                .contains("visit-claimed")
                .contains("C-FIRST");
    }

    @Test
    void aClaimWhoseSplitIsWrongIsAnErrorWithBothFigures() {
        ClaimSubmission stay = TestStay.of("测试己5").submission(gateway(), "V-SPLIT", "C-SPLIT");
        String wrong = text(gateway().prepare(stay).content()).replace("\"value\":15600.00", "\"value\":15600.01");

        ClaimAnswer answer = gateway().submit(new PreparedClaim("C-SPLIT", wrong.getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(answer.errors()).singleElement().asString().contains("inscp_scp_amt 15600.01 <> 15600.00");
    }

    @Test
    void aClaimThatIsNoFhirIsRefusedWithDiagnostics() {
        byte[] nonsense = "{\"resourceType\":\"Claim\",\"nonsense\":1}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> gateway().submit(new PreparedClaim("C-NONSENSE", nonsense)))
                .isInstanceOf(PayerRefused.class)
                .hasMessageContaining("HTTP 400")
                .hasMessageContaining("nonsense");
    }

    @Test
    void theStatusOfAClaimIsItsAnswer() {
        PreparedClaim claim = gateway().prepare(TestStay.of("测试庚6").submission(gateway(), "V-STATUS", "C-STATUS"));
        ClaimAnswer sent = gateway().submit(claim);

        Optional<ClaimAnswer> status = gateway().status("C-STATUS");

        assertThat(status.orElseThrow().amounts()).isEqualTo(sent.amounts());
        assertThat(status.orElseThrow().payerReference()).isEqualTo(sent.payerReference());
    }

    @Test
    void aClaimThatNeverCameHasNoStatus() {
        assertThat(gateway().status("C-NEVER")).isEmpty();
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
