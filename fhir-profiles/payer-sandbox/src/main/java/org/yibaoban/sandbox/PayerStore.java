package org.yibaoban.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The payer's database: a schema of its own with its own history, and transactions over plain JDBC. */
final class PayerStore {
    static final String SCHEMA = "payer_sandbox";
    private final DataSource dataSource;

    PayerStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** The store could not do its work; nothing of it was kept. */
    static final class StoreFault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoreFault(SQLException cause) {
            super("payer store: " + cause.getSQLState(), cause);
        }
    }

    /** Brings the schema up to date. */
    void migrate() {
        Flyway.configure(PayerStore.class.getClassLoader())
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .locations("classpath:org/yibaoban/sandbox/migration")
                .load()
                .migrate();
    }

    /**
     * All or nothing.
     *
     * @throws StoreFault when the database refuses; the transaction is rolled back, as after any other exception
     */
    <T> T inTransaction(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                connection.setSchema(SCHEMA);
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreFault(e);
        }
    }
}
