package org.yibaoban.his.tabular;

import java.util.ArrayList;
import java.util.List;
import org.yibaoban.money.Money;
import org.yibaoban.office.tabular.LoadCount;
import org.yibaoban.office.tabular.RejectedRow;

/** Counts the rows of one batch. */
final class Tally {

    private final boolean view;
    private final List<RejectedRow> rejected = new ArrayList<>();
    private long rows;
    private long leftOut;
    private long loaded;
    private long repeated;
    private long waiting;
    private Money amount = Money.ZERO;

    /** @param view whose look-back shows the same rows with every poll: only what is new counts */
    Tally(boolean view) {
        this.view = view;
    }

    void read(long more) {
        rows += view ? 0 : more;
    }

    void leftOut() {
        leftOut += view ? 0 : 1;
    }

    void repeated(Draft draft) {
        repeated += view ? 0 : draft.rows().size();
    }

    void loaded(Draft draft) {
        loaded += draft.rows().size();
        took(draft);
    }

    void waiting(Draft draft) {
        waiting += draft.rows().size();
        took(draft);
    }

    private void took(Draft draft) {
        rows += view ? draft.rows().size() : 0;
        if (draft.fact() instanceof Draft.Fact.Posted posted) {
            amount = amount.plus(posted.charge().amount());
        }
    }

    void rejected(Draft draft, RowFault fault, String incident) {
        draft.rows().forEach(row -> rejected(row, draft.key(), fault, incident));
    }

    void rejected(RowSource.RawRow row, String key, RowFault fault, String incident) {
        rejected.add(new RejectedRow(
                view ? 0 : row.number(),
                key.isEmpty() && view ? Digest.of(row.values().toString()) : key,
                fault.column(),
                fault.shown(),
                fault.reason().code(),
                fault.chinese(),
                fault.english(),
                incident));
    }

    /** The journal counts the rejected rows, for it knows which it has. */
    LoadCount count() {
        return new LoadCount(rows, leftOut, loaded, repeated, waiting, 0, amount);
    }

    List<RejectedRow> rejected() {
        return List.copyOf(rejected);
    }
}
