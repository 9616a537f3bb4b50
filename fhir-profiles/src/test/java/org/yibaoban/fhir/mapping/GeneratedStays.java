package org.yibaoban.fhir.mapping;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.yibaoban.benefit.BenefitEngine;
import org.yibaoban.benefit.BenefitFault;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.benefit.Plans;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.benefit.VisitTerms;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.config.PlanReader;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.membership.Member;
import org.yibaoban.membership.MemberCategory;
import org.yibaoban.membership.Membership;
import org.yibaoban.membership.Sex;
import org.yibaoban.membership.Standing;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;
import org.yibaoban.office.payer.ClaimSubmission;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitType;

/** Any stay that the office could claim for: persons, lines with reversals, and the estimate of the real engine. */
final class GeneratedStays {
    private static final Plans PLANS = PlanReader.read(Path.of("../config"));
    private static final LocalDateTime ADMITTED = LocalDateTime.of(2026, 3, 1, 8, 0);

    private GeneratedStays() {}

    /** A line before it is numbered. @param reversed how much of it is taken back afterwards */
    private record Charge(
            ItemClass itemClass,
            ChargeType type,
            Rate rate,
            Optional<BigDecimal> limit,
            boolean national,
            BigDecimal quantity,
            BigDecimal price,
            int reversed) {}

    static Arbitrary<ClaimSubmission> any() {
        return Combinators.combine(
                        persons(),
                        members(),
                        charges().list().ofMinSize(1).ofMaxSize(4),
                        diagnoses().list().ofMaxSize(4),
                        Arbitraries.of(VisitType.values()),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 90))
                .as(GeneratedStays::claimable)
                .filter(Optional::isPresent)
                .map(Optional::get);
    }

    /** Empty for a stay that the engine refuses: one whose rounded reversals take back a fen more than was charged. */
    private static Optional<ClaimSubmission> claimable(
            PatientDetails patient,
            Membership membership,
            List<Charge> charges,
            List<Diagnosis> diagnoses,
            VisitType type,
            int level,
            int days) {
        try {
            return Optional.of(stay(patient, membership, charges, diagnoses, type, level, days));
        } catch (BenefitFault refused) {
            return Optional.empty();
        }
    }

    private static ClaimSubmission stay(
            PatientDetails patient,
            Membership membership,
            List<Charge> charges,
            List<Diagnosis> diagnoses,
            VisitType type,
            int level,
            int days) {
        List<ClaimSubmission.Line> lines = lines(charges);
        LocalDateTime discharged = ADMITTED.plusDays(days).plusMinutes(days);
        return new ClaimSubmission(
                "C-" + Math.abs(lines.hashCode()),
                discharged.plusHours(1),
                new VisitNumber("ZY" + days + "/" + level),
                type,
                Optional.empty(),
                level,
                patient,
                membership,
                ADMITTED,
                discharged,
                diagnoses,
                lines,
                estimate(membership, level, discharged.toLocalDate(), lines));
    }

    private static List<ClaimSubmission.Line> lines(List<Charge> charges) {
        List<ClaimSubmission.Line> lines = new ArrayList<>();
        for (Charge charge : charges) {
            int original = lines.size() + 1;
            lines.add(line(original, charge, charge.quantity(), Optional.empty()));
            if (charge.reversed() > 0) {
                BigDecimal part = charge.quantity().multiply(BigDecimal.valueOf(charge.reversed(), 1));
                lines.add(line(original + 1, charge, part.negate(), Optional.of(original)));
            }
        }
        return lines;
    }

    private static ClaimSubmission.Line line(
            int sequence, Charge charge, BigDecimal quantity, Optional<Integer> reverses) {
        return new ClaimSubmission.Line(
                sequence,
                "FT" + sequence,
                charge.national() ? Optional.of("XL02BBA326A001010102180") : Optional.empty(),
                "H" + sequence,
                "项目 <" + sequence + "> & \"引号\"",
                charge.type(),
                charge.itemClass(),
                charge.itemClass() == ItemClass.B ? Optional.of(charge.rate()) : Optional.empty(),
                charge.limit(),
                false,
                quantity,
                charge.price(),
                Money.rounded(quantity.multiply(charge.price())),
                ADMITTED.plusMinutes(sequence),
                reverses);
    }

    private static Settlement estimate(
            Membership membership, int level, LocalDate day, List<ClaimSubmission.Line> lines) {
        List<BenefitLine> benefit =
                lines.stream().map(GeneratedStays::benefitLine).toList();
        return BenefitEngine.settle(
                PLANS.inForce(membership.planId(), day).orElseThrow(),
                membership.member(),
                membership.yearToDate(),
                VisitTerms.inpatient(level),
                benefit);
    }

    static BenefitLine benefitLine(ClaimSubmission.Line line) {
        return new BenefitLine(
                line.amount(),
                line.itemClass(),
                line.preSelfPayRate(),
                line.quantity(),
                line.unitLimit(),
                line.waived());
    }

    private static Arbitrary<Charge> charges() {
        return Combinators.combine(
                        Arbitraries.of(ItemClass.values()),
                        Arbitraries.of(ChargeType.values()),
                        decimals("0.01", "1", 2).map(Rate::new),
                        decimals("0.0001", "500", 4).optional(0.3),
                        Arbitraries.of(true, false),
                        decimals("0.0001", "300", 4),
                        decimals("0.01", "20000", 6),
                        Arbitraries.integers().between(0, 10))
                .as(Charge::new);
    }

    private static Arbitrary<BigDecimal> decimals(String from, String to, int places) {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal(from), new BigDecimal(to))
                .ofScale(places);
    }

    private static Arbitrary<Diagnosis> diagnoses() {
        return Combinators.combine(
                        Arbitraries.of("I63.900", "I10.x00", "J18.900"), Arbitraries.of("", "脑梗死", "肺炎 & <x>"))
                .as(Diagnosis::new);
    }

    private static Arbitrary<PatientDetails> persons() {
        Arbitrary<Optional<String>> identity = Arbitraries.integers()
                .between(0, 999)
                .map(day -> Stays.identity("990000"
                                + LocalDate.of(1956, 1, 1).plusDays(day).format(DateTimeFormatter.BASIC_ISO_DATE)
                                + String.format("%03d", day))
                        .value())
                .injectNull(0.2)
                .map(Optional::ofNullable);
        return Combinators.combine(
                        identity,
                        Arbitraries.of("测试甲", "储䶮", "阿卜杜拉·艾力", "Smith O'Neil", "𠮷田"),
                        Arbitraries.of(Sex.values()),
                        Arbitraries.of(LocalDate.of(1956, 2, 29)).optional(0.7))
                .as((number, name, sex, birth) ->
                        new PatientDetails(new PatientNumber("P/1"), number, name, sex, birth));
    }

    private static Arbitrary<Membership> members() {
        Arbitrary<Money> used =
                Arbitraries.integers().between(0, 20_000_000).map(fen -> Money.rounded(BigDecimal.valueOf(fen, 2)));
        return Combinators.combine(
                        Arbitraries.of(MemberCategory.values()),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Standing.ACTIVE, Standing.SUSPENDED, Standing.UNFILED),
                        used,
                        used,
                        Arbitraries.integers().between(0, 3))
                .as(GeneratedStays::membership);
    }

    private static Membership membership(
            MemberCategory category, boolean flag, Standing standing, Money balance, Money used, int stays) {
        boolean resident = category == MemberCategory.RESIDENT;
        return new Membership(
                "990000001234",
                resident ? InsuranceType.RESIDENT : InsuranceType.EMPLOYEE,
                resident ? "hecheng-resident" : "hecheng-employee",
                new Member(category, resident && flag, !resident && flag, resident ? Money.ZERO : balance, standing),
                new YearToDate(stays, used, Money.ZERO, used, Money.ZERO, Money.ZERO, Money.ZERO),
                ADMITTED.toLocalDate());
    }
}
