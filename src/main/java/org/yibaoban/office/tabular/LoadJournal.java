package org.yibaoban.office.tabular;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.store.PatientRow;
import org.yibaoban.store.TabularLoadRow;
import org.yibaoban.store.TabularLoadRow.Channel;
import org.yibaoban.store.TabularLoadRow.State;
import org.yibaoban.store.TabularRejectRow;
import org.yibaoban.store.TabularRows;
import org.yibaoban.store.TabularSeenRow;
import org.yibaoban.store.VisitRow;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitStatus;

/** The load book over the store. */
@ApplicationScoped
public class LoadJournal implements LoadBook {

    /** Renewed with each batch of rows, which takes a second or two; after a crash another run begins this much later. */
    static final Duration LEASE = Duration.ofSeconds(30);

    @Inject
    private TabularRows rows;

    @Inject
    private Clock clock;

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Due> take(String worker) {
        return take(Channel.FILE, worker);
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Due> takeCatalogue(String worker) {
        return take(Channel.CATALOGUE, worker);
    }

    private Optional<Due> take(Channel channel, String worker) {
        Instant now = clock.instant();
        return rows.due(channel, now).map(load -> {
            load.lease(worker, now.plus(LEASE));
            if (load.state() == State.UPLOADED) {
                load.state(State.CHECKING, now);
            } else if (load.state() == State.QUEUED) {
                load.state(State.LOADING, now);
            }
            return new Due(load.id(), load.tableId(), load.state() == State.CHECKING);
        });
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<byte[]> part(long load, int number) {
        return rows.part(load, number);
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void begin(long load, List<String> unknownColumns) {
        rows.forgetRejects(load);
        rows.lock(load).orElseThrow().begin(String.join("、", unknownColumns));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public boolean advance(long id, String worker, LoadCount more, List<RejectedRow> rejected) {
        TabularLoadRow load = rows.lock(id).orElseThrow();
        boolean file = load.channel() != Channel.VIEW;
        if (file && !isMine(load, worker)) {
            return false;
        }
        long added = add(load, rejected);
        load.count(more.rows(), more.leftOut(), more.loaded(), more.repeated(), more.waiting(), added, more.amount());
        if (file) {
            load.lease(worker, clock.instant().plus(LEASE));
            return true;
        }
        Instant now = clock.instant();
        return rows.lockKnownView(load.tableId())
                .filter(view -> !view.isStopped() && view.isHeldBy(worker))
                .map(view -> {
                    view.renew(now.plus(LEASE));
                    return true;
                })
                .orElse(false);
    }

    /** A view's look-back shows its wrong rows again with every poll: once a day each is enough. */
    private long add(TabularLoadRow load, List<RejectedRow> rejected) {
        Map<String, RejectedRow> marked = new HashMap<>();
        rejected.forEach(row -> marked.putIfAbsent(mark(row), row));
        Set<String> known = new HashSet<>(rows.marked(load.id(), marked.keySet()));
        marked.forEach((mark, row) -> {
            if (!known.contains(mark)) {
                rows.add(new TabularRejectRow(
                                load.id(),
                                mark,
                                row.row(),
                                cut(row.key(), 200),
                                cut(row.column(), 200),
                                cut(row.shown(), 80),
                                row.code())
                        .because(row.chinese(), row.english(), row.incident()));
            }
        });
        return marked.keySet().stream().filter(mark -> !known.contains(mark)).count();
    }

    private static String mark(RejectedRow row) {
        return row.row() > 0
                ? String.valueOf(row.row())
                : row.code() + ":" + Integer.toHexString((row.key() + row.column() + row.shown()).hashCode());
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static boolean isMine(TabularLoadRow load, String worker) {
        return load.leaseBy().equals(worker) && (load.state() == State.CHECKING || load.state() == State.LOADING);
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void finish(long id, String worker) {
        rows.lock(id).filter(load -> isMine(load, worker)).ifPresent(load -> {
            load.explained("", "", "");
            load.state(load.state() == State.CHECKING ? State.CHECKED : State.DONE, clock.instant());
        });
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void fail(long id, String worker, String chinese, String english, String incident) {
        rows.lock(id).filter(load -> isMine(load, worker)).ifPresent(load -> {
            load.explained(chinese, english, incident);
            load.state(State.FAILED, clock.instant());
        });
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Map<String, SeenRow> seen(String table, Collection<String> keys) {
        return rows.seen(ids(table, keys)).stream()
                .map(row -> new SeenRow(
                        row.id().substring(table.length() + 1),
                        row.digest(),
                        row.rowCount(),
                        row.quantity(),
                        row.amount(),
                        row.parts(),
                        row.loadId()))
                .collect(Collectors.toMap(SeenRow::key, Function.identity()));
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void note(String table, List<SeenRow> seen) {
        Map<String, TabularSeenRow> known = rows
                .seen(ids(table, seen.stream().map(SeenRow::key).toList()))
                .stream()
                .collect(Collectors.toMap(TabularSeenRow::id, Function.identity()));
        for (SeenRow row : seen) {
            String id = id(table, row.key());
            TabularSeenRow stored = known.get(id);
            if (stored == null) {
                stored = new TabularSeenRow(id);
                rows.add(stored);
            }
            stored.as(row.digest(), row.rows(), row.quantity(), row.amount(), row.parts(), row.load());
        }
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void forget(String table, Collection<String> keys) {
        rows.forgetSeen(ids(table, keys));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Map<VisitNumber, KnownVisit> visits(Collection<VisitNumber> numbers) {
        return rows.visits(numbers.stream().map(VisitNumber::value).toList()).stream()
                .collect(Collectors.toMap(
                        VisitRow::number,
                        visit ->
                                new KnownVisit(new PatientNumber(visit.patient().number()), closed(visit))));
    }

    private static Optional<ReasonCode> closed(VisitRow visit) {
        if (visit.status() == VisitStatus.CANCELLED) {
            return Optional.of(ReasonCode.VISIT_CANCELLED);
        }
        return visit.isClosedByClaim() && !visit.reopenedAfterClaim()
                ? Optional.of(ReasonCode.VISIT_SETTLED)
                : Optional.empty();
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Map<PatientNumber, PatientDetails> patients(Collection<PatientNumber> numbers) {
        return rows.patients(numbers.stream().map(PatientNumber::value).toList()).stream()
                .map(PatientRow::details)
                .collect(Collectors.toMap(PatientDetails::number, Function.identity()));
    }

    private static List<String> ids(String table, Collection<String> keys) {
        return keys.stream().map(key -> id(table, key)).toList();
    }

    private static String id(String table, String key) {
        return table + ":" + key;
    }
}
