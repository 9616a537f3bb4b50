package org.yibaoban.store;

import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Plain statements in the running transaction, past the entity manager but on its connection. A collection among the parameters becomes an array. */
final class Sql {

    private final EntityManager em;

    Sql(EntityManager em) {
        this.em = em;
    }

    /** The transaction's own, which is not ours to close. */
    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    /** Makes something of a row. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Rows to write: adds one batch for each. */
    interface Writing {
        void to(Batch batch) throws SQLException;
    }

    /** Takes the values of one row after the other. */
    interface Batch {
        void row(Object... values) throws SQLException;
    }

    <T> List<T> list(String sql, Reading<T> reading, Object... parameters) {
        Connection connection = connection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(connection, statement, parameters);
            List<T> all = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    all.add(reading.of(row));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new StoreFault(e);
        }
    }

    /** Two statements in one round trip: the rows of the second, which sees what was committed while the first waited. */
    <T> List<T> second(String sql, Reading<T> reading, Object... parameters) {
        Connection connection = connection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(connection, statement, parameters);
            statement.execute();
            statement.getMoreResults();
            List<T> all = new ArrayList<>();
            try (ResultSet row = statement.getResultSet()) {
                while (row.next()) {
                    all.add(reading.of(row));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new StoreFault(e);
        }
    }

    <T> T one(String sql, Reading<T> reading, Object... parameters) {
        return list(sql, reading, parameters).get(0);
    }

    int run(String sql, Object... parameters) {
        Connection connection = connection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(connection, statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreFault(e);
        }
    }

    void batch(String sql, Writing writing) {
        Connection connection = connection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            writing.to(values -> {
                set(connection, statement, values);
                statement.addBatch();
            });
            statement.executeBatch();
        } catch (SQLException e) {
            throw new StoreFault(e);
        }
    }

    private static void set(Connection connection, PreparedStatement statement, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof Collection<?> many) {
                statement.setArray(i + 1, array(connection, many));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    private static Array array(Connection connection, Collection<?> values) throws SQLException {
        Object first = values.isEmpty() ? 0L : values.iterator().next();
        String type = first instanceof Number ? "bigint" : first instanceof java.time.LocalDate ? "date" : "text";
        return connection.createArrayOf(type, values.toArray());
    }
}
