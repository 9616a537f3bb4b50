package org.yibaoban.quota.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;
import org.yibaoban.quota.indicator.Period.Grain;

/** Whatever visits there were and whatever was charged on them. */
class TallyLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 2, 20);
    private static final List<String> DEPARTMENTS = List.of("0301", "0304");

    record Stay(VisitFacts facts, List<ChargeCell> charges) {}

    @Property
    void the_parts_add_up_to_the_whole(@ForAll("stays") List<Stay> stays) {
        TallyBook whole = book(stays);
        TallyBook.Key year = key(Scope.HOSPITAL, Grain.YEAR, FIRST);

        Tally departments = DEPARTMENTS.stream()
                .map(code ->
                        whole.tallies().getOrDefault(key(Scope.department(code), Grain.YEAR, FIRST), Tally.NOTHING))
                .reduce(Tally.NOTHING, Tally::plus);
        Tally days = FIRST.datesUntil(FIRST.plusDays(60))
                .map(day -> whole.tallies().getOrDefault(key(Scope.HOSPITAL, Grain.DAY, day), Tally.NOTHING))
                .reduce(Tally.NOTHING, Tally::plus);

        assertThat(departments).isEqualTo(whole.tallies().getOrDefault(year, Tally.NOTHING));
        assertThat(days).isEqualTo(whole.tallies().getOrDefault(year, Tally.NOTHING));
    }

    @Property
    void one_after_the_other_is_all_at_once(@ForAll("stays") List<Stay> stays) {
        TallyBook whole = book(stays);
        Tally sum = Tally.NOTHING;
        TallyBook.Key month = key(Scope.HOSPITAL, Grain.MONTH, FIRST);
        for (Stay stay : stays) {
            sum = sum.plus(book(List.of(stay)).tallies().getOrDefault(month, Tally.NOTHING));
        }

        assertThat(sum).isEqualTo(whole.tallies().getOrDefault(month, Tally.NOTHING));
    }

    @Property
    void what_is_taken_back_leaves_nothing(@ForAll("stays") List<Stay> stays) {
        TallyBook book = book(stays);
        stays.forEach(stay -> book.remove(stay.facts(), stay.charges()));

        assertThat(book.tallies()).isEmpty();
        assertThat(book.outpatientVisits()).isEmpty();
    }

    @Property
    void a_charge_and_its_reversal_leave_only_their_lines(@ForAll("stays") List<Stay> stays) {
        TallyBook book = new TallyBook();
        for (Stay stay : stays) {
            List<ChargeCell> both = new ArrayList<>(stay.charges());
            stay.charges().forEach(cell -> both.add(reversal(cell)));
            book.add(stay.facts(), both);
        }
        Tally year = book.tallies().getOrDefault(key(Scope.HOSPITAL, Grain.YEAR, FIRST), Tally.NOTHING);

        assertThat(year.get(Measure.CHARGES)).isZero();
        assertThat(year.get(Measure.DRUGS)).isZero();
        assertThat(year.figure(Indicator.DRUG_SHARE)).isEmpty();
        assertThat(year.figure(Indicator.SELF_PAID_SHARE)).isEmpty();
    }

    @Property
    void persons_are_counted_once_however_often_they_come(@ForAll("stays") List<Stay> stays) {
        TallyBook.Key year = key(Scope.HOSPITAL, Grain.YEAR, FIRST);
        Set<Long> persons = new HashSet<>();
        stays.stream()
                .map(Stay::facts)
                .filter(VisitFacts::isOutpatientVisit)
                .forEach(visit -> persons.add(visit.patient()));

        assertThat(book(stays).whole(year).get(Measure.OUTPATIENT_PERSONS))
                .isEqualByComparingTo(BigDecimal.valueOf(persons.size()));
    }

    @Property
    void a_share_of_positive_charges_lies_between_nothing_and_all(@ForAll("stays") List<Stay> stays) {
        Tally year = book(stays).tallies().getOrDefault(key(Scope.HOSPITAL, Grain.YEAR, FIRST), Tally.NOTHING);

        for (Indicator share : List.of(Indicator.DRUG_SHARE, Indicator.CONSUMABLES_SHARE, Indicator.SELF_PAID_SHARE)) {
            year.figure(share)
                    .ifPresent(
                            figure -> assertThat(figure.shown()).isBetween(BigDecimal.ZERO, new BigDecimal("100.00")));
        }
    }

    private static TallyBook book(List<Stay> stays) {
        TallyBook book = new TallyBook();
        stays.forEach(stay -> book.add(stay.facts(), stay.charges()));
        return book;
    }

    private static TallyBook.Key key(Scope scope, Grain grain, LocalDate day) {
        return new TallyBook.Key(scope, Period.of(grain, day));
    }

    private static ChargeCell reversal(ChargeCell cell) {
        return new ChargeCell(
                cell.day(),
                cell.department(),
                cell.doctor(),
                cell.type(),
                cell.itemClass(),
                cell.largeEquipment(),
                cell.amount().negated(),
                cell.lines());
    }

    @Provide
    Arbitrary<List<Stay>> stays() {
        Arbitrary<VisitFacts> facts = Combinators.combine(
                        Arbitraries.longs().between(1, 1000),
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(DEPARTMENTS),
                        days(),
                        Arbitraries.integers().between(-1, 20),
                        fen())
                .as((visit, patient, inpatient, real, department, begun, length, charges) -> new VisitFacts(
                        visit,
                        patient,
                        inpatient,
                        real,
                        new Place(department, "", "D" + patient, "310"),
                        begun,
                        length < 0 ? Optional.empty() : Optional.of(begun.plusDays(length)),
                        charges,
                        false,
                        patient == 1,
                        length == 5 ? Optional.of(new Settled(charges, Money.ZERO, charges, false)) : Optional.empty(),
                        Optional.empty()));
        Arbitrary<ChargeCell> cells = Combinators.combine(
                        days(),
                        Arbitraries.of(DEPARTMENTS),
                        Arbitraries.of(ChargeType.class),
                        Arbitraries.of(ItemClass.class),
                        Arbitraries.of(true, false),
                        fen())
                .as((day, department, type, itemClass, large, amount) ->
                        new ChargeCell(day, department, "D1", type, itemClass, large, amount, 1));
        return Combinators.combine(facts, cells.list().ofMaxSize(5))
                .as(Stay::new)
                .list()
                .ofMaxSize(8);
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 30).map(FIRST::plusDays);
    }

    private static Arbitrary<Money> fen() {
        return Arbitraries.longs().between(1, 1_000_000).map(fen -> new Money(BigDecimal.valueOf(fen, 2)));
    }
}
