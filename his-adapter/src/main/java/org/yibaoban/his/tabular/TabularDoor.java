package org.yibaoban.his.tabular;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.yibaoban.office.tabular.LoadBook;
import org.yibaoban.office.tabular.ViewBook;
import org.yibaoban.visit.VisitNumber;

/** The tabular door: works on loads whose turn it is, and polls views. Whoever calls it brings the thread. */
public final class TabularDoor {

    private final TableMaps maps;
    private final LoadBook book;
    private final TableRuns runs;
    private final ViewPolls polls;
    private final FileLoads loads;
    /** This instance among those that share the database. */
    private final String worker = UUID.randomUUID().toString();

    /**
     * @param clock its zone is the hospital's
     * @param replay told each visit for which something was applied
     */
    public TabularDoor(
            TableMaps maps,
            HisDatabase database,
            LoadBook book,
            ViewBook views,
            Teller teller,
            Clock clock,
            Consumer<VisitNumber> replay) {
        this.maps = maps;
        this.book = book;
        this.loads = new FileLoads(book, worker, clock);
        this.runs = new TableRuns(book, teller, clock.getZone(), replay);
        this.polls = new ViewPolls(maps, database, views, runs, clock, worker);
    }

    /** Polls every view that is not stopped, once. */
    public void poll() {
        polls.poll();
    }

    /** Works until no load is due. Several instances may do so at once. */
    public void work() {
        for (Optional<LoadBook.Due> due = book.take(worker); due.isPresent(); due = book.take(worker)) {
            work(due.get());
        }
    }

    private void work(LoadBook.Due due) {
        loads.run(due, "已入账的行保留，可继续", "what was loaded stays, it can go on", () -> {
            TableMap map = maps.find(due.table())
                    .orElseThrow(() ->
                            new TableFault("没有对照表 " + due.table(), "there is no map " + due.table() + " any more"));
            try (RowSource rows = TableFile.open(loads.content(due.load()), map.text())) {
                Columns columns = Columns.of(map, rows.header());
                book.begin(due.load(), columns.unknown());
                Run run = new Run(map, rows.header(), Run.FILE, "load-" + due.load(), due.load(), worker, due.dryRun());
                return runs.through(run, columns, rows);
            }
        });
    }
}
