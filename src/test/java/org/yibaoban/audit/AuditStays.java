package org.yibaoban.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.yibaoban.audit.AuditVisit.Leave;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.membership.Sex;
import org.yibaoban.money.Money;
import org.yibaoban.visit.VisitType;

/** Random stays of ten days at most, so crowded that every rule finds something in some of them. */
final class AuditStays {

    static final List<AuditItem> ITEMS = List.of(
            item("BED", ChargeType.BED, ItemClass.A, PaymentLimits.NONE, UsageLimits.NONE),
            item("NUR-1", ChargeType.NURSING, ItemClass.A, PaymentLimits.NONE, usage("1", null, null, "level", null)),
            item("NUR-2", ChargeType.NURSING, ItemClass.A, PaymentLimits.NONE, usage(null, "3", null, "level", null)),
            item("CT", ChargeType.EXAM, ItemClass.B, PaymentLimits.NONE, usage(null, null, 3, null, null)),
            item("PANEL", ChargeType.LAB, ItemClass.A, PaymentLimits.NONE, including("ALT", "AST")),
            item("ALT", ChargeType.LAB, ItemClass.A, PaymentLimits.NONE, including("PANEL")),
            item("AST", ChargeType.LAB, ItemClass.A, limited(), UsageLimits.NONE),
            item("PILL-1", ChargeType.DRUG, ItemClass.A, PaymentLimits.NONE, usage("2", "5", null, null, "J01DD")),
            item("PILL-2", ChargeType.DRUG, ItemClass.B, limited(), usage(null, null, null, null, "J01DD")),
            item("SELF", ChargeType.DRUG, ItemClass.C, PaymentLimits.NONE, UsageLimits.NONE),
            new AuditItem(
                    "OWN",
                    Optional.empty(),
                    "OWN",
                    ChargeType.TREATMENT,
                    ItemClass.B,
                    false,
                    PaymentLimits.NONE,
                    UsageLimits.NONE));

    private static final LocalDateTime START = LocalDateTime.of(2026, 2, 26, 9, 0);

    private AuditStays() {}

    static Arbitrary<AuditStay> any() {
        Arbitrary<List<AuditLine>> charged = line().list().ofMaxSize(14);
        Arbitrary<List<BigDecimal>> taken = Arbitraries.of("0", "0", "0.25", "1")
                .map(BigDecimal::new)
                .list()
                .ofSize(14);
        return Combinators.combine(
                        charged, taken, visit(), patient(), other().list().ofMaxSize(2))
                .as((lines, back, visit, patient, others) -> new AuditStay(
                        patient,
                        visit,
                        others,
                        patient.sex() == Sex.MALE ? Set.of("SELF") : Set.of(),
                        ledger(lines, back)));
    }

    /** The lines with ids from 1, each with a reversal of the share that was given back of it. */
    private static List<AuditLine> ledger(List<AuditLine> charged, List<BigDecimal> back) {
        List<AuditLine> ledger = new ArrayList<>();
        for (int i = 0; i < charged.size(); i++) {
            AuditLine line = withId(String.valueOf(i + 1), charged.get(i));
            ledger.add(line);
            if (back.get(i).signum() > 0) {
                ledger.add(reversal("r" + (i + 1), line, line.quantity().multiply(back.get(i))));
            }
        }
        return ledger;
    }

    private static Arbitrary<AuditVisit> visit() {
        Arbitrary<VisitType> types =
                Arbitraries.of(VisitType.INPATIENT, VisitType.INPATIENT, VisitType.INPATIENT, VisitType.OUTPATIENT);
        Arbitrary<Optional<LocalDateTime>> ends = Arbitraries.integers()
                .between(0, 10)
                .map(days -> START.plusDays(days))
                .optional(0.9);
        Arbitrary<List<Leave>> leaves = Arbitraries.integers()
                .between(0, 20)
                .map(step -> new Leave(START.plusHours(12L * step), START.plusHours(12L * step + 24)))
                .list()
                .ofMaxSize(2);
        Arbitrary<Boolean> verified = Arbitraries.of(true, true, false);
        return Combinators.combine(types, ends, Arbitraries.integers().between(1, 3), diagnoses(), leaves, verified)
                .as((type, end, level, codes, absent, known) ->
                        new AuditVisit(type, START, end, level, codes, absent, known));
    }

    private static Arbitrary<OtherVisit> other() {
        Arbitrary<Integer> starts = Arbitraries.integers().between(-30, 5);
        Arbitrary<Integer> lengths = Arbitraries.integers().between(0, 20);
        return Combinators.combine(Arbitraries.of(VisitType.values()), starts, lengths, diagnoses())
                .as((type, start, length, codes) -> new OtherVisit(
                        type,
                        START.plusDays(start),
                        Optional.of(START.plusDays(start).plusHours(6L * length)),
                        codes));
    }

    private static Arbitrary<List<String>> diagnoses() {
        return Arbitraries.of("I63.9", "I63.5", "J18.9").list().ofMaxSize(2);
    }

    private static Arbitrary<AuditPatient> patient() {
        Arbitrary<LocalDate> births = Arbitraries.of("1958-03-02", "2008-02-29", "2012-02-28", "2011-03-01")
                .map(LocalDate::parse);
        return Combinators.combine(
                        Arbitraries.of(Sex.MALE, Sex.FEMALE), births, Arbitraries.of("resident", "work-injury"))
                .as((sex, birth, insurance) -> new AuditPatient(sex, Optional.of(birth), Optional.of(insurance)));
    }

    private static AuditItem item(
            String code, ChargeType type, ItemClass itemClass, PaymentLimits limits, UsageLimits usage) {
        return new AuditItem(code, Optional.empty(), code, type, itemClass, true, limits, usage);
    }

    private static UsageLimits usage(String perDay, String perStay, Integer repeat, String group, String therapy) {
        return new UsageLimits(
                Optional.ofNullable(perDay).map(BigDecimal::new),
                Optional.ofNullable(perStay).map(BigDecimal::new),
                Optional.ofNullable(repeat),
                Optional.ofNullable(group),
                Optional.ofNullable(therapy),
                Set.of());
    }

    private static UsageLimits including(String... codes) {
        return new UsageLimits(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(codes));
    }

    private static PaymentLimits limited() {
        return new PaymentLimits(
                Optional.of(Sex.MALE),
                Optional.of(14),
                Optional.of(17),
                Optional.of(List.of("resident")),
                Optional.of(2),
                Optional.of(List.of("I63")),
                Optional.of(VisitType.INPATIENT),
                Optional.of(new BigDecimal("50.00")));
    }

    /** A charged line; all have the same id. */
    static Arbitrary<AuditLine> line() {
        Arbitrary<AuditItem> items = Arbitraries.of(ITEMS);
        Arbitrary<BigDecimal> quantities =
                Arbitraries.of("0.5", "1", "2", "3", "7").map(BigDecimal::new);
        Arbitrary<Money> amounts =
                Arbitraries.integers().between(0, 9999).map(fen -> new Money(BigDecimal.valueOf(fen, 2)));
        Arbitrary<LocalDateTime> times =
                Arbitraries.integers().between(0, 9 * 8).map(steps -> START.plusHours(3L * steps));
        Arbitrary<Optional<String>> ordered =
                Arbitraries.of(Optional.empty(), Optional.of("CT"), Optional.of("PILL-1"));
        Arbitrary<Optional<BigDecimal>> days = Arbitraries.of("3", "4", "7", "8", "30", "31")
                .map(BigDecimal::new)
                .optional();
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        return Combinators.combine(items, quantities, amounts, times, ordered, days, flags, flags)
                .as((item, quantity, amount, at, order, supply, chronic, home) -> new AuditLine(
                        new LineId("line"),
                        item,
                        quantity,
                        amount.yuan(),
                        amount,
                        at,
                        order,
                        supply,
                        chronic,
                        home,
                        Optional.empty()));
    }

    /** A line that takes back a quantity of another. */
    static AuditLine reversal(String id, AuditLine line, BigDecimal quantity) {
        return new AuditLine(
                new LineId(id),
                line.item(),
                quantity.negate(),
                line.price(),
                line.amount().negated(),
                line.at().plusHours(1),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.of(line.id()));
    }

    /** One plain line. */
    static AuditLine at(String id, LocalDateTime time) {
        return new AuditLine(
                new LineId(id),
                ITEMS.get(0),
                BigDecimal.ONE,
                new BigDecimal("10.00"),
                Money.of("10.00"),
                time,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty());
    }

    static AuditLine withId(String id, AuditLine line) {
        return new AuditLine(
                new LineId(id),
                line.item(),
                line.quantity(),
                line.price(),
                line.amount(),
                line.at(),
                line.ordered(),
                line.days(),
                line.chronic(),
                line.takeHome(),
                line.reverses());
    }
}
