package org.yibaoban.his.fhir.read;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.yibaoban.benefit.ChargeSplit;
import org.yibaoban.benefit.Explanation;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.charge.LedgerLine;
import org.yibaoban.fhir.mapping.Parties;
import org.yibaoban.membership.IdentityNumber;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.membership.Member;
import org.yibaoban.membership.MemberCategory;
import org.yibaoban.membership.Membership;
import org.yibaoban.membership.Sex;
import org.yibaoban.membership.Standing;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.office.facade.ChargeView;
import org.yibaoban.office.facade.FlagView;
import org.yibaoban.office.facade.MemberView;
import org.yibaoban.office.facade.PatientView;
import org.yibaoban.office.facade.SettlementView;
import org.yibaoban.office.facade.Subject;
import org.yibaoban.office.facade.VisitView;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.Supply;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitStatus;
import org.yibaoban.visit.VisitType;

/** Made-up views, one of each and any number of visits and charges. */
public final class Views {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final Parties PARTIES = new Parties("H99000000001", "990000", ZONE);
    public static final Instant CHANGED = Instant.parse("2026-11-22T01:02:03.456Z");
    private static final LocalDateTime ADMITTED = LocalDateTime.of(2026, 11, 20, 8, 30);
    private static final Subject SUBJECT = new Subject(7, 5);

    private Views() {}

    public static PatientDetails person(String identity) {
        return new PatientDetails(
                new PatientNumber("P/1"),
                Optional.of(identity),
                "储明晨",
                Sex.MALE,
                Optional.of(LocalDate.of(1967, 7, 20)));
    }

    public static String identityNumber() {
        String front = "99000019670720719";
        return front + IdentityNumber.check(front);
    }

    public static PatientView patient(String identity) {
        return new PatientView(5, person(identity), CHANGED);
    }

    public static Arbitrary<VisitView> visits() {
        Arbitrary<String> code = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(40);
        Arbitrary<String> maybe = Arbitraries.oneOf(Arbitraries.just(""), code);
        Arbitrary<Location> location = Combinators.combine(maybe, code, maybe).as(Location::new);
        Arbitrary<List<Location>> places = location.list().ofMinSize(1).ofMaxSize(4);
        Arbitrary<List<Diagnosis>> diagnoses = Combinators.combine(
                        code, Arbitraries.of("", "急性心肌梗死", "Fracture <of> & \"x\""))
                .as(Diagnosis::new)
                .list()
                .ofMaxSize(3);
        return Combinators.combine(
                        code.map(text -> text.substring(0, Math.min(30, text.length()))),
                        Arbitraries.of(VisitStatus.ADMITTED, VisitStatus.DISCHARGED),
                        Arbitraries.of(VisitType.values()),
                        maybe,
                        places,
                        diagnoses)
                .as(Views::visit);
    }

    public static VisitView visit(
            String number,
            VisitStatus status,
            VisitType type,
            String doctor,
            List<Location> places,
            List<Diagnosis> diagnoses) {
        List<VisitView.Place> history = new ArrayList<>();
        for (Location place : places) {
            history.add(new VisitView.Place(place, ADMITTED.plusHours(history.size())));
        }
        Optional<LocalDateTime> discharged =
                status == VisitStatus.DISCHARGED ? Optional.of(ADMITTED.plusDays(3)) : Optional.empty();
        return new VisitView(
                7,
                patient(identityNumber()),
                new VisitNumber(number),
                type,
                status,
                doctor,
                ADMITTED,
                discharged,
                diagnoses,
                history,
                leaves(status, type, doctor),
                CHANGED);
    }

    /** Of some inpatients: one that is over and, while the visit is open, one that lasts. */
    private static List<VisitView.Leave> leaves(VisitStatus status, VisitType type, String doctor) {
        if (type != VisitType.INPATIENT || doctor.isBlank()) {
            return List.of();
        }
        VisitView.Leave over = new VisitView.Leave(ADMITTED.plusHours(30), Optional.of(ADMITTED.plusHours(36)));
        return status == VisitStatus.ADMITTED
                ? List.of(over, new VisitView.Leave(ADMITTED.plusHours(50), Optional.empty()))
                : List.of(over);
    }

    public static Arbitrary<ChargeView> charges() {
        return Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.0001"), new BigDecimal("9999"))
                                .ofScale(4),
                        Arbitraries.integers().between(1, 100_000_000),
                        Arbitraries.of(true, false),
                        Arbitraries.of(ChargeType.values()),
                        Arbitraries.of("", "0304"),
                        Arbitraries.of(true, false))
                .as(Views::charge);
    }

    private static ChargeView charge(
            BigDecimal quantity, int fen, boolean reversal, ChargeType type, String department, boolean named) {
        Money amount = new Money(BigDecimal.valueOf(fen, 2));
        BigDecimal price = amount.yuan().divide(quantity, 6, java.math.RoundingMode.HALF_UP);
        // a price of six places times the quantity need not give the amount; a HIS's price does
        boolean exact = price.multiply(quantity).subtract(amount.yuan()).abs().compareTo(new BigDecimal("0.01")) < 0;
        return charge(
                reversal ? quantity.negate() : quantity,
                exact
                        ? price
                        : amount.yuan()
                                .divide(quantity, java.math.MathContext.DECIMAL64)
                                .setScale(6, java.math.RoundingMode.HALF_UP),
                reversal ? amount.negated() : amount,
                type,
                department,
                named);
    }

    public static ChargeView charge(
            BigDecimal quantity, BigDecimal price, Money amount, ChargeType type, String department, boolean named) {
        boolean reversal = amount.isNegative();
        LedgerLine line = new LedgerLine(
                "T-1",
                ADMITTED.plusHours(1),
                "CT0001",
                named ? Optional.of("XL02BBA326A001010102180") : Optional.empty(),
                "胸部CT平扫",
                named ? "次" : "",
                type,
                ItemClass.C,
                quantity,
                price,
                amount,
                department,
                reversal ? Optional.of("T-0") : Optional.empty(),
                named ? Optional.of("限重症") : Optional.empty(),
                new ChargeSplit(amount, Money.ZERO, Money.ZERO, Money.ZERO));
        return new ChargeView(
                11,
                SUBJECT,
                line,
                reversal ? Optional.of(10L) : Optional.empty(),
                named ? Optional.of("D990000000013") : Optional.empty(),
                named ? Optional.of("O1") : Optional.empty(),
                named && !reversal ? new Supply(Optional.of(new BigDecimal("7.5")), true, named) : Supply.NONE,
                named,
                CHANGED);
    }

    static MemberView member(Standing standing) {
        return new MemberView(
                SUBJECT,
                new VisitNumber("R1"),
                new Membership(
                        "990000000001",
                        InsuranceType.EMPLOYEE,
                        "hecheng-employee",
                        new Member(MemberCategory.IN_SERVICE, false, true, Money.ZERO, standing),
                        YearToDate.NONE,
                        LocalDate.of(2026, 11, 20)),
                standing != Standing.NOT_INSURED,
                CHANGED);
    }

    static SettlementView settlement(ClaimState state, boolean insured) {
        Map<SettlementField, Money> amounts = new EnumMap<>(SettlementField.class);
        for (SettlementField field : SettlementField.values()) {
            amounts.put(field, Money.ZERO);
        }
        return new SettlementView(
                21,
                SUBJECT,
                "c-1",
                VisitType.INPATIENT,
                state,
                CHANGED,
                Optional.of("S1"),
                Optional.of("ES29"),
                insured,
                amounts,
                true,
                "",
                state == ClaimState.DIFFERENCE
                        ? List.of("起付线：预估 1，医保返回 2 / Deductible: estimate 1, payer 2")
                        : List.of(),
                List.of(new Explanation(SettlementField.TOTAL, Money.ZERO, "1", "合计", "sum", List.of())),
                CHANGED);
    }

    static List<FlagView> flags() {
        List<FlagView> flags = new ArrayList<>();
        for (StayFlag flag : StayFlag.values()) {
            flags.add(new FlagView(SUBJECT, flag, flag.ordinal() % 2 == 0, CHANGED));
        }
        return flags;
    }
}
