package org.yibaoban.sandbox;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.yibaoban.benefit.BenefitEngine;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.benefit.VisitTerms;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.membership.IdentityNumber;
import org.yibaoban.membership.Membership;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;
import org.yibaoban.office.payer.ClaimSubmission;
import org.yibaoban.office.payer.EligibilityQuery;
import org.yibaoban.office.payer.PayerGateway;
import org.yibaoban.settlement.StayPart;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitType;

/** One stay of a made-up member at a third-level hospital, in 2017, when the test plans were in force. */
final class TestStay {
    private static final LocalDateTime ADMITTED = LocalDateTime.of(2017, 5, 1, 8, 0);
    private static final LocalDateTime DISCHARGED = LocalDateTime.of(2017, 5, 9, 10, 0);
    private final RegisteredMember member;

    private TestStay(RegisteredMember member) {
        this.member = member;
    }

    static TestStay of(String name) {
        return MemberFile.read(Path.of("src/test/resources/members.csv")).stream()
                .map(MemberFile.Entry::member)
                .filter(member -> member.name().equals(name))
                .map(TestStay::new)
                .findFirst()
                .orElseThrow();
    }

    static EligibilityQuery unknownPerson() {
        String digits = "99000019990909001";
        return query(new IdentityNumber(digits + IdentityNumber.check(digits)), "测试无", LocalDate.of(2026, 11, 20));
    }

    EligibilityQuery query() {
        return query(new IdentityNumber(member.identityNumber()), member.name(), LocalDate.of(2026, 11, 20));
    }

    private static EligibilityQuery query(IdentityNumber number, String name, LocalDate day) {
        return new EligibilityQuery(number, name, new VisitNumber("V1"), VisitType.INPATIENT, day);
    }

    /** As the payer knows it now, for the year of the stay. */
    Membership membership(PayerGateway gateway) {
        return gateway.verify(
                        query(new IdentityNumber(member.identityNumber()), member.name(), DISCHARGED.toLocalDate()))
                .membership()
                .orElseThrow();
    }

    /** The lines of T3 in the domain facts: 18,000.00 in all. */
    ClaimSubmission submission(PayerGateway gateway, String visit, String identifier) {
        Membership membership = membership(gateway);
        List<ClaimSubmission.Line> lines = List.of(
                line(1, ItemClass.A, "", "", "10", "860.00", "8600.00", Optional.empty()),
                line(2, ItemClass.B, "0.1", "", "2", "3000.00", "6000.00", Optional.empty()),
                line(3, ItemClass.B, "0.2", "2000.00", "1", "2400.00", "2400.00", Optional.empty()),
                line(4, ItemClass.C, "", "", "4", "250.00", "1000.00", Optional.empty()),
                line(5, ItemClass.B, "0.1", "", "1", "3000.00", "3000.00", Optional.empty()),
                line(6, ItemClass.B, "0.1", "", "-1", "3000.00", "-3000.00", Optional.of(5)));
        return new ClaimSubmission(
                identifier,
                DISCHARGED.plusHours(1),
                new VisitNumber(visit),
                VisitType.INPATIENT,
                Optional.empty(),
                3,
                new PatientDetails(
                        new PatientNumber("P-" + member.memberNumber()),
                        Optional.of(member.identityNumber()),
                        member.name(),
                        new IdentityNumber(member.identityNumber()).sex(),
                        Optional.empty()),
                membership,
                ADMITTED,
                DISCHARGED,
                List.of(new Diagnosis("J18.900", "肺炎")),
                lines,
                estimate(membership, lines));
    }

    /**
     * Some of these lines as a part of a stay that goes on, or as its last part.
     *
     * @param earlier what the parts before took of the deductible; empty for the first
     */
    ClaimSubmission part(
            PayerGateway gateway,
            String visit,
            String identifier,
            StayPart part,
            List<Integer> sequences,
            Optional<Money> earlier) {
        ClaimSubmission whole = submission(gateway, visit, identifier);
        List<ClaimSubmission.Line> lines = whole.lines().stream()
                .filter(line -> sequences.contains(line.sequence()))
                .toList();
        YearToDate year = whole.membership().yearToDate();
        return new ClaimSubmission(
                identifier,
                whole.created(),
                whole.visit(),
                whole.type(),
                Optional.empty(),
                3,
                whole.patient(),
                whole.membership(),
                ADMITTED,
                part.midStay() ? part.through().atTime(23, 59, 59) : DISCHARGED,
                whole.diagnoses(),
                lines,
                estimate(whole.membership(), earlier.isPresent() ? year.withStays(0) : year, lines, earlier),
                Optional.of(part));
    }

    private static Settlement estimate(Membership membership, List<ClaimSubmission.Line> lines) {
        return estimate(membership, membership.yearToDate(), lines, Optional.empty());
    }

    private static Settlement estimate(
            Membership membership, YearToDate year, List<ClaimSubmission.Line> lines, Optional<Money> earlier) {
        VisitTerms whole = VisitTerms.inpatient(3);
        VisitTerms terms = new VisitTerms(
                whole.type(),
                whole.hospitalLevel(),
                whole.facility(),
                false,
                Optional.empty(),
                Optional.empty(),
                earlier);
        return BenefitEngine.settle(
                Payer.PLANS
                        .inForce(membership.planId(), DISCHARGED.toLocalDate())
                        .orElseThrow(),
                membership.member(),
                year,
                terms,
                lines.stream()
                        .map(line -> new BenefitLine(
                                line.amount(),
                                line.itemClass(),
                                line.preSelfPayRate(),
                                line.quantity(),
                                line.unitLimit(),
                                line.waived()))
                        .toList());
    }

    private static ClaimSubmission.Line line(
            int sequence,
            ItemClass itemClass,
            String rate,
            String limit,
            String quantity,
            String price,
            String amount,
            Optional<Integer> reverses) {
        return new ClaimSubmission.Line(
                sequence,
                "FT" + sequence,
                Optional.of("XD99000" + sequence),
                "D" + sequence,
                "项目" + sequence,
                ChargeType.DRUG,
                itemClass,
                rate.isEmpty() ? Optional.empty() : Optional.of(Rate.of(rate)),
                limit.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(limit)),
                false,
                new BigDecimal(quantity),
                new BigDecimal(price),
                Money.of(amount),
                ADMITTED.plusHours(sequence),
                reverses);
    }
}
