package org.yibaoban.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.fhir.profile.ProfileValidator;
import org.yibaoban.membership.Membership;
import org.yibaoban.office.payer.ClaimAnswer;
import org.yibaoban.office.payer.PayerGateway;
import org.yibaoban.office.payer.PreparedClaim;
import org.yibaoban.office.payer.PreparedReversal;
import org.yibaoban.office.payer.ReversalAnswer;
import org.yibaoban.office.payer.ReversalAnswer.Outcome;
import org.yibaoban.office.payer.ReversalSubmission;

/** What every way to take a claim back must do, against a payer that holds the members of {@link TestStay}. */
abstract class PayerReversalContract {

    abstract PayerGateway gateway();

    /** A member of this way's own. */
    abstract TestStay person();

    private record Settled(PreparedClaim claim, ClaimAnswer answer, String visit) {}

    private Settled settle() {
        return settle("V-" + UUID.randomUUID().toString().substring(0, 8));
    }

    private Settled settle(String visit) {
        PreparedClaim claim = gateway()
                .prepare(person().submission(gateway(), visit, UUID.randomUUID().toString()));
        ClaimAnswer answer = gateway().submit(claim);
        assertThat(answer.outcome()).isEqualTo(ClaimAnswer.Outcome.COMPLETE);
        return new Settled(claim, answer, visit);
    }

    private PreparedReversal reversal(Settled settled) {
        return gateway()
                .prepareReversal(new ReversalSubmission(
                        UUID.randomUUID().toString(),
                        settled.claim(),
                        settled.answer().payerReference(),
                        "取消出院，重新结算",
                        LocalDateTime.of(2026, 11, 22, 10, 0)));
    }

    @Test
    void aReversalGivesBackTheYearAndTheAccount() {
        Membership before = person().membership(gateway());
        Settled settled = settle();
        assertThat(person().membership(gateway())).isNotEqualTo(before);

        ReversalAnswer answer = gateway().reverse(reversal(settled));

        assertThat(answer.outcome()).isEqualTo(Outcome.DONE);
        assertThat(person().membership(gateway())).isEqualTo(before);
    }

    @Test
    void whatWasExchangedIsKeptByteForByte() {
        PreparedReversal reversal = reversal(settle());

        ReversalAnswer answer = gateway().reverse(reversal);

        assertThat(answer.request()).isEqualTo(reversal.content());
        assertThat(text(answer.response())).contains("resourceType");
    }

    @Test
    void preparingTwiceGivesTheSameBytes() {
        Settled settled = settle();
        ReversalSubmission submission = new ReversalSubmission(
                "R-SAME", settled.claim(), Optional.empty(), "重复收费", LocalDateTime.of(2026, 11, 22, 10, 0));

        assertThat(gateway().prepareReversal(submission).content())
                .isEqualTo(gateway().prepareReversal(submission).content());
        gateway().reverse(reversal(settled));
    }

    @Test
    void theSameReversalSentAgainGetsTheSameAnswerAndCountsOnce() {
        Membership before = person().membership(gateway());
        PreparedReversal reversal = reversal(settle());

        ReversalAnswer first = gateway().reverse(reversal);
        ReversalAnswer second = gateway().reverse(reversal);

        assertThat(second.outcome()).isEqualTo(Outcome.DONE);
        assertThat(second.response()).isEqualTo(first.response());
        assertThat(person().membership(gateway())).isEqualTo(before);
    }

    @Test
    void aSecondReversalIsRefusedWithTheFirstOnesIdentifier() {
        Membership before = person().membership(gateway());
        Settled settled = settle();
        PreparedReversal first = reversal(settled);
        gateway().reverse(first);

        ReversalAnswer answer = gateway().reverse(reversal(settled));

        assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(answer.reasons()).singleElement().asString().contains("claim-reversed", first.identifier());
        assertThat(person().membership(gateway())).isEqualTo(before);
    }

    @Test
    void aVisitIsClaimedAgainAfterItsReversal() {
        Settled settled = settle();
        gateway().reverse(reversal(settled));

        Settled again = settle(settled.visit());

        assertThat(again.answer().amounts()).isEqualTo(settled.answer().amounts());
        assertThat(gateway().reverse(reversal(again)).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aClaimThatThePayerNeverSettledIsNotTakenBack() {
        PreparedClaim never = gateway()
                .prepare(person().submission(
                                gateway(), "V-NEVER", UUID.randomUUID().toString()));

        ReversalAnswer answer = gateway().reverse(reversal(new Settled(never, settle().answer(), "V-NEVER")));

        assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(answer.reasons()).singleElement().asString().contains("claim-not-settled", never.identifier());
    }

    @Test
    void theStatusTellsThatItIsDoneAndNothingBefore() {
        PreparedReversal reversal = reversal(settle());
        assertThat(gateway().reversalStatus(reversal)).isEmpty();

        gateway().reverse(reversal);

        assertThat(gateway().reversalStatus(reversal))
                .hasValueSatisfying(status -> assertThat(status.outcome()).isEqualTo(Outcome.DONE));
    }

    @Test
    void theSameIdentifierWithOtherContentIsRefused() {
        PreparedReversal reversal = reversal(settle());
        gateway().reverse(reversal);
        String other = text(reversal.content()).replace("取消出院", "撤销出院");

        ReversalAnswer answer = gateway()
                .reverse(new PreparedReversal(
                        reversal.identifier(),
                        reversal.claimIdentifier(),
                        reversal.method(),
                        other.getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(answer.reasons()).singleElement().asString().contains("received before with other content");
    }

    @Test
    void whatIsSentAndAnsweredConformsToTheProfiles() {
        PreparedReversal reversal = reversal(settle());
        ReversalAnswer answer = gateway().reverse(reversal);

        assertThat(problems(reversal.content())).isEmpty();
        assertThat(problems(answer.response())).isEmpty();
    }

    private static List<String> problems(byte[] json) {
        return ProfileValidator.validate(json, FhirJson.parse(json).fhirType());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
