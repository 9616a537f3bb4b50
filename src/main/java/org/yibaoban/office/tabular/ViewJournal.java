package org.yibaoban.office.tabular;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.yibaoban.store.TabularLoadRow;
import org.yibaoban.store.TabularRows;

/** The view book over the store. */
@ApplicationScoped
public class ViewJournal implements ViewBook {

    @Inject
    private TabularRows rows;

    @Inject
    private Clock clock;

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Turn> take(String table, String worker) {
        Instant now = clock.instant();
        return rows.lockView(table)
                .filter(view -> !view.isStopped() && view.isFree(now))
                .map(view -> {
                    view.lease(worker, now, now.plus(LoadJournal.LEASE));
                    LocalDate today = LocalDate.now(clock);
                    TabularLoadRow load = rows.ofDay(table, today)
                            .orElseGet(() -> rows.add(TabularLoadRow.ofView(table, today, now)));
                    return new Turn(table, view.watermark(), view.epoch(), load.id());
                });
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void polled(Turn turn, String worker, LocalDateTime watermark) {
        rows.lockKnownView(turn.table())
                .filter(view -> view.isHeldBy(worker) && view.epoch() == turn.epoch())
                .ifPresent(view -> view.read(watermark, clock.instant()));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void failed(Turn turn, String worker, String failure, String incident) {
        rows.lockKnownView(turn.table())
                .filter(view -> view.isHeldBy(worker))
                .ifPresent(view -> view.failed(failure, incident));
    }
}
