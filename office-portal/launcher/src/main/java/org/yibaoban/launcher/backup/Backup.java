package org.yibaoban.launcher.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes all books as they stand at one moment into one file, while everything goes on: a single transaction that sees
 * nothing of what is committed after it began, and holds nobody up (docs/adr/0014-backups-by-copy.md).
 */
public final class Backup {

    private Backup() {}

    /**
     * Takes a backup. The file is readable by its owner alone, and gets its name when it is whole.
     *
     * @param file must not exist
     * @return one line that says what was taken
     * @throws BackupFault when there is nothing to take, or the file exists
     */
    public static String take(String databaseUrl, Path file) throws SQLException, IOException {
        if (Files.exists(file)) {
            throw new BackupFault(file + " exists already; a backup is never written over.");
        }
        Path half = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(half);
        try (Connection connection = DriverManager.getConnection(databaseUrl)) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Manifest manifest = write(connection, ownersAlone(half));
            connection.rollback();
            try (FileChannel written = FileChannel.open(half, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest.rows() + " rows of " + manifest.tables().size() + " tables as of " + manifest.takenAt()
                    + ", schema " + manifest.schemaVersion() + ", in " + file;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static Manifest write(Connection connection, Path file) throws SQLException, IOException {
        Books books = new Books(connection);
        String version = books.schemaVersion();
        if (version.isEmpty()) {
            throw new BackupFault("This database holds no books of the office: there is nothing to back up.");
        }
        String snapshot = books.text("select pg_current_snapshot()::text");
        String takenAt = books.text(
                "select to_char(statement_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            List<Manifest.Table> tables = new ArrayList<>();
            for (Map.Entry<String, List<String>> table : books.tables().entrySet()) {
                tables.add(copy(connection, new Manifest.Table(table.getKey(), table.getValue(), 0), zip));
            }
            Manifest manifest = new Manifest(takenAt, snapshot, version, tables, books.sequences());
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    private static Manifest.Table copy(Connection connection, Manifest.Table table, ZipOutputStream zip)
            throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(table.entry()));
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        long rows = copy.copyOut("copy " + table.copied() + " to stdout", new LeftOpen(zip));
        zip.closeEntry();
        return new Manifest.Table(table.name(), table.columns(), rows);
    }

    private static Path ownersAlone(Path file) throws IOException {
        Files.createFile(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }

    /** One entry of the archive: its end is not the archive's. */
    private static final class LeftOpen extends FilterOutputStream {

        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() {
            // the archive goes on
        }
    }
}
