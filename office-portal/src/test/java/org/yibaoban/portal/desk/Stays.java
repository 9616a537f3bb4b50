package org.yibaoban.portal.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.benefit.ChargeSplit;
import org.yibaoban.benefit.Explanation;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.charge.ChargeSum;
import org.yibaoban.membership.IdentityNumber;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.membership.Member;
import org.yibaoban.membership.MemberCategory;
import org.yibaoban.membership.Membership;
import org.yibaoban.membership.Sex;
import org.yibaoban.membership.Standing;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.office.desk.ClaimView;
import org.yibaoban.office.desk.StayBill;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.office.desk.VisitSummary;
import org.yibaoban.office.stay.Remark;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitStatus;
import org.yibaoban.visit.VisitType;

/** Made-up stays for tests: an employee's stay of 18,000.00 yuan, of which the fund pays 11,840.00 (facts, T3). */
public final class Stays {

    private Stays() {}

    public static StayBill discharged(Optional<ClaimView> claim, StayFlag... flags) {
        return stay("测试患者", VisitStatus.DISCHARGED, claim, flags);
    }

    public static StayBill stay(String name, VisitStatus status, Optional<ClaimView> claim, StayFlag... flags) {
        LocalDateTime admitted = LocalDateTime.of(2026, 11, 2, 9, 30);
        Optional<LocalDateTime> discharged =
                status == VisitStatus.DISCHARGED ? Optional.of(LocalDateTime.of(2026, 11, 9, 10, 0)) : Optional.empty();
        Money total = Money.of("18000.00");
        return new StayBill(
                new VisitSummary(
                        "ZY0001", VisitType.INPATIENT, status, "P0001", name, "0301", admitted, discharged, total, ""),
                new PatientDetails(
                        new PatientNumber("P0001"),
                        Optional.of(identity()),
                        name,
                        Sex.FEMALE,
                        Optional.of(LocalDate.of(1961, 3, 4))),
                List.of(new Diagnosis("J18.900", "肺炎")),
                Optional.of(new Membership(
                        "99000000000001",
                        InsuranceType.EMPLOYEE,
                        "hecheng-employee",
                        Member.active(MemberCategory.RETIRED, Money.of("1500.00")),
                        YearToDate.NONE,
                        LocalDate.of(2026, 11, 2))),
                YearToDate.NONE,
                "",
                List.of(sum("2026-11-02", "18000.00", "1000.00", "400.00", "1000.00", "15600.00")),
                kinds(),
                total,
                Optional.of(settlement()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Set.of(flags),
                claim);
    }

    /** The same figures as an outpatient visit that nobody told the end of. */
    public static StayBill outpatient(List<Remark> remarks) {
        StayBill stay = stay("测试患者", VisitStatus.ADMITTED, Optional.empty());
        VisitSummary visit = stay.visit();
        return new StayBill(
                new VisitSummary(
                        "MZ0001",
                        VisitType.OUTPATIENT,
                        visit.status(),
                        visit.patientNumber(),
                        visit.name(),
                        visit.department(),
                        visit.admittedAt(),
                        visit.dischargedAt(),
                        visit.charges(),
                        visit.claimState()),
                stay.patient(),
                stay.diagnoses(),
                stay.membership(),
                stay.year(),
                stay.membershipNote(),
                stay.days(),
                stay.kinds(),
                stay.total(),
                stay.estimate(),
                stay.estimateFault(),
                stay.payment(),
                remarks,
                stay.flags(),
                stay.claim());
    }

    /** The same stay with a line of every kind of charge. */
    public static StayBill ofEveryKind(StayBill stay) {
        List<ChargeSum> kinds = Arrays.stream(ChargeType.values())
                .map(type -> kind(type, "10.00", "0.00", "0.00", "0.00", "10.00"))
                .toList();
        return new StayBill(
                stay.visit(),
                stay.patient(),
                stay.diagnoses(),
                stay.membership(),
                stay.year(),
                stay.membershipNote(),
                stay.days(),
                kinds,
                stay.total(),
                stay.estimate(),
                stay.estimateFault(),
                stay.payment(),
                stay.remarks(),
                stay.flags(),
                stay.claim());
    }

    public static ClaimView claim(ClaimState state, Map<SettlementField, Money> amounts) {
        return new ClaimView(
                "YB-H99000000001-ZY0001-1",
                state,
                Instant.parse("2026-11-09T03:00:00Z"),
                "clerk",
                state == ClaimState.SETTLED ? Optional.of(Instant.parse("2026-11-09T03:00:05Z")) : Optional.empty(),
                state == ClaimState.SETTLED ? Optional.of("S202611090001") : Optional.empty(),
                amounts,
                List.of(),
                "");
    }

    public static Settlement settlement() {
        Map<SettlementField, Money> amounts = new EnumMap<>(SettlementField.class);
        for (SettlementField field : SettlementField.values()) {
            amounts.put(field, Money.ZERO);
        }
        amounts.put(SettlementField.TOTAL, Money.of("18000.00"));
        amounts.put(SettlementField.FULL_SELF_PAY, Money.of("1000.00"));
        amounts.put(SettlementField.OVER_LIMIT, Money.of("400.00"));
        amounts.put(SettlementField.PRE_SELF_PAY, Money.of("1000.00"));
        amounts.put(SettlementField.IN_SCOPE, Money.of("15600.00"));
        amounts.put(SettlementField.DEDUCTIBLE, Money.of("800.00"));
        amounts.put(SettlementField.BASIC_FUND, Money.of("11840.00"));
        amounts.put(SettlementField.PERSONAL, Money.of("6160.00"));
        amounts.put(SettlementField.ACCOUNT, Money.of("1500.00"));
        amounts.put(SettlementField.CASH, Money.of("4660.00"));
        return new Settlement(
                "hecheng-employee",
                Standing.ACTIVE,
                amounts,
                Money.of("3760.00"),
                List.of(new Explanation(
                        SettlementField.BASIC_FUND,
                        Money.of("11840.00"),
                        "spec/settlement.md 2.2",
                        "（15600.00 − 800.00）× 80%",
                        "(15600.00 - 800.00) x 80%",
                        List.of())));
    }

    public static List<ChargeSum> kinds() {
        return List.of(
                kind(ChargeType.DRUG, "9600.00", "1000.00", "0.00", "0.00", "8600.00"),
                kind(ChargeType.SURGERY, "6000.00", "0.00", "0.00", "600.00", "5400.00"),
                kind(ChargeType.CONSUMABLE, "2400.00", "0.00", "400.00", "400.00", "1600.00"));
    }

    /** On the unassigned area 990000, with its valid check character. */
    public static String identity() {
        return "99000019610304002" + IdentityNumber.check("99000019610304002");
    }

    private static ChargeSum kind(ChargeType type, String amount, String... parts) {
        return sum(type.chinese(), amount, parts);
    }

    private static ChargeSum sum(String of, String amount, String... parts) {
        return new ChargeSum(
                of,
                of,
                of,
                1,
                Money.of(amount),
                new ChargeSplit(Money.of(parts[0]), Money.of(parts[1]), Money.of(parts[2]), Money.of(parts[3])));
    }
}
