package org.yibaoban.fhir.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.membership.IdentityNumber;
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
import org.yibaoban.office.payer.EligibilityQuery;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitType;

/** Made-up stays. Persons live on the unassigned area prefix 990000. */
public final class Stays {
    public static final Parties PARTIES = new Parties("H99000000001", "990000", ZoneId.of("Asia/Shanghai"));
    public static final LocalDateTime DISCHARGED = LocalDateTime.of(2026, 11, 20, 10, 30);

    private Stays() {}

    public static IdentityNumber identity(String seventeenDigits) {
        return new IdentityNumber(seventeenDigits + IdentityNumber.check(seventeenDigits));
    }

    public static EligibilityQuery query() {
        return new EligibilityQuery(
                identity("99000019560308101"),
                "测试甲",
                new VisitNumber("ZY20261115001"),
                VisitType.INPATIENT,
                LocalDate.of(2026, 11, 15));
    }

    public static Membership membership(Standing standing) {
        YearToDate year = new YearToDate(
                1, Money.of("11840.00"), Money.ZERO, Money.of("3760.55"), Money.ZERO, Money.ZERO, Money.of("120.10"));
        return new Membership(
                "990000001234",
                InsuranceType.EMPLOYEE,
                "jiaozuo-employee-2017",
                new Member(MemberCategory.RETIRED, false, Money.of("1500.00"), standing),
                year,
                LocalDate.of(2026, 11, 15));
    }

    /** Lines of class A, B with a limit finer than a fen, C, and a charge that is taken back. */
    public static ClaimSubmission employeeStay() {
        List<ClaimSubmission.Line> lines = List.of(
                line(1, "D001", ChargeType.DRUG, ItemClass.A, "", "", "10", "860.00", "8600.00", Optional.empty()),
                line(
                        2,
                        "M002",
                        ChargeType.CONSUMABLE,
                        ItemClass.B,
                        "0.1",
                        "",
                        "2",
                        "3000",
                        "6000.00",
                        Optional.empty()),
                line(
                        3,
                        "M003",
                        ChargeType.CONSUMABLE,
                        ItemClass.B,
                        "0.20",
                        "666.6667",
                        "3",
                        "800.00",
                        "2400.00",
                        Optional.empty()),
                line(4, "N004", ChargeType.NURSING, ItemClass.C, "", "", "4.0", "250.00", "1000.00", Optional.empty()),
                line(5, "D001", ChargeType.DRUG, ItemClass.A, "", "", "2", "860.00", "1720.00", Optional.empty()),
                line(6, "D001", ChargeType.DRUG, ItemClass.A, "", "", "-2", "860.00", "-1720.00", Optional.of(5)));
        Settlement estimate = settlement(Map.ofEntries(
                Map.entry(SettlementField.TOTAL, "18000.00"),
                Map.entry(SettlementField.FULL_SELF_PAY, "1000.00"),
                Map.entry(SettlementField.OVER_LIMIT, "400.00"),
                Map.entry(SettlementField.PRE_SELF_PAY, "1000.00"),
                Map.entry(SettlementField.IN_SCOPE, "15600.00"),
                Map.entry(SettlementField.DEDUCTIBLE, "800.00"),
                Map.entry(SettlementField.BASIC_FUND, "11840.00"),
                Map.entry(SettlementField.PERSONAL, "6160.00"),
                Map.entry(SettlementField.ACCOUNT, "1500.00"),
                Map.entry(SettlementField.CASH, "4660.00")));
        return submission("C-ZY20261115001-1", lines, estimate);
    }

    /** The same figures as an outpatient visit for a registered disease. */
    static ClaimSubmission forDisease(String code) {
        ClaimSubmission stay = employeeStay();
        return new ClaimSubmission(
                stay.identifier(),
                stay.created(),
                stay.visit(),
                VisitType.OUTPATIENT,
                Optional.of(code),
                stay.hospitalLevel(),
                stay.patient(),
                stay.membership(),
                stay.admittedAt(),
                stay.dischargedAt(),
                stay.diagnoses(),
                stay.lines(),
                stay.estimate());
    }

    /** One line, no national code, unsound identity number, no birth date. */
    public static ClaimSubmission smallStay() {
        List<ClaimSubmission.Line> lines = List.of(
                line(1, "X9", ChargeType.OTHER, ItemClass.C, "", "", "0.3333", "0.05", "0.02", Optional.empty()));
        ClaimSubmission small = submission(
                "C-SMALL-1",
                lines,
                settlement(Map.of(
                        SettlementField.TOTAL, "0.02",
                        SettlementField.FULL_SELF_PAY, "0.02",
                        SettlementField.PERSONAL, "0.02",
                        SettlementField.CASH, "0.02")));
        return new ClaimSubmission(
                small.identifier(),
                small.created(),
                small.visit(),
                small.type(),
                small.disease(),
                1,
                new PatientDetails(
                        new PatientNumber("P1"), Optional.of("123"), "测试乙", Sex.NOT_STATED, Optional.empty()),
                small.membership(),
                small.admittedAt(),
                small.dischargedAt(),
                List.of(),
                lines,
                small.estimate());
    }

    public static Settlement settlement(Map<SettlementField, String> amounts) {
        Map<SettlementField, Money> all = new EnumMap<>(SettlementField.class);
        for (SettlementField field : SettlementField.values()) {
            all.put(field, Money.of(amounts.getOrDefault(field, "0.00")));
        }
        return new Settlement("jiaozuo-employee-2017", Standing.ACTIVE, all, Money.ZERO, List.of());
    }

    private static ClaimSubmission submission(
            String identifier, List<ClaimSubmission.Line> lines, Settlement estimate) {
        IdentityNumber identity = identity("99000019560308101");
        return new ClaimSubmission(
                identifier,
                LocalDateTime.of(2026, 11, 20, 11, 0, 5),
                new VisitNumber("ZY20261115001"),
                VisitType.INPATIENT,
                Optional.empty(),
                3,
                new PatientDetails(
                        new PatientNumber("P0001234"),
                        Optional.of(identity.value()),
                        "测试甲",
                        Sex.MALE,
                        Optional.of(identity.birthDate())),
                membership(Standing.ACTIVE),
                LocalDateTime.of(2026, 11, 15, 9, 20),
                DISCHARGED,
                List.of(new Diagnosis("I63.900", "脑梗死"), new Diagnosis("I10.x00", "高血压")),
                new ArrayList<>(lines),
                estimate);
    }

    private static ClaimSubmission.Line line(
            int sequence,
            String code,
            ChargeType type,
            ItemClass itemClass,
            String rate,
            String limit,
            String quantity,
            String price,
            String amount,
            Optional<Integer> reverses) {
        return new ClaimSubmission.Line(
                sequence,
                "FT" + (1000 + sequence),
                code.startsWith("X") ? Optional.empty() : Optional.of("X" + code + "990000"),
                code,
                "项目" + code,
                type,
                itemClass,
                rate.isEmpty() ? Optional.empty() : Optional.of(Rate.of(rate)),
                limit.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(limit)),
                false,
                new BigDecimal(quantity),
                new BigDecimal(price),
                Money.of(amount),
                LocalDateTime.of(2026, 11, 16, 8, 0).plusHours(sequence),
                reverses);
    }
}
