package org.yibaoban.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup taken by the shipped command while charges come in, brought back into an empty database: the books are those
 * of the backup's moment, to the row, and the office goes on from there.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class BackupIT {

    private static final Path CONFIG = Path.of(System.getProperty("launcher.config"));
    private static final int VISITS = 10;
    private static final int ROWS = 4_000;
    private static final int GLANCE_MILLIS = 50;

    private static final String LEDGER = "select count(*) || ' lines, ' || coalesce(sum(amount), 0) || ', '"
            + " || md5(string_agg(id || ':' || transaction_id || ':' || amount, ',' order by id)) from charge_line";

    private static final String UNEQUAL_SUMS = "select count(*) from visit v where v.charges <>"
            + " (select coalesce(sum(amount), 0) from charge_line l where l.visit_id = v.id)";

    @TempDir
    Path folder;

    private Launched office;

    @AfterEach
    void stop() throws InterruptedException {
        if (office != null) {
            office.stop();
        }
    }

    @Test
    void theBooksAgreeWithTheMomentOfTheBackupAndGoOn() throws Exception {
        Path file = folder.resolve("books.backup");
        String csv = OfficeFiles.charges("ZB", VISITS, ROWS);
        OfficeFiles files = started("busy");
        files.await(files.start("his/visits", OfficeFiles.visits("ZB", VISITS)), "DONE");
        long load = files.start("his/charges", csv);
        while (office.count("select count(*) from charge_line") == 0) {
            Thread.sleep(GLANCE_MILLIS);
        }

        assertThat(run("backup", file.toString(), "--state=" + folder.resolve("busy")))
                .startsWith("0")
                .contains(" rows of ");
        files.await(load, "DONE");

        String thatMoment = Query.text(
                office.databaseUrl(),
                LEDGER + " where pg_visible_in_snapshot(xmin::text::xid8, '" + snapshot(file) + "')");
        assertThat(office.count("select count(*) from charge_line")).isEqualTo(ROWS);
        office.stop();

        Path restored = folder.resolve("restored");
        assertThat(run("restore", file.toString(), "--state=" + restored))
                .startsWith("0")
                .contains(" rows of ");
        assertThat(run("restore", file.toString(), "--state=" + restored))
                .startsWith("1")
                .contains("not empty");

        assertThat(lookedAt(restored, LEDGER)).isEqualTo(thatMoment);
        assertThat(Integer.parseInt(thatMoment.split(" ")[0]))
                .as("lines posted at the moment: taken in the middle")
                .isBetween(1, ROWS - 1);
        assertThat(lookedAt(restored, UNEQUAL_SUMS)).isEqualTo("0");

        OfficeFiles after = started("restored");
        // the load that was under way goes on by itself; given again, no row is doubled
        after.await(after.start("his/charges", csv), "DONE");
        after.await(load, "DONE");
        assertThat(office.count("select count(*) from charge_line")).isEqualTo(ROWS);
        assertThat(office.count("select count(distinct transaction_id) from charge_line"))
                .isEqualTo(ROWS);
        assertThat(office.count(UNEQUAL_SUMS)).isZero();
    }

    @Test
    void aFileThatIsNoWholeBackupAndADatabaseWithoutBooksAreNamed() throws Exception {
        Path cut = Files.writeString(folder.resolve("cut.backup"), "PK half a file");

        assertThat(run("restore", cut.toString(), "--state=" + folder.resolve("none")))
                .startsWith("1")
                .contains("no whole backup");
        assertThat(run("backup", folder.resolve("new.backup").toString(), "--state=" + folder.resolve("none")))
                .startsWith("1")
                .contains("no books");
        assertThat(folder.resolve("new.backup")).doesNotExist();
        assertThat(folder.resolve("new.backup.part")).doesNotExist();
    }

    /** Before the office goes on with what it finds. */
    private static String lookedAt(Path state, String sql) throws Exception {
        Path runtime = new Bundle(Path.of(System.getProperty("launcher.jar"))).unpackInto(state.resolve("runtime"));
        Postgres database = Postgres.start(runtime, state);
        try {
            return Query.text(database.url(), sql);
        } finally {
            database.stop();
        }
    }

    private OfficeFiles started(String name) throws Exception {
        int httpPort = Ports.anyFree();
        office = Launched.start(folder.resolve(name), CONFIG, httpPort, Ports.anyFree());
        office.awaitReady();
        return new OfficeFiles(httpPort);
    }

    private static String snapshot(Path file) throws Exception {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream manifest = zip.getInputStream(zip.getEntry("manifest.json"))) {
            return new ObjectMapper().readTree(manifest).get("snapshot").asText();
        }
    }

    /** A command of the jar to its end; its exit code and what it said. */
    private String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("launcher.jar")));
        command.addAll(List.of(arguments));
        command.add("--config=" + CONFIG);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("DB_URL");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }
}
