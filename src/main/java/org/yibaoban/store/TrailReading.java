package org.yibaoban.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.yibaoban.control.TrailCheck;
import org.yibaoban.control.TrailEntry;
import org.yibaoban.control.TrailLink;

/** Reads the trail past the server, with nothing but a connection, so that it can be checked without one. */
public final class TrailReading {

    static final String FIELDS = "at, who, address, door, deed, subjects, before, after, why";
    /** From a number on. */
    static final String CHAIN = "select number, " + FIELDS + ", hash from trail where number >= ? order by number";

    private static final int FETCHED_AT_ONCE = 1000;

    private TrailReading() {}

    /**
     * Follows the whole chain as it is at one moment.
     *
     * @param check is told each link, and afterwards knows how far it came
     * @return the first fault; empty when the chain is whole
     */
    public static Optional<String> check(Connection connection, TrailCheck check) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (PreparedStatement chain = connection.prepareStatement(CHAIN);
                PreparedStatement end = connection.prepareStatement("select number, hash from trail_head")) {
            chain.setFetchSize(FETCHED_AT_ONCE);
            chain.setLong(1, 0);
            try (ResultSet row = chain.executeQuery()) {
                while (row.next()) {
                    check.follow(link(row));
                }
            }
            try (ResultSet row = end.executeQuery()) {
                return row.next()
                        ? check.end(new TrailCheck.Head(row.getLong(1), row.getString(2)))
                        : Optional.of("the head of the chain is missing");
            }
        } finally {
            connection.rollback();
        }
    }

    /** A row that begins with the number and ends with the hash. */
    static TrailLink link(ResultSet row) throws SQLException {
        return new TrailLink(row.getLong(1), entry(row, 2), row.getString(11));
    }

    static TrailEntry entry(ResultSet row, int first) throws SQLException {
        return new TrailEntry(
                row.getObject(first, OffsetDateTime.class).toInstant(),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                row.getString(first + 5),
                row.getString(first + 6),
                row.getString(first + 7),
                row.getString(first + 8));
    }
}
