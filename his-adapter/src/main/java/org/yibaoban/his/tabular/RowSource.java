package org.yibaoban.his.tabular;

import java.util.List;
import java.util.Optional;

/** The rows of a table, one after the other. */
public interface RowSource extends AutoCloseable {

    /** The columns' names. */
    List<String> header();

    /**
     * The next row.
     *
     * @throws TableFault when the rest cannot be read
     */
    Optional<RawRow> next();

    @Override
    void close();

    /**
     * A row as it stands in the table.
     *
     * @param number its line in the file, the header being line 1; in a view the number within the poll
     */
    record RawRow(long number, List<String> values) {}
}
