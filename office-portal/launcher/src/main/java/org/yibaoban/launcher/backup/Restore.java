package org.yibaoban.launcher.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;

/**
 * Puts a backup into an empty database: the schema of the backup's day is made by the program's own migrations, then all
 * rows come in one transaction. The next start brings the schema to the program's day.
 */
public final class Restore {

    /** Makes the schema of a version in the empty database. */
    @FunctionalInterface
    public interface SchemaMaker {
        /** @throws BackupFault when this program does not know the version */
        void make(String databaseUrl, String version) throws IOException, InterruptedException;
    }

    private Restore() {}

    /**
     * Brings the books back.
     *
     * @return one line that says what was brought back
     * @throws BackupFault when the file is no whole backup, the database not empty, or the program older than the backup
     */
    public static String bringBack(Path file, String databaseUrl, SchemaMaker schema)
            throws SQLException, IOException, InterruptedException {
        try (ZipFile zip = new ZipFile(file.toFile());
                Connection connection = DriverManager.getConnection(databaseUrl)) {
            Manifest manifest = manifest(zip, file);
            requireEmpty(connection);
            schema.make(databaseUrl, manifest.schemaVersion());
            connection.setAutoCommit(false);
            fill(connection, manifest, zip);
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, "analyze");
            return manifest.rows() + " rows of " + manifest.tables().size() + " tables as of " + manifest.takenAt()
                    + ", schema " + manifest.schemaVersion() + ", from " + file;
        } catch (ZipException e) {
            throw new BackupFault(file + " is no whole backup: " + e.getMessage());
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new BackupFault(file + " is no whole backup: it has no " + Manifest.NAME + ".");
        }
        try (InputStream content = zip.getInputStream(entry)) {
            return new ObjectMapper().readValue(content, Manifest.class);
        }
    }

    private static void requireEmpty(Connection connection) throws SQLException {
        String found = new Books(connection)
                .text("select string_agg(relname, ', ' order by relname) from (select relname from pg_class"
                        + " where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')"
                        + " order by relname limit 5) found");
        if (!found.isEmpty()) {
            throw new BackupFault(
                    "The database is not empty (" + found
                            + " ...). Books are brought back into an empty one only: nothing that is there is ever overwritten.");
        }
    }

    private static void fill(Connection connection, Manifest manifest, ZipFile zip) throws SQLException, IOException {
        Set<String> made = new Books(connection).tables().keySet();
        Set<String> held = manifest.tables().stream().map(Manifest.Table::name).collect(Collectors.toSet());
        if (!made.equals(held)) {
            throw new BackupFault("Not tables of the office at schema " + manifest.schemaVersion() + ": "
                    + without(held, made) + "; missing in the backup: " + without(made, held)
                    + ". The office needs a database of its own.");
        }
        // triggers have done their work when the rows were first written; what migrations put in is in the backup as
        // well
        for (Manifest.Table table : manifest.tables()) {
            execute(connection, "alter table " + Books.quoted(table.name()) + " disable trigger user");
        }
        execute(connection, "truncate " + made.stream().map(Books::quoted).collect(Collectors.joining(", ")));
        execute(connection, "set constraints all deferred");
        for (Manifest.Table table : manifest.tables()) {
            copy(connection, table, zip);
        }
        execute(connection, "set constraints all immediate");
        for (Manifest.Table table : manifest.tables()) {
            execute(connection, "alter table " + Books.quoted(table.name()) + " enable trigger user");
        }
        for (String sequence : manifest.sequences().keySet()) {
            execute(
                    connection,
                    "select setval('" + Books.quoted(sequence) + "', "
                            + manifest.sequences().get(sequence) + ")");
        }
    }

    private static Set<String> without(Set<String> all, Set<String> these) {
        return all.stream().filter(one -> !these.contains(one)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void copy(Connection connection, Manifest.Table table, ZipFile zip)
            throws SQLException, IOException {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw new BackupFault("The backup lacks the rows of " + table.name() + ".");
        }
        try (InputStream rows = zip.getInputStream(entry)) {
            long brought = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table.copied() + " from stdin", rows);
            if (brought != table.rows()) {
                throw new BackupFault("Of " + table.name() + " " + brought + " rows came, " + table.rows()
                        + " were written: the backup is damaged.");
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
