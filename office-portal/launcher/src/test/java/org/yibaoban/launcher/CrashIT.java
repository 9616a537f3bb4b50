package org.yibaoban.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yibaoban.launcher.day.Day;

/**
 * A power cut in the middle of a hospital's day: launcher, server and database are killed with no chance to say
 * anything. Nothing that was acknowledged is missing, and the day goes on by itself.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class CrashIT {

    private static final Path CONFIG = Path.of(System.getProperty("launcher.config"));
    private static final int DAY_ENDS_WITHIN_MINUTES = 5;
    private static final int GLANCE_MILLIS = 100;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private PoweredOffice office;

    @AfterEach
    void stop() throws InterruptedException {
        if (office != null) {
            office.close();
        }
    }

    @Test
    void theDaySurvivesAPowerCutAndItsBooksAgree() throws Exception {
        office = new PoweredOffice(folder.resolve("state"), CONFIG, Map.of());
        office.start();
        CompletableFuture<Integer> day = CompletableFuture.supplyAsync(this::playTheDay);

        awaitCount("select count(*) from charge_line", 1_000, day);
        office.cutThePower();
        office.start();

        assertThat(day.get(DAY_ENDS_WITHIN_MINUTES, TimeUnit.MINUTES))
                .as(said())
                .isZero();
        assertThat(said())
                .contains("not answered, trying again", "back again", "46 of 46 visits agree", "The books agree");
        theStoreHoldsTogether();
        theLogsKnowNobody();
        noWorkLostItsContext();
    }

    /** Threads that share the server's context of a call take each other's entity manager away; only the log tells. */
    private void noWorkLostItsContext() throws Exception {
        assertThat(Files.readString(folder.resolve("state/logs/server.log")))
                .doesNotContain("InvocationException", "on a closed EntityManager");
    }

    /** What the server, the database and the launcher wrote, and what the metrics say, through the day and the cut. */
    private void theLogsKnowNobody() throws Exception {
        PersonsInLogs scan = new PersonsInLogs(office.database());
        assertThat(scan.known())
                .as("names, identity numbers and phones that are looked for")
                .isGreaterThan(3 * 40);
        assertThat(scan.foundIn(folder.resolve("state/logs"))).isEmpty();
        assertThat(scan.foundIn(folder.resolve("state/database/postgres.log"))).isEmpty();
        assertThat(scan.foundIn(folder.resolve("state-output.txt"))).isEmpty();
        assertThat(scan.foundIn("the day", said())).isEmpty();
        assertThat(scan.foundIn("metrics", new DeskHttp(office.httpPort()).get("office", "/metrics")))
                .isEmpty();
    }

    private int playTheDay() {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try {
            return new Day(Clock.systemUTC(), out)
                    .play(List.of(
                            "--config=" + CONFIG,
                            "--mllp=localhost:" + office.mllpPort(),
                            "--http=http://localhost:" + office.httpPort()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** No claim went out twice, no message is left half done, and the running sums are those of the ledger. */
    private void theStoreHoldsTogether() throws Exception {
        assertThat(office.count(
                        "select count(*) from claim c full join payer_sandbox.claim p on p.identifier = c.identifier"
                                + " where c.identifier is null or (p.identifier is null and length(c.content) > 0)"))
                .isZero();
        assertThat(
                        office.count(
                                "select count(*) from (select visit_id from claim group by visit_id having count(*) > 1) twice"))
                .isZero();
        assertThat(office.count("select count(*) from raw_message where verdict = 'RECEIVED'"))
                .isZero();
        assertThat(office.count("select count(*) from visit v where v.charges <>"
                        + " (select coalesce(sum(amount), 0) from charge_line l where l.visit_id = v.id)"))
                .isZero();
    }

    private void awaitCount(String sql, int wanted, CompletableFuture<Integer> day) throws Exception {
        while (office.count(sql) < wanted) {
            if (day.isDone()) {
                throw new AssertionError("The day was over too early:\n" + said());
            }
            Thread.sleep(GLANCE_MILLIS);
        }
    }
}
