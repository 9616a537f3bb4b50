package org.yibaoban.portal.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** The database that the server under test uses, looked at past the server. */
public final class OfficeDatabase {

    private static final String URL = System.getenv("DB_URL");
    private static final String DEADLOCK = "40P01";
    private static final int MOST_ATTEMPTS = 5;

    private OfficeDatabase() {}

    /** Runs one statement in a transaction of its own; again where it and the server locked each other out. */
    public static void execute(String sql, Object... parameters) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = DriverManager.getConnection(URL);
                    PreparedStatement statement = prepare(connection, sql, parameters)) {
                statement.execute();
                return;
            } catch (SQLException e) {
                if (attempt == MOST_ATTEMPTS || !DEADLOCK.equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    /** The rows, each as its columns' texts with {@code |} between them. */
    public static List<String> rows(String sql, Object... parameters) throws SQLException {
        try (Connection connection = DriverManager.getConnection(URL);
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet result = statement.executeQuery()) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", columns));
            }
            return rows;
        }
    }

    /** The one value of the one row. */
    public static String value(String sql, Object... parameters) throws SQLException {
        List<String> rows = rows(sql, parameters);
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " rows of " + sql);
        }
        return rows.get(0);
    }

    /** An advisory lock that is held until it is closed, for a test that stops the server at a trigger of its own. */
    public static final class Gate implements AutoCloseable {

        private static final Duration MOST = Duration.ofSeconds(30);

        private final int key;
        private final Connection holder;

        private Gate(int key) throws SQLException {
            this.key = key;
            this.holder = DriverManager.getConnection(URL);
            try (PreparedStatement lock = prepare(holder, "select pg_advisory_lock(?)", (long) key)) {
                lock.execute();
            }
        }

        public void awaitBeforeIt(int sessions) throws Exception {
            await(() -> value(
                            "select count(*) from pg_locks where locktype = 'advisory' and objid = ? and not granted",
                            key)
                    .equals(String.valueOf(sessions)));
        }

        /** Until somebody waits for whoever waits at the gate, or what should have waited is done. */
        public void awaitOneBehindThat(BooleanSupplier done) throws Exception {
            await(() -> done.getAsBoolean()
                    || value(
                                    "select count(distinct b.pid) from pg_locks g join pg_locks b"
                                            + " on g.pid = any (pg_blocking_pids(b.pid)) where g.locktype = 'advisory'"
                                            + " and g.objid = ? and not g.granted and not b.granted",
                                    key)
                            .equals("1"));
        }

        private static void await(Callable<Boolean> met) throws Exception {
            long end = System.nanoTime() + MOST.toNanos();
            while (!met.call()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("nobody came to the gate");
                }
                Thread.sleep(20);
            }
        }

        @Override
        public void close() throws SQLException {
            holder.close();
        }
    }

    public static Gate shut(int key) throws SQLException {
        return new Gate(key);
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
