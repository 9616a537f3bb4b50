package org.yibaoban.settlement.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;

/**
 * Compares two books of a period line by line (national 3202) and says in what they differ. Lines are the same when they
 * are the same kind of line of the same claim, whatever numbers the payer gave them. The gaps of all differences add up
 * to the difference of the sums.
 */
public final class Reconciliation {

    private final Period period;
    private final List<Difference> found = new ArrayList<>();

    private Reconciliation(Period period) {
        this.period = period;
    }

    private record Key(String claim, BookLine.Kind kind) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byClaim = claim.compareTo(other.claim);
            return byClaim != 0 ? byClaim : kind.compareTo(other.kind);
        }
    }

    private static final class Pair {
        private final List<BookLine> here = new ArrayList<>();
        private final List<BookLine> there = new ArrayList<>();
    }

    /**
     * Both books may hold lines of the days around the period: they are only looked at to find what one side booked on
     * another day.
     *
     * @return by claim, settlements before reversals; empty when nothing differs
     */
    public static List<Difference> compare(Period period, List<BookLine> here, List<BookLine> there) {
        Map<Key, Pair> pairs = new TreeMap<>();
        here.forEach(line -> pair(pairs, line).here.add(line));
        there.forEach(line -> pair(pairs, line).there.add(line));
        Reconciliation reconciliation = new Reconciliation(period);
        pairs.forEach(reconciliation::judge);
        return List.copyOf(reconciliation.found);
    }

    private static Pair pair(Map<Key, Pair> pairs, BookLine line) {
        return pairs.computeIfAbsent(new Key(line.claim(), line.kind()), key -> new Pair());
    }

    private void judge(Key key, Pair pair) {
        Optional<BookLine> here = pair.here.stream().findFirst();
        Optional<BookLine> there = pair.there.stream().findFirst();
        doubled(key, DifferenceKind.DOUBLED_HERE, pair.here, true);
        doubled(key, DifferenceKind.DOUBLED_THERE, pair.there, false);
        boolean inHere = here.filter(this::isIn).isPresent();
        boolean inThere = there.filter(this::isIn).isPresent();
        if (here.isPresent() && there.isPresent()) {
            both(key, here.get(), there.get(), inHere, inThere);
        } else if (inHere) {
            boolean reversal = key.kind == BookLine.Kind.REVERSAL;
            add(
                    key,
                    reversal ? DifferenceKind.REVERSED_HERE : DifferenceKind.ONLY_HERE,
                    here,
                    there,
                    here.get().fund());
        } else if (inThere) {
            boolean reversal = key.kind == BookLine.Kind.REVERSAL;
            Money gap = there.get().fund().negated();
            add(key, reversal ? DifferenceKind.REVERSED_THERE : DifferenceKind.ONLY_THERE, here, there, gap);
        }
    }

    private void doubled(Key key, DifferenceKind kind, List<BookLine> lines, boolean ours) {
        Money more =
                lines.stream().skip(1).filter(this::isIn).map(BookLine::fund).reduce(Money.ZERO, Money::plus);
        if (lines.stream().skip(1).anyMatch(this::isIn)) {
            Optional<BookLine> line = Optional.of(lines.get(0));
            add(
                    key,
                    kind,
                    ours ? line : Optional.empty(),
                    ours ? Optional.empty() : line,
                    ours ? more : more.negated());
        }
    }

    /** Amounts are judged in the period of our line, so that they are found once. */
    private void both(Key key, BookLine here, BookLine there, boolean inHere, boolean inThere) {
        List<SettlementField> fields = SettlementField.ALL.stream()
                .filter(field -> !here.amount(field).equals(there.amount(field)))
                .toList();
        Optional<BookLine> ours = Optional.of(here);
        Optional<BookLine> theirs = Optional.of(there);
        if (!fields.isEmpty() && inHere) {
            Money gap = here.fund().minus(there.fund());
            found.add(new Difference(key.claim, key.kind, DifferenceKind.AMOUNTS, ours, theirs, fields, gap));
        }
        if (inHere != inThere) {
            Money gap = inHere ? there.fund() : there.fund().negated();
            add(key, DifferenceKind.OTHER_PERIOD, ours, theirs, gap);
        }
    }

    private boolean isIn(BookLine line) {
        return period.holds(line.day());
    }

    private void add(Key key, DifferenceKind kind, Optional<BookLine> here, Optional<BookLine> there, Money gap) {
        found.add(new Difference(key.claim, key.kind, kind, here, there, List.of(), gap));
    }
}
