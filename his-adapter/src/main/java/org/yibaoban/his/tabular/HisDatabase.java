package org.yibaoban.his.tabular;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The HIS's own database, opened for reading. The account should have no right but to select from the agreed views: a
 * read-only connection is a request that not every database honours.
 *
 * @param driver class of a JDBC driver that does not announce itself; blank for those that do
 */
public record HisDatabase(String url, String user, String password, String driver) {

    private static final int LOGIN_SECONDS = 10;

    /** Whether one is configured at all. */
    public boolean isPresent() {
        return !url.isBlank();
    }

    Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        DriverManager.setLoginTimeout(LOGIN_SECONDS);
        Connection connection = driver.isBlank() ? DriverManager.getConnection(url, properties) : connect(properties);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return connection;
    }

    private Connection connect(Properties properties) throws SQLException {
        try {
            Driver named =
                    (Driver) Class.forName(driver, true, Thread.currentThread().getContextClassLoader())
                            .getDeclaredConstructor()
                            .newInstance();
            Connection connection = named.connect(url, properties);
            if (connection == null) {
                throw new SQLException("driver " + driver + " does not know this kind of address");
            }
            return connection;
        } catch (ReflectiveOperationException e) {
            throw new SQLException("driver " + driver + " is not on the class path", e);
        }
    }

    @Override
    public String toString() {
        return "HIS database";
    }
}
