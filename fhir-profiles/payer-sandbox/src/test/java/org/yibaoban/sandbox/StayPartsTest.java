package org.yibaoban.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.fhir.client.FhirPayerGateway;
import org.yibaoban.fhir.profile.ProfileValidator;
import org.yibaoban.membership.Membership;
import org.yibaoban.money.Money;
import org.yibaoban.office.payer.ClaimAnswer;
import org.yibaoban.office.payer.ClaimAnswer.Outcome;
import org.yibaoban.office.payer.ClaimSubmission;
import org.yibaoban.office.payer.PreparedClaim;
import org.yibaoban.office.payer.PreparedReversal;
import org.yibaoban.office.payer.ReversalAnswer;
import org.yibaoban.office.payer.ReversalSubmission;
import org.yibaoban.settlement.StayPart;

/** The payer settles a stay in parts in their order, each charge once, and takes them back from the last one. */
class StayPartsTest {

    private final FhirPayerGateway gateway = Payer.shared().gateway();
    private final TestStay person = TestStay.of("测试分");
    private final String visit = "V-" + UUID.randomUUID().toString().substring(0, 8);

    private record Settled(PreparedClaim claim, ClaimAnswer answer) {}

    private static StayPart part(int number, int from, int through, boolean midStay) {
        return new StayPart(number, LocalDate.of(2017, 5, from), LocalDate.of(2017, 5, through), midStay);
    }

    private Settled settle(StayPart part, List<Integer> lines, Optional<Money> earlier) {
        ClaimSubmission submission =
                person.part(gateway, visit, UUID.randomUUID().toString(), part, lines, earlier);
        PreparedClaim claim = gateway.prepare(submission);
        assertThat(ProfileValidator.validate(claim.content(), "Claim")).isEmpty();
        ClaimAnswer answer = gateway.submit(claim);
        if (answer.outcome() == Outcome.COMPLETE) {
            assertThat(answer.amounts()).isEqualTo(submission.estimate().amounts());
        }
        return new Settled(claim, answer);
    }

    private ReversalAnswer reverse(Settled settled) {
        PreparedReversal reversal = gateway.prepareReversal(new ReversalSubmission(
                UUID.randomUUID().toString(),
                settled.claim(),
                settled.answer().payerReference(),
                "重新结算",
                LocalDateTime.of(2026, 11, 22, 10, 0)));
        return gateway.reverse(reversal);
    }

    @Test
    void partsFollowEachOtherAndAreTakenBackFromTheLast() {
        Membership before = person.membership(gateway);
        refused(settle(part(2, 3, 5, true), List.of(1), Optional.empty()), "part-out-of-order");
        Settled first = settle(part(1, 1, 3, true), List.of(1), Optional.empty());
        assertThat(first.answer().outcome()).isEqualTo(Outcome.COMPLETE);
        Money paid = first.answer().amounts().get(SettlementField.DEDUCTIBLE);
        assertThat(paid).isNotEqualTo(Money.ZERO);
        refused(settle(part(1, 1, 3, true), List.of(2), Optional.empty()), "part-out-of-order");
        refused(settle(part(2, 4, 5, true), List.of(1, 2), Optional.of(paid)), "charge-settled");

        Settled last = settle(part(2, 4, 9, false), List.of(2, 3, 4), Optional.of(paid));
        assertThat(last.answer().outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(last.answer().amounts().get(SettlementField.DEDUCTIBLE)).isEqualTo(Money.ZERO);
        assertThat(person.membership(gateway).yearToDate().stays())
                .isEqualTo(before.yearToDate().stays() + 1);
        refused(settle(part(3, 9, 9, true), List.of(5), Optional.of(paid)), "visit-claimed");

        ReversalAnswer early = reverse(first);
        assertThat(early.outcome()).isEqualTo(ReversalAnswer.Outcome.REFUSED);
        assertThat(early.reasons().toString()).contains("later-part-settled");
        assertThat(reverse(last).outcome()).isEqualTo(ReversalAnswer.Outcome.DONE);
        assertThat(reverse(first).outcome()).isEqualTo(ReversalAnswer.Outcome.DONE);
        assertThat(person.membership(gateway)).isEqualTo(before);
    }

    private static void refused(Settled settled, String code) {
        assertThat(settled.answer().outcome()).isEqualTo(Outcome.ERROR);
        assertThat(settled.answer().errors().toString()).contains(code);
    }
}
