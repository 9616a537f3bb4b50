package org.yibaoban.settlement.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.reconciliation.BookLine.Kind;

class ReconciliationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Period PERIOD = Period.day(DAY);

    @ParameterizedTest(name = "{0}: {4}")
    // what is in the books: S a settlement, R its reversal, x with another amount, - the day after
    @CsvSource({
        "equal, S, S, 0.00, ''",
        "both reversed, S R, S R, 0.00, ''",
        "only here, S, '', 70.00, ONLY_HERE",
        "only there, '', S, -70.00, ONLY_THERE",
        "amounts, S, Sx, 1.00, AMOUNTS",
        "doubled there, S, S S, -70.00, DOUBLED_THERE",
        "doubled here, S S, S, 70.00, DOUBLED_HERE",
        "reversed here, S R, S, -70.00, REVERSED_HERE",
        "reversed there, S, S R, 70.00, REVERSED_THERE",
        "reversal of an earlier day, R, R, 0.00, ''",
        "booked there a day later, S, S-, 70.00, OTHER_PERIOD",
        "booked here a day later, S-, S, -70.00, OTHER_PERIOD",
        "later and other amounts, S, Sx-, 70.00, AMOUNTS OTHER_PERIOD",
        "other days are no matter, S-, '', 0.00, ''",
        "doubled with other amounts, Sx, S S, -71.00, DOUBLED_THERE AMOUNTS"
    })
    void differencesAreClassed(String name, String here, String there, String gap, String kinds) {
        List<Difference> found = Reconciliation.compare(PERIOD, book(here), book(there));

        assertThat(found.stream().map(one -> one.kind().name())).containsExactly(words(kinds));
        assertThat(Money.sum(found.stream().map(Difference::gap).toList())).isEqualTo(Money.of(gap));
    }

    @Test
    void theFieldsThatDifferAreNamed() {
        Difference found = Reconciliation.compare(PERIOD, book("S"), book("Sx")).get(0);

        assertThat(found.fields())
                .containsExactly(SettlementField.BASIC_FUND, SettlementField.PERSONAL, SettlementField.CASH);
    }

    @Test
    void theTotalsTakeReversalsOff() {
        BookTotals totals = BookTotals.of(book("S R S"));

        assertThat(totals)
                .isEqualTo(new BookTotals(
                        2, 1, Money.of("100.00"), Money.of("70.00"), Money.of("10.00"), Money.of("20.00")));
    }

    /** A random book is spoilt in random places, each claim in at most one way: exactly these are found. */
    @Property(tries = 500)
    void whateverIsSpoiltIsFoundAndClassed(@ForAll long seed, @ForAll @IntRange(max = 40) int claims) {
        Random random = new Random(seed);
        List<BookLine> here = new ArrayList<>();
        List<BookLine> there = new ArrayList<>();
        Set<String> expected = new LinkedHashSet<>();
        for (int i = 0; i < claims; i++) {
            spoil(random, "C" + i, here, there, expected);
        }
        List<Difference> found = Reconciliation.compare(PERIOD, here, there);

        assertThat(found.stream().map(one -> one.claim() + " " + one.line() + " " + one.kind()))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Money.sum(found.stream().map(Difference::gap).toList()))
                .isEqualTo(inPeriod(here).fund().minus(inPeriod(there).fund()));
    }

    private static void spoil(
            Random random, String claim, List<BookLine> here, List<BookLine> there, Set<String> expected) {
        BookLine settled = line(claim, Kind.SETTLEMENT, random.nextInt(1, 100_000), DAY);
        BookLine back = new BookLine(claim, Kind.REVERSAL, Optional.empty(), DAY, BookLine.negated(settled.amounts()));
        switch (random.nextInt(9)) {
            case 0 -> {
                here.add(settled);
                expected.add(claim + " SETTLEMENT ONLY_HERE");
            }
            case 1 -> {
                there.add(settled);
                expected.add(claim + " SETTLEMENT ONLY_THERE");
            }
            case 2 -> {
                here.add(settled);
                there.add(changed(settled));
                expected.add(claim + " SETTLEMENT AMOUNTS");
            }
            case 3 -> {
                here.add(settled);
                there.addAll(List.of(settled, settled));
                expected.add(claim + " SETTLEMENT DOUBLED_THERE");
            }
            case 4 -> {
                here.addAll(List.of(settled, back));
                there.add(settled);
                expected.add(claim + " REVERSAL REVERSED_HERE");
            }
            case 5 -> {
                here.add(settled);
                there.addAll(List.of(settled, back));
                expected.add(claim + " REVERSAL REVERSED_THERE");
            }
            case 6 -> {
                here.add(settled);
                there.add(line(claim, Kind.SETTLEMENT, settled.fund(), DAY.plusDays(1)));
                expected.add(claim + " SETTLEMENT OTHER_PERIOD");
            }
            case 7 -> {
                here.addAll(List.of(settled, back));
                there.addAll(List.of(back, settled));
            }
            default -> {
                here.add(settled);
                there.add(settled);
            }
        }
    }

    private static BookTotals inPeriod(List<BookLine> lines) {
        return BookTotals.of(
                lines.stream().filter(line -> PERIOD.holds(line.day())).toList());
    }

    private static List<BookLine> book(String text) {
        List<BookLine> lines = new ArrayList<>();
        for (String word : words(text)) {
            LocalDate day = word.contains("-") ? DAY.plusDays(1) : DAY;
            BookLine settled = line("C1", Kind.SETTLEMENT, Money.of("70.00"), day);
            if (word.startsWith("R")) {
                lines.add(
                        new BookLine("C1", Kind.REVERSAL, Optional.empty(), day, BookLine.negated(settled.amounts())));
            } else {
                lines.add(word.contains("x") ? changed(settled) : settled);
            }
        }
        return lines;
    }

    private static String[] words(String text) {
        return text == null || text.isBlank() ? new String[0] : text.split(" ");
    }

    private static BookLine line(String claim, Kind kind, int fund, LocalDate day) {
        return line(claim, kind, Money.of(fund + ".00"), day);
    }

    private static BookLine line(String claim, Kind kind, Money fund, LocalDate day) {
        Map<SettlementField, Money> amounts = new EnumMap<>(SettlementField.class);
        amounts.put(SettlementField.TOTAL, fund.plus(Money.of("30.00")));
        amounts.put(SettlementField.BASIC_FUND, fund);
        amounts.put(SettlementField.PERSONAL, Money.of("30.00"));
        amounts.put(SettlementField.ACCOUNT, Money.of("10.00"));
        amounts.put(SettlementField.CASH, Money.of("20.00"));
        return new BookLine(claim, kind, Optional.empty(), day, amounts);
    }

    /** A yuan less from the fund, a yuan more in cash. */
    private static BookLine changed(BookLine line) {
        Map<SettlementField, Money> amounts = new EnumMap<>(line.amounts());
        amounts.computeIfPresent(SettlementField.BASIC_FUND, (field, amount) -> amount.minus(Money.of("1.00")));
        amounts.computeIfPresent(SettlementField.PERSONAL, (field, amount) -> amount.plus(Money.of("1.00")));
        amounts.computeIfPresent(SettlementField.CASH, (field, amount) -> amount.plus(Money.of("1.00")));
        return new BookLine(line.claim(), line.kind(), line.reference(), line.day(), amounts);
    }
}
