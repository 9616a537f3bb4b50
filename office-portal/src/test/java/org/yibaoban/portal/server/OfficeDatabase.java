package org.yibaoban.portal.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
