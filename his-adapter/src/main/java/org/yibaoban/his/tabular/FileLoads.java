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
import org.yibaoban.office.IncidentId;
import org.yibaoban.office.tabular.LoadBook;

/** What all loads of files have in common: the kept file as a stream, and what becomes of a load that cannot go on. */
public final class FileLoads {

    private static final Logger LOG = System.getLogger(FileLoads.class.getName());

    private final LoadBook book;
    private final String worker;
    private final Clock clock;

    public FileLoads(LoadBook book, String worker, Clock clock) {
        this.book = book;
        this.worker = worker;
        this.clock = clock;
    }

    /** The work on one load. */
    public interface Work {
        /** @return false when it was stopped */
        boolean through();
    }

    /**
     * Runs a load, and tells the book how it ended.
     *
     * @param chinese what a user can count on after an internal error
     */
    public void run(LoadBook.Due due, String chinese, String english, Work work) {
        try {
            if (work.through()) {
                book.finish(due.load(), worker);
            }
        } catch (TableFault fault) {
            LOG.log(Level.INFO, "load {0} of {1} cannot be read", due.load(), due.table());
            book.fail(due.load(), worker, fault.chinese(), fault.english(), "");
        } catch (RuntimeException failed) {
            String incident = IncidentId.next(clock).value();
            LOG.log(Level.ERROR, incident + ": load " + due.load() + " of " + due.table() + " failed", failed);
            book.fail(due.load(), worker, "系统内部错误，" + chinese, "internal error; " + english, incident);
        }
    }

    /** The file's parts, fetched one after the other. */
    public InputStream content(long load) {
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
