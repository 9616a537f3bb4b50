package org.yibaoban.settlement.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.reconciliation.BookLine.Kind;
import org.yibaoban.settlement.reconciliation.ClaimBooks.Standing;
import org.yibaoban.settlement.reconciliation.ClaimBooks.Taken;

class OwnBooksTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest(name = "{0}: {6}")
    // the claim is of 100.00: 70.00 from funds, 30.00 the patient's, of which 10.00 from the account.
    // receipts: amount/from the account, v where it is voided
    @CsvSource({
        "all agree, SETTLED, 100.00, 30.00/10.00, 0.00, 0.00, ''",
        "nothing taken is owed, SETTLED, 100.00, '', 0.00, 30.00, ''",
        "taken in part is owed, SETTLED, 100.00, 25.00/10.00, 0.00, 5.00, ''",
        "taken in parts, SETTLED, 100.00, 25.00/10.00 5.00/0.00, 0.00, 0.00, ''",
        "late charge, SETTLED, 120.00, 30.00/10.00, -20.00, 0.00, LEDGER_MORE",
        "late credit, SETTLED, 99.99, 30.00/10.00, 0.01, 0.00, LEDGER_LESS",
        "all credited, SETTLED, 0.00, 30.00/10.00, 100.00, 0.00, LEDGER_REVERSED",
        "a fen too much, SETTLED, 100.00, 30.01/10.00, -0.01, 0.00, RECEIPT_MORE",
        "taken twice, SETTLED, 100.00, 30.00/10.00 30.00/10.00, -30.00, 0.00, RECEIPT_DOUBLED RECEIPT_ACCOUNT",
        "a part taken twice, SETTLED, 100.00, 10.00/10.00 20.00/0.00 20.00/0.00, -20.00, 0.00, RECEIPT_DOUBLED",
        "twice and one voided, SETTLED, 100.00, 30.00/10.00 30.00/10.00v, 0.00, 0.00, ''",
        "voided receipts are not twice, SETTLED, 100.00, 30.00/10.00 5.00/0.00 5.00/0.00v, -5.00, 0.00, RECEIPT_MORE",
        "account forgotten, SETTLED, 100.00, 30.00/0.00, 0.00, 0.00, RECEIPT_ACCOUNT",
        "account forgotten and owed, SETTLED, 100.00, 5.00/0.00, 0.00, 25.00, RECEIPT_ACCOUNT",
        "reversed and kept, REVERSED, 0.00, 30.00/10.00, -30.00, 0.00, RECEIPT_LEFT",
        "reversed and voided, REVERSED, 0.00, 30.00/10.00v, 0.00, 0.00, ''",
        "reversed and never paid, REVERSED, 0.00, '', 0.00, 0.00, ''",
        "paid and never settled, NOT_SETTLED, 0.00, 30.00/0.00, -30.00, 0.00, RECEIPT_ONLY"
    })
    void differencesAreClassed(
            String name, Standing standing, String charged, String receipts, String gap, String owed, String kinds) {
        List<ClaimBooks> claims = List.of(claim("C1", standing, Money.of(charged), receipts(receipts)));

        List<Difference> found = OwnBooks.compare(claims);

        assertThat(found.stream().map(one -> one.kind().name()))
                .containsExactly(kinds.isEmpty() ? new String[0] : kinds.split(" "));
        assertThat(Money.sum(found.stream().map(Difference::gap).toList())).isEqualTo(Money.of(gap));
        assertThat(OwnTotals.of(claims).owed()).isEqualTo(Money.of(owed));
    }

    @ParameterizedTest(name = "{0}: {2} against {3}")
    @CsvSource({
        "120.00, 30.00/10.00, TOTAL 100.00, 120.00",
        "100.00, 30.00/10.00 5.00/0.00, PERSONAL 30.00, 35.00",
        "100.00, 30.00/0.00, ACCOUNT 10.00, 0.00"
    })
    void bothAmountsAreShown(String charged, String receipts, String here, String there) {
        Difference found = OwnBooks.compare(
                        List.of(claim("C1", Standing.SETTLED, Money.of(charged), receipts(receipts))))
                .get(0);

        assertThat(found.pairs())
                .contains(new DifferenceOnFile.Pair(
                        SettlementField.valueOf(here.split(" ")[0]),
                        Optional.of(Money.of(here.split(" ")[1])),
                        Optional.of(Money.of(there))));
    }

    /** Random books, spoilt in random places: each is found, and the gaps of each pair of books make up the sums' difference. */
    @Property(tries = 500)
    void whateverIsSpoiltIsFoundAndTheGapsAddUp(@ForAll long seed, @ForAll @IntRange(max = 40) int claims) {
        Random random = new Random(seed);
        List<ClaimBooks> books = new ArrayList<>();
        Set<String> expected = new LinkedHashSet<>();
        for (int i = 0; i < claims; i++) {
            books.add(spoilt(random, "C" + i, expected));
        }
        List<Difference> found = OwnBooks.compare(books);
        OwnTotals totals = OwnTotals.of(books);

        assertThat(found.stream().map(one -> one.claim() + " " + one.kind()))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(gaps(found, BookPair.LEDGER)).isEqualTo(totals.settled().minus(totals.charged()));
        assertThat(gaps(found, BookPair.CASHIER))
                .isEqualTo(totals.account()
                        .plus(totals.cash())
                        .minus(totals.owed())
                        .minus(totals.takenAccount())
                        .minus(totals.takenOther()));
    }

    private static Money gaps(List<Difference> found, BookPair books) {
        return Money.sum(found.stream()
                .filter(one -> one.kind().books() == books)
                .map(Difference::gap)
                .toList());
    }

    private static ClaimBooks spoilt(Random random, String claim, Set<String> expected) {
        Money total = Money.of("100.00");
        Money much = Money.of(random.nextInt(1, 90) + ".37");
        Money charged = switch (random.nextInt(5)) {
            case 0 -> {
                expected.add(claim + " LEDGER_MORE");
                yield total.plus(much);
            }
            case 1 -> {
                expected.add(claim + " LEDGER_LESS");
                yield total.minus(much);
            }
            case 2 -> {
                expected.add(claim + " LEDGER_REVERSED");
                yield Money.ZERO;
            }
            default -> total;
        };
        switch (random.nextInt(7)) {
            case 0 -> {
                expected.add(claim + " RECEIPT_MORE");
                return claim(claim, Standing.SETTLED, charged, receipts("30.00/10.00 " + much + "/0.00"));
            }
            case 1 -> {
                expected.add(claim + " RECEIPT_DOUBLED");
                return claim(claim, Standing.SETTLED, charged, receipts("10.00/10.00 20.00/0.00 20.00/0.00"));
            }
            case 2 -> {
                expected.removeIf(one -> one.startsWith(claim + " "));
                expected.add(claim + " RECEIPT_LEFT");
                return claim(claim, Standing.REVERSED, charged, receipts("30.00/10.00"));
            }
            case 3 -> {
                expected.removeIf(one -> one.startsWith(claim + " "));
                expected.add(claim + " RECEIPT_ONLY");
                return claim(claim, Standing.NOT_SETTLED, charged, receipts(much + "/0.00"));
            }
            case 4 -> {
                return claim(claim, Standing.SETTLED, charged, receipts("12.00/10.00"));
            }
            case 5 -> {
                expected.removeIf(one -> one.startsWith(claim + " "));
                return claim(claim, Standing.REVERSED, charged, receipts("30.00/10.00v"));
            }
            default -> {
                return claim(claim, Standing.SETTLED, charged, receipts("30.00/10.00 30.00/10.00v"));
            }
        }
    }

    private static ClaimBooks claim(String claim, Standing standing, Money charged, List<Taken> receipts) {
        Map<SettlementField, Money> amounts = standing != Standing.SETTLED
                ? Map.of()
                : Map.of(
                        SettlementField.TOTAL, Money.of("100.00"),
                        SettlementField.BASIC_FUND, Money.of("70.00"),
                        SettlementField.PERSONAL, Money.of("30.00"),
                        SettlementField.ACCOUNT, Money.of("10.00"),
                        SettlementField.CASH, Money.of("20.00"));
        Kind kind = standing == Standing.REVERSED ? Kind.REVERSAL : Kind.SETTLEMENT;
        BookLine line = new BookLine(claim, kind, Optional.empty(), DAY, amounts);
        return new ClaimBooks(line, standing, charged, DAY, receipts);
    }

    private static List<Taken> receipts(String text) {
        List<Taken> receipts = new ArrayList<>();
        for (String word : text.isBlank() ? new String[0] : text.trim().split(" ")) {
            boolean voided = word.endsWith("v");
            String[] parts = word.replace("v", "").split("/");
            Taken taken = new Taken(Money.of(parts[0]), Money.of(parts[1]), DAY, !voided);
            receipts.add(taken);
            if (voided) {
                receipts.add(new Taken(taken.amount().negated(), taken.account().negated(), DAY, false));
            }
        }
        return receipts;
    }
}
