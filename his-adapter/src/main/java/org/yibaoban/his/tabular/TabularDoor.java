package org.yibaoban.his.tabular;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.yibaoban.office.IncidentId;
import org.yibaoban.office.tabular.LoadBook;
import org.yibaoban.office.tabular.ViewBook;
import org.yibaoban.visit.VisitNumber;

/** The tabular door: works on loads whose turn it is, and polls views. Whoever calls it brings the thread. */
public final class TabularDoor {

    private static final Logger LOG = System.getLogger(TabularDoor.class.getName());

    private final TableMaps maps;
    private final LoadBook book;
    private final TableRuns runs;
    private final ViewPolls polls;
    private final Clock clock;
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
        this.clock = clock;
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
        try {
            TableMap map = maps.find(due.table())
                    .orElseThrow(() ->
                            new TableFault("没有对照表 " + due.table(), "there is no map " + due.table() + " any more"));
            try (RowSource rows = TableFile.open(content(due.load()), map.text())) {
                Columns columns = Columns.of(map, rows.header());
                book.begin(due.load(), columns.unknown());
                Run run = new Run(map, rows.header(), Run.FILE, "load-" + due.load(), due.load(), worker, due.dryRun());
                if (runs.through(run, columns, rows)) {
                    book.finish(due.load(), worker);
                }
            }
        } catch (TableFault fault) {
            LOG.log(Level.INFO, "load {0} of {1} cannot be read", due.load(), due.table());
            book.fail(due.load(), worker, fault.chinese(), fault.english(), "");
        } catch (RuntimeException failed) {
            String incident = IncidentId.next(clock).value();
            LOG.log(Level.ERROR, incident + ": load " + due.load() + " of " + due.table() + " failed", failed);
            book.fail(
                    due.load(),
                    worker,
                    "系统内部错误，已入账的行保留，可继续",
                    "internal error; what was loaded stays, it can go on",
                    incident);
        }
    }

    /** The file's parts, fetched one after the other. */
    private InputStream content(long load) {
        return new SequenceInputStream(new Enumeration<InputStream>() {
            private int number;
            private Optional<byte[]> next = book.part(load, 0);

            @Override
            public boolean hasMoreElements() {
                return next.isPresent();
            }

            @Override
            public InputStream nextElement() {
                byte[] part = next.orElseThrow(NoSuchElementException::new);
                next = book.part(load, ++number);
                return new ByteArrayInputStream(part);
            }
        });
    }
}
