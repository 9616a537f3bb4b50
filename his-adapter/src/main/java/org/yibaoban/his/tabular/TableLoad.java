package org.yibaoban.his.tabular;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.office.tabular.LoadBook;
import org.yibaoban.office.tabular.SeenRow;

/**
 * Reads a table through: understands each row, finds out by its key whether it is new, a repeat or changed, and has the
 * new ones checked or told to the office, a batch at a time. Run again after a crash it comes to the same end.
 */
final class TableLoad {

    /** Rows between two signs of life; their keys fit one query. */
    static final int BATCH = 1000;
    /** A year's fee rows of a large hospital come in several files; the keys of one stay in memory. */
    static final long MOST_ROWS = 500_000;

    private final LoadBook book;
    private final Run run;
    private final RowMapping mapping;
    private final Step step;
    private final Map<String, String> digests = new HashMap<>();
    private long read;

    /** What is done with a batch of new rows: a dry run checks, a load tells. */
    interface Step {
        void take(List<Draft> fresh, Map<String, SeenRow> before, Tally tally);
    }

    TableLoad(LoadBook book, Run run, Columns columns, ZoneId hospital, Step step) {
        this.book = book;
        this.run = run;
        this.mapping = new RowMapping(columns, hospital);
        this.step = step;
    }

    /** @return false when it was stopped */
    boolean through(RowSource source) {
        return run.map().wholeFile() ? throughGroups(source) : throughRows(source);
    }

    private boolean throughRows(RowSource source) {
        Tally tally = new Tally(run.isView());
        List<Draft> batch = new ArrayList<>();
        int inBatch = 0;
        Optional<RowSource.RawRow> row = source.next();
        while (row.isPresent()) {
            tally.read(1);
            Optional<Draft> draft = understood(row.get(), tally);
            if (draft.isPresent() && isFirst(draft.get(), tally)) {
                batch.add(draft.get());
            }
            row = source.next();
            if (++inBatch == BATCH || row.isEmpty()) {
                if (!handle(batch, tally)) {
                    return false;
                }
                tally = new Tally(run.isView());
                batch = new ArrayList<>();
                inBatch = 0;
            }
        }
        return true;
    }

    private boolean throughGroups(RowSource source) {
        Tally tally = new Tally(run.isView());
        Sums sums = new Sums();
        for (Optional<RowSource.RawRow> row = source.next(); row.isPresent(); row = source.next()) {
            tally.read(1);
            understood(row.get(), tally).ifPresent(sums::add);
            if (read % BATCH == 0) {
                if (!handle(List.of(), tally)) {
                    return false;
                }
                tally = new Tally(run.isView());
            }
        }
        List<Draft> drafts = sums.drafts(tally);
        for (int from = 0; from < drafts.size(); from += BATCH) {
            if (!handle(drafts.subList(from, Math.min(from + BATCH, drafts.size())), tally)) {
                return false;
            }
            tally = new Tally(run.isView());
        }
        return drafts.isEmpty() ? handle(List.of(), tally) : true;
    }

    private Optional<Draft> understood(RowSource.RawRow row, Tally tally) {
        if (++read > MOST_ROWS) {
            throw new TableFault("超过 " + MOST_ROWS + " 行，请分成多个文件", "more than " + MOST_ROWS + " rows: split the file");
        }
        try {
            Optional<Draft> draft = mapping.read(row);
            if (draft.isEmpty()) {
                tally.leftOut();
            }
            return draft;
        } catch (RowFault fault) {
            tally.rejected(row, "", fault, "");
            return Optional.empty();
        }
    }

    /** Whether the key comes for the first time in this table; a repeat within it is one, a change of it is a fault. */
    private boolean isFirst(Draft draft, Tally tally) {
        String before = digests.putIfAbsent(draft.key(), draft.digest());
        if (before == null) {
            return true;
        }
        if (before.equals(draft.digest())) {
            tally.repeated(draft);
        } else {
            tally.rejected(draft, RowFault.of(RowReason.KEY_TWICE, "", ""), "");
        }
        return false;
    }

    private boolean handle(List<Draft> batch, Tally tally) {
        Map<String, SeenRow> seen = batch.isEmpty()
                ? Map.of()
                : book.seen(run.map().id(), batch.stream().map(Draft::key).toList());
        List<Draft> fresh = new ArrayList<>();
        for (Draft draft : batch) {
            try {
                known(draft, seen.get(draft.key()), tally).ifPresent(fresh::add);
            } catch (RowFault fault) {
                tally.rejected(draft, fault, "");
            }
        }
        step.take(fresh, seen, tally);
        return book.advance(run.load(), run.worker(), tally.count(), tally.rejected());
    }

    /** What of it is new; empty when nothing is. */
    private Optional<Draft> known(Draft draft, SeenRow before, Tally tally) {
        if (before == null) {
            return Optional.of(draft);
        }
        if (before.digest().equals(draft.digest())) {
            if (before.load() == run.load() && !run.isView()) {
                tally.loaded(draft); // by this very load, before it was interrupted
            } else {
                tally.repeated(draft);
            }
            return Optional.empty();
        }
        if (run.map().kind() != TableKind.CHARGES) {
            return Optional.of(draft);
        }
        if (!run.map().sums()) {
            throw RowFault.of(RowReason.KEY_CHANGED, "", "");
        }
        return Optional.of(draft.saying(new Draft.Fact.Posted(Sums.further(draft, before))));
    }

    /** What is noted of a draft once it was told. */
    static SeenRow note(Draft draft, SeenRow before, long load) {
        BigDecimal quantity = BigDecimal.ZERO;
        Money amount = Money.ZERO;
        if (draft.fact() instanceof Draft.Fact.Posted posted) {
            quantity = posted.charge().quantity();
            amount = posted.charge().amount();
        }
        return before == null || !(draft.fact() instanceof Draft.Fact.Posted)
                ? new SeenRow(draft.key(), draft.digest(), draft.rows().size(), quantity, amount, 1, load)
                : new SeenRow(
                        draft.key(),
                        draft.digest(),
                        draft.rows().size(),
                        before.quantity().add(quantity),
                        before.amount().plus(amount),
                        before.parts() + 1,
                        load);
    }
}
