package org.yibaoban.office.tabular;

import java.time.LocalDateTime;
import java.util.Optional;

/** How far each polled view has been read. Each call is a transaction of its own. */
public interface ViewBook {

    /**
     * A view whose turn it is.
     *
     * @param watermark time of entry up to which its rows have been read; empty before the first poll
     * @param epoch counts how often the office set the watermark back
     * @param load where counts and rejected rows of this day go
     */
    record Turn(String table, Optional<LocalDateTime> watermark, int epoch, long load) {}

    /** Takes a view that is not stopped, due, and polled by nobody; one instance polls it at a time. */
    Optional<Turn> take(String table, String worker);

    /** The poll is through: all its rows were told to the office or rejected with a reason. */
    void polled(Turn turn, String worker, LocalDateTime watermark);

    /** The poll failed; the watermark stays and the rows come again. */
    void failed(Turn turn, String worker, String failure, String incident);
}
