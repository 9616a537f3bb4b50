package org.yibaoban.launcher.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The limit of the database: one insert of the message's bytes and one commit for each message. */
final class BareCommits implements Load.Worker {

    private final Connection connection;
    private final PreparedStatement insert;

    BareCommits(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
        insert = connection.prepareStatement("insert into bench_commit (content) values (?)");
    }

    static void prepare(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists bench_commit");
            statement.execute("create table bench_commit (id bigint generated always as identity primary key,"
                    + " content bytea not null)");
        }
    }

    @Override
    public void work(byte[] message) throws SQLException {
        insert.setBytes(1, message);
        insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
