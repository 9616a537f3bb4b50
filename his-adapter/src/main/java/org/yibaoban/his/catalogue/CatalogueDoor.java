package org.yibaoban.his.catalogue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yibaoban.catalogue.ChangeCheck;
import org.yibaoban.catalogue.ItemChange;
import org.yibaoban.catalogue.ItemFault;
import org.yibaoban.catalogue.ItemField;
import org.yibaoban.catalogue.Register;
import org.yibaoban.his.tabular.FileLoads;
import org.yibaoban.money.Money;
import org.yibaoban.office.catalogue.ChangeBook;
import org.yibaoban.office.tabular.LoadBook;
import org.yibaoban.office.tabular.LoadCount;
import org.yibaoban.office.tabular.RejectedRow;

/** Checks files of the catalogue into change sets. Whoever calls it brings the thread. */
public final class CatalogueDoor {

    /** Rows between two signs of life. */
    private static final int BATCH = 2000;

    private static final int LONGEST_SHOWN = 40;

    private final LoadBook book;
    private final ChangeBook changes;
    private final FileLoads loads;
    /** This instance among those that share the database. */
    private final String worker = UUID.randomUUID().toString();

    public CatalogueDoor(LoadBook book, ChangeBook changes, Clock clock) {
        this.book = book;
        this.changes = changes;
        this.loads = new FileLoads(book, worker, clock);
    }

    /** Works until no file is due. Several instances may do so at once. */
    public void work() {
        for (Optional<LoadBook.Due> due = book.takeCatalogue(worker);
                due.isPresent();
                due = book.takeCatalogue(worker)) {
            LoadBook.Due next = due.get();
            loads.run(next, "请重新核对", "check it again", () -> check(next.load(), Register.valueOf(next.table())));
        }
    }

    private boolean check(long load, Register register) {
        try (ItemRows rows = ItemFiles.open(register, loads.content(load))) {
            book.begin(load, rows.unknown());
            ChangeBook.Job job = changes.begin(load);
            Check check = new Check(load, job);
            for (Optional<ItemRows.ItemRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                if (!check.take(row.get())) {
                    return false;
                }
            }
            return check.end(job.complete());
        }
    }

    /** One run through one file. */
    private final class Check {

        private final long load;
        private final ChangeCheck check;
        private final ItemField key;
        private final List<ItemChange> found = new ArrayList<>();
        private final List<RejectedRow> rejected = new ArrayList<>();
        private long read;
        private long leftOut;
        private long unchanged;

        Check(long load, ChangeBook.Job job) {
            this.load = load;
            this.check = new ChangeCheck(job.register(), job.base(), job.day(), job.usualShare());
            this.key = job.register().key();
        }

        /** @return false when the check was stopped */
        boolean take(ItemRows.ItemRow row) {
            read++;
            try {
                row.broken().ifPresent(fault -> {
                    throw fault;
                });
                ChangeCheck.Outcome outcome = check.add(row.fields());
                outcome.change().ifPresent(found::add);
                leftOut += outcome.leftOut() ? 1 : 0;
                unchanged += outcome.change().isEmpty() && !outcome.leftOut() ? 1 : 0;
            } catch (ItemFault fault) {
                rejected.add(rejected(row, fault));
            }
            return read < BATCH || hand();
        }

        boolean end(boolean complete) {
            if (complete) {
                found.addAll(check.missing());
            }
            while (found.size() > BATCH) {
                List<ItemChange> part = found.subList(0, BATCH);
                changes.add(load, part);
                part.clear();
            }
            boolean going = hand();
            if (going) {
                changes.counted(load);
            }
            return going;
        }

        private boolean hand() {
            if (!found.isEmpty()) {
                changes.add(load, found);
            }
            LoadCount count = new LoadCount(read, leftOut, found.size(), unchanged, 0, rejected.size(), Money.ZERO);
            boolean going = book.advance(load, worker, count, rejected);
            read = 0;
            leftOut = 0;
            unchanged = 0;
            found.clear();
            rejected.clear();
            return going;
        }

        private RejectedRow rejected(ItemRows.ItemRow row, ItemFault fault) {
            String shown = fault.shown();
            return new RejectedRow(
                    row.number(),
                    row.fields().getOrDefault(key, "").strip(),
                    fault.field().chinese() + " " + fault.field().key(),
                    shown.substring(0, Math.min(shown.length(), LONGEST_SHOWN)),
                    fault.reason().code(),
                    fault.reason().chinese(),
                    fault.reason().english(),
                    "");
        }
    }
}
