package org.yibaoban.store;

import java.sql.Timestamp;
import java.util.List;
import org.yibaoban.settlement.Step;

/** The append-only table of what was done about the rows of another one. In the caller's transaction. */
final class Steps<E extends Enum<E>> {

    private final Sql sql;
    private final String table;
    private final String owner;
    private final String what;
    private final Class<E> type;

    /**
     * @param owner the column that names the row it is about
     * @param what the column that holds the enum's name
     */
    Steps(Sql sql, String table, String owner, String what, Class<E> type) {
        this.sql = sql;
        this.table = table;
        this.owner = owner;
        this.what = what;
        this.type = type;
    }

    void add(long about, Step<E> step) {
        sql.run(
                "insert into " + table + " (" + owner + ", at, by_user, " + what + ", words) values (?, ?, ?, ?, ?)",
                about,
                Timestamp.from(step.at()),
                step.by(),
                step.what().name(),
                step.words());
    }

    /** The oldest first. */
    List<Step<E>> of(long about) {
        return sql.list(
                "select at, by_user, " + what + ", words from " + table + " where " + owner + " = ? order by id",
                row -> new Step<>(
                        row.getTimestamp(1).toInstant(),
                        row.getString(2),
                        Enum.valueOf(type, row.getString(3)),
                        row.getString(4)),
                about);
    }
}
