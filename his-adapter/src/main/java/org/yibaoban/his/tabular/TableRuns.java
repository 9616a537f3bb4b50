package org.yibaoban.his.tabular;

import java.time.ZoneId;
import java.util.function.Consumer;
import org.yibaoban.office.tabular.LoadBook;
import org.yibaoban.visit.VisitNumber;

/** Runs tables through a dry run or into the office. */
final class TableRuns {

    private final LoadBook book;
    private final Teller teller;
    private final ZoneId hospital;
    private final Consumer<VisitNumber> replay;

    TableRuns(LoadBook book, Teller teller, ZoneId hospital, Consumer<VisitNumber> replay) {
        this.book = book;
        this.teller = teller;
        this.hospital = hospital;
        this.replay = replay;
    }

    /** @return false when it was stopped */
    boolean through(Run run, Columns columns, RowSource rows) {
        TableLoad.Step step = run.dryRun() ? new Checking(book, run) : new Telling(teller, book, run, replay);
        return new TableLoad(book, run, columns, hospital, step).through(rows);
    }
}
