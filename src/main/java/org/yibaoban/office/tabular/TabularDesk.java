package org.yibaoban.office.tabular;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.store.TabularLoadRow;
import org.yibaoban.store.TabularLoadRow.State;
import org.yibaoban.store.TabularRows;
import org.yibaoban.store.TabularViewRow;

/** What a user does with files and views: give a file, load it after its dry run, stop, look, read again from a day. */
@ApplicationScoped
public class TabularDesk {

    private static final int SHOWN = 100;

    @Inject
    private TabularRows rows;

    @Inject
    private KeptFiles files;

    @Inject
    private Clock clock;

    /**
     * Keeps a file; its dry run begins by itself.
     *
     * @param table id of the map, known to the caller
     * @return the load's id
     * @throws OfficeRefused when it is empty or too large
     */
    @Transactional
    public long upload(String table, String fileName, InputStream content, String by) {
        return files.keep(TabularLoadRow.ofFile(table, KeptFiles.name(fileName), by, clock.instant()), content);
    }

    /** Loads what the dry run has checked; also goes on with a load that was stopped or failed. */
    @Transactional
    public void start(long id) {
        TabularLoadRow load = locked(id);
        if (load.fileGoneAt().isPresent()) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "load " + id, "its file is no longer kept, give it again");
        }
        if (load.channel() != TabularLoadRow.Channel.FILE
                || load.state() != State.CHECKED
                        && !(load.expected() > 0 && (load.state() == State.FAILED || load.state() == State.STOPPED))) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "load " + id, "is " + load.state());
        }
        if (load.state() == State.CHECKED) {
            load.queue();
        } else {
            load.state(State.QUEUED, clock.instant());
        }
    }

    /**
     * Removes the files whose dry run or load ended longer ago than this. What was read of their rows is kept with the
     * messages; a load that has not been finished by then has to be given again.
     *
     * @return how many
     */
    @Transactional
    public int forgetFiles(Duration kept) {
        Instant now = clock.instant();
        return rows.forgetFiles(now.minus(kept), now);
    }

    /** What was applied stays; the run ends with the batch that it is at. */
    @Transactional
    public void stop(long id) {
        TabularLoadRow load = locked(id);
        if (load.channel() == TabularLoadRow.Channel.FILE && view(load).isRunning()) {
            load.state(State.STOPPED, clock.instant());
        }
    }

    @Transactional
    public Optional<LoadView> load(long id) {
        return rows.load(id).map(TabularDesk::view);
    }

    /** Newest first. */
    @Transactional
    public List<LoadView> latest() {
        return rows.latest(SHOWN).stream().map(TabularDesk::view).toList();
    }

    /** Rejected rows in the order of the file. */
    @Transactional
    public List<RejectedRow> rejected(long id, int from, int limit) {
        return rows.rejects(id, from, limit).stream()
                .map(row -> new RejectedRow(
                        row.rowNumber(),
                        row.rowKey(),
                        row.columnName(),
                        row.shown(),
                        row.code(),
                        row.chinese(),
                        row.english(),
                        row.incidentId()))
                .toList();
    }

    @Transactional
    public ViewState viewState(String table) {
        return rows.view(table)
                .map(view -> new ViewState(
                        table,
                        view.watermark(),
                        view.isStopped(),
                        view.polledAt(),
                        view.readAt(),
                        view.failure(),
                        view.incidentId()))
                .orElseGet(() ->
                        new ViewState(table, Optional.empty(), false, Optional.empty(), Optional.empty(), "", ""));
    }

    /** The switch: a stopped view is not polled, and a poll under way ends with its batch. */
    @Transactional
    public void stopView(String table, boolean stop) {
        lockedView(table).stop(stop);
    }

    /** Reads the view from here again: what was loaded is not loaded twice, what was refused is tried again. */
    @Transactional
    public void restartView(String table, LocalDateTime from) {
        lockedView(table).restart(from);
    }

    private TabularViewRow lockedView(String table) {
        return rows.lockView(table)
                .or(() -> rows.lockKnownView(table))
                .orElseThrow(() -> new OfficeRefused(ReasonCode.BAD_REQUEST, "view " + table, "is not known"));
    }

    private TabularLoadRow locked(long id) {
        return rows.lock(id).orElseThrow(() -> new OfficeRefused(ReasonCode.BAD_REQUEST, "load " + id, "is not known"));
    }

    /** A load as it is told. */
    public static LoadView view(TabularLoadRow row) {
        return new LoadView(
                row.id(),
                row.channel().name(),
                row.tableId(),
                row.fileName(),
                row.size(),
                row.createdAt(),
                row.createdBy(),
                row.state().name(),
                row.expected(),
                new LoadCount(
                        row.rowCount(),
                        row.leftOut(),
                        row.loaded(),
                        row.repeated(),
                        row.waiting(),
                        row.rejected(),
                        row.amount()),
                row.unknownColumns(),
                row.chinese(),
                row.english(),
                row.incidentId(),
                row.finishedAt(),
                row.fileGoneAt());
    }
}
