package org.yibaoban.his.tabular;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.yibaoban.office.IncidentId;
import org.yibaoban.office.tabular.ViewBook;

/**
 * Polls the views of the HIS's database, one after the other in the order of the maps. Each poll reads from the watermark
 * less the look-back; rows seen before are repeats. The watermark moves when all rows of a poll were told to the office or
 * rejected with a reason: after a crash or a failure the same rows come again.
 */
final class ViewPolls {

    private static final Logger LOG = System.getLogger(ViewPolls.class.getName());

    private final TableMaps maps;
    private final HisDatabase database;
    private final ViewBook views;
    private final TableRuns runs;
    private final Clock clock;
    private final String worker;
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();

    private record Failure(String why, String incident) {}

    ViewPolls(TableMaps maps, HisDatabase database, ViewBook views, TableRuns runs, Clock clock, String worker) {
        this.maps = maps;
        this.database = database;
        this.views = views;
        this.runs = runs;
        this.clock = clock;
        this.worker = worker;
    }

    void poll() {
        if (database.isPresent()) {
            maps.views().forEach(map -> views.take(map.id(), worker).ifPresent(turn -> poll(map, turn)));
        }
    }

    private void poll(TableMap map, ViewBook.Turn turn) {
        try {
            read(map, turn);
        } catch (TableFault fault) {
            failed(map, turn, fault.getMessage(), fault);
        } catch (SQLException e) {
            failed(map, turn, "HIS 数据库读取失败 / the HIS's database cannot be read (" + e.getSQLState() + ")", e);
        } catch (RuntimeException e) {
            failed(map, turn, "系统内部错误 / internal error", e);
        }
    }

    private void read(TableMap map, ViewBook.Turn turn) throws SQLException {
        TableMap.View view = map.view().orElseThrow();
        LocalDateTime from =
                turn.watermark().map(time -> time.minus(view.lookBack())).orElse(view.from());
        try (Connection connection = database.open();
                ViewRows rows = new ViewRows(connection, view, from)) {
            Columns columns = Columns.of(map, rows.header());
            Run run = new Run(map, rows.header(), Run.VIEW, "view-" + turn.epoch(), turn.load(), worker, false);
            if (runs.through(run, columns, rows)) {
                failures.remove(map.id());
                views.polled(turn, worker, watermark(view, turn, rows.latest()));
            } else {
                views.failed(turn, worker, "轮询已停止 / polling was stopped", "");
            }
            connection.rollback();
        }
    }

    /** Never back, and never ahead of the clock: one row entered with a wrong year must not hide all that follow. */
    private LocalDateTime watermark(TableMap.View view, ViewBook.Turn turn, Optional<LocalDateTime> latest) {
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDateTime before = turn.watermark().orElse(view.from());
        LocalDateTime reached = latest.filter(time -> time.isBefore(now)).orElse(latest.isPresent() ? now : before);
        return reached.isBefore(before) ? before : reached;
    }

    private void failed(TableMap map, ViewBook.Turn turn, String why, Exception reason) {
        Failure before = failures.get(map.id());
        if (before == null || !before.why().equals(why)) {
            // a database that is down fails every poll: one incident, one line in the log
            before = new Failure(why, IncidentId.next(clock).value());
            failures.put(map.id(), before);
            LOG.log(Level.ERROR, before.incident() + ": poll of " + map.id() + " failed", reason);
        }
        views.failed(turn, worker, why, before.incident());
    }
}
