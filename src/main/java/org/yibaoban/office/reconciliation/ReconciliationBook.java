package org.yibaoban.office.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yibaoban.office.payer.Statement;
import org.yibaoban.settlement.Step;
import org.yibaoban.settlement.reconciliation.BookLine;
import org.yibaoban.settlement.reconciliation.BookTotals;
import org.yibaoban.settlement.reconciliation.Difference;
import org.yibaoban.settlement.reconciliation.DifferenceOnFile;
import org.yibaoban.settlement.reconciliation.DifferenceOnFile.Action;
import org.yibaoban.settlement.reconciliation.DifferenceState;
import org.yibaoban.settlement.reconciliation.OwnBooks;
import org.yibaoban.settlement.reconciliation.OwnTotals;
import org.yibaoban.settlement.reconciliation.Period;
import org.yibaoban.settlement.reconciliation.PeriodStanding;
import org.yibaoban.settlement.reconciliation.Reconciliation;
import org.yibaoban.settlement.reconciliation.ReconciliationState;
import org.yibaoban.store.Differences;
import org.yibaoban.store.OwnBookRows;
import org.yibaoban.store.OwnSums;
import org.yibaoban.store.Reconciliations;
import org.yibaoban.store.SettledBook;

/** The store's side of a reconciliation: each step is one short transaction, none is open while the payer is asked. */
@ApplicationScoped
public class ReconciliationBook {

    /** Longer than both questions may take. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    @Inject
    private Reconciliations reconciliations;

    @Inject
    private Differences differences;

    @Inject
    private SettledBook book;

    @Inject
    private OwnBookRows own;

    @Inject
    private OwnSums ownSums;

    @Inject
    private Clock clock;

    /** As {@link Reconciliations#take}. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Long> take(String payer, Period period) {
        Instant now = clock.instant();
        return reconciliations.take(payer, period, now, now.plus(LEASE));
    }

    @Transactional(TxType.REQUIRES_NEW)
    public Optional<PeriodStanding> find(String payer, Period period) {
        return reconciliations.find(payer, period);
    }

    /** When the payer answered the first claim; empty before it. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<LocalDate> firstDay() {
        return book.firstDay(clock.getZone());
    }

    /** Our sums of a period as they are now. */
    @Transactional(TxType.REQUIRES_NEW)
    public BookTotals sums(Period period) {
        return BookTotals.of(book.lines(period, clock.getZone()));
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void failed(long id, String why) {
        reconciliations.failed(id, why);
    }

    /**
     * The sums are the same, and the payer's lines were not asked for; the hospital's own books are compared all the same.
     *
     * @return false when the period was presented or closed while the payer was asked: then its answer counts for nothing
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean sumsAgree(long id, Period period, Statement sums, String by) {
        if (!isOpen(id)) {
            return false;
        }
        keep(id, sums);
        meet(id, ownBooks(id, period));
        close(id, false, sums.totals(), sums.totals(), by);
        return true;
    }

    /**
     * Compares line by line.
     *
     * @return as {@link #sumsAgree}
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean compare(long id, Period period, Statement sums, Statement lines, String by) {
        if (!isOpen(id)) {
            return false;
        }
        keep(id, sums);
        keep(id, lines);
        List<BookLine> here = book.lines(period.widened(), clock.getZone());
        List<Difference> found = new ArrayList<>(Reconciliation.compare(period, here, lines.lines()));
        found.addAll(ownBooks(id, period));
        meet(id, found);
        close(id, true, in(period, here), in(period, lines.lines()), by);
        return true;
    }

    /** Compares the hospital's own books, and keeps their sums. */
    private List<Difference> ownBooks(long id, Period period) {
        OwnBookRows.Read read = own.of(period, clock.getZone());
        ownSums.put(id, OwnTotals.of(read.claims()), read.till());
        return OwnBooks.compare(read.claims());
    }

    private boolean isOpen(long id) {
        return reconciliations.lock(id).orElseThrow().state().isOpen();
    }

    private static BookTotals in(Period period, List<BookLine> lines) {
        return BookTotals.of(
                lines.stream().filter(line -> period.holds(line.day())).toList());
    }

    private void keep(long id, Statement statement) {
        reconciliations.keepAnswer(id, statement.response(), clock.instant());
    }

    private void close(long id, boolean byLine, BookTotals here, BookTotals there, String by) {
        PeriodStanding now = reconciliations.find(id).orElseThrow();
        ReconciliationState state = now.differences() == 0 ? ReconciliationState.EVEN : ReconciliationState.UNEVEN;
        reconciliations.answered(id, state, byLine, here, there, clock.instant(), by);
    }

    /** What was found now, with what is on file. */
    private void meet(long id, List<Difference> found) {
        Map<String, DifferenceOnFile> known = differences.of(id).stream()
                .collect(Collectors.toMap(one -> key(one.claim(), one.line(), one.kind()), Function.identity()));
        for (Difference one : found) {
            DifferenceOnFile before = known.remove(key(one.claim(), one.line(), one.kind()));
            if (before == null) {
                add(id, one);
            } else {
                again(before, one);
            }
        }
        known.values().stream()
                .filter(one -> one.state() != DifferenceState.GONE)
                .forEach(one -> {
                    differences.state(one.id(), DifferenceState.GONE);
                    step(one.id(), Action.GONE);
                });
    }

    private static String key(Object... parts) {
        return List.of(parts).toString();
    }

    /** A month meets what its days have met: what two persons closed there holds here, too. */
    private void add(long id, Difference found) {
        long number = differences.add(id, found);
        step(number, Action.FOUND);
        differences.decidedElsewhere(found).ifPresent(decided -> {
            String by = decided.settledBy().orElseThrow();
            boolean accepted = decided.state() == DifferenceState.ACCEPTED;
            differences.settle(number, decided.state(), decided.words(), by, clock.instant());
            Action action = accepted ? Action.ACCEPTED : Action.EXPLAINED;
            differences.step(number, new Step<>(clock.instant(), by, action, decided.words()));
        });
    }

    /** What the payer's answer alone did. */
    private void step(long difference, Action action) {
        differences.step(difference, new Step<>(clock.instant(), "", action, ""));
    }

    private void again(DifferenceOnFile before, Difference found) {
        boolean same = found.isSame(before, differences.amounts(before.id()));
        differences.update(before.id(), found);
        if (before.state() == DifferenceState.GONE || !same) {
            differences.state(before.id(), DifferenceState.OPEN);
            step(before.id(), Action.REOPENED);
        }
    }
}
