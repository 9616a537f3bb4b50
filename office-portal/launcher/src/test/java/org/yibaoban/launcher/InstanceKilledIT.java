package org.yibaoban.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances on one database, the HIS and the clerks at both as a balancer sends them. One is killed in the middle: what it
 * had in hand the other one finishes, no charge and no settlement is lost or doubled, and warnings still come. A dozen stays;
 * {@code -Dfaults.stays=200} plays many.
 */
@Timeout(value = 45, unit = TimeUnit.MINUTES)
class InstanceKilledIT {

    private static final int STAYS = Integer.getInteger("faults.stays");
    private static final int GLANCE_MILLIS = 200;
    private static final int WARNED_WITHIN_SECONDS = 60;
    private static final long MUCH = 6_000_000;
    private static final Map<String, String> SETTINGS = Map.of(
            "YIBAOBAN_PAYER_CONNECT_SECONDS",
            "1",
            "YIBAOBAN_PAYER_ANSWER_SECONDS",
            "3",
            "YIBAOBAN_IDENTITY_KEYS",
            "k1:" + Base64.getEncoder().encodeToString(new byte[32]),
            "YIBAOBAN_LOG_FORMAT",
            "json");

    @TempDir
    Path folder;

    private final InsuredStays stays = new InsuredStays(STAYS + 1);
    private Instances instances;

    @AfterEach
    void stop() throws InterruptedException {
        if (instances != null) {
            instances.close();
        }
    }

    @Test
    void theOtherGoesOn() throws Exception {
        instances = new Instances(folder);
        int portOne = Ports.anyFree();
        int portOther = Ports.anyFree();
        Launched one = instances.start("one", portOne, SETTINGS);
        instances.start("other", portOther, SETTINGS);
        stays.register(DriverManager.getConnection(instances.databaseUrl()));

        CompletableFuture<Void> his = CompletableFuture.runAsync(() -> tell(new DeskHttp(portOne, portOther)));
        List<String> visits = stays.visits().subList(0, STAYS);
        CompletableFuture<Void> clerks = CompletableFuture.allOf(
                CompletableFuture.runAsync(() -> settle(new DeskHttp(portOne, portOther), half(visits, 0))),
                CompletableFuture.runAsync(() -> settle(new DeskHttp(portOther, portOne), half(visits, 1))));
        while (count("select count(*) from claim") < STAYS / 4) {
            assertThat(clerks.isDone()).isFalse();
            Thread.sleep(GLANCE_MILLIS);
        }
        one.kill();
        his.get();
        clerks.get();

        nothingIsLostOrDoubled();
        aWarningStillComes(new DeskHttp(portOther));
        identityNumbersAreSealedAndFound(new DeskHttp(portOther));
        theLogIsOfJsonLines(folder.resolve("other/logs/server.log"));
    }

    /** The payer was asked with them in clear, or nothing would have been settled. */
    private void identityNumbersAreSealedAndFound(DeskHttp desk) throws Exception {
        assertThat(count("select count(*) from patient where identity_number like 'k1:%'"))
                .isEqualTo(STAYS + 1);
        assertThat(count("select count(*) from patient where identity_number not like 'k1:%'"))
                .isZero();
        String found = desk.get(
                "his",
                "/fhir/Patient?identifier=http://yibaoban.org/fhir/sid/identity-number%7C" + InsuredStays.identity(0));
        assertThat(new ObjectMapper().readTree(found).path("entry")).hasSize(1);
        assertThat(found).contains(InsuredStays.identity(0));
    }

    private static void theLogIsOfJsonLines(Path log) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> records = Files.readAllLines(log).stream()
                .filter(line -> line.startsWith("{"))
                .toList();
        assertThat(records)
                .hasSizeGreaterThan(20)
                .allSatisfy(line ->
                        assertThat(json.readTree(line).path("Level").asText()).isNotBlank());
    }

    private void nothingIsLostOrDoubled() throws Exception {
        assertThat(count("select count(*) from claim where state = 'SETTLED'")).isEqualTo(STAYS);
        assertThat(count("select count(distinct visit_id) from claim where state = 'SETTLED'"))
                .isEqualTo(STAYS);
        assertThat(count("select count(*) from payer_sandbox.claim where outcome = 'COMPLETE' and reversed_by is null"))
                .isEqualTo(STAYS);
        assertThat(count("select count(*) from claim c join payer_sandbox.claim p on p.identifier = c.identifier"
                        + " where c.state = 'SETTLED' and p.outcome = 'COMPLETE'"))
                .isEqualTo(STAYS);
        assertThat(count("select count(*) from charge_line")).isEqualTo(STAYS);
        assertThat(count("select count(*) from visit v where v.charges <>"
                        + " (select coalesce(sum(amount), 0) from charge_line l where l.visit_id = v.id)"))
                .isZero();
    }

    /** Found by the instance that is left, which has to take over the folding and the looking. */
    private void aWarningStillComes(DeskHttp desk) throws Exception {
        long before = count("select count(*) from quota_warning");
        assertThat(desk.hl7(stays.costing(STAYS, MUCH))).doesNotContain("|AE|", "|AR|");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARNED_WITHIN_SECONDS);
        while (count("select count(*) from quota_warning") == before) {
            assertThat(System.nanoTime()).as("warned in time").isLessThan(deadline);
            Thread.sleep(GLANCE_MILLIS);
        }
    }

    private void tell(DeskHttp desk) {
        try {
            for (int i = 0; i < STAYS; i++) {
                String answers = desk.hl7(stays.messages(i));
                assertThat(answers).doesNotContain("|AE|", "|AR|");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> half(List<String> visits, int which) {
        List<String> some = new ArrayList<>();
        for (int i = which; i < visits.size(); i += 2) {
            some.add(visits.get(i));
        }
        return some;
    }

    /** As a clerk with a pile of bills: looks at each again and again, and claims what can be claimed, until all are settled. */
    private static void settle(DeskHttp desk, List<String> visits) {
        try {
            List<String> open = new ArrayList<>(visits);
            while (!open.isEmpty()) {
                for (String visit : List.copyOf(open)) {
                    JsonNode state = desk.visit(visit);
                    if (state.at("/claim/state").asText().equals("SETTLED")) {
                        open.remove(visit);
                    } else if (state.at("/membership/state").asText().equals("VERIFIED")) {
                        desk.post("billing", "/api/visits/" + visit + "/claim", "");
                    }
                }
                Thread.sleep(GLANCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count(String sql) throws Exception {
        return instances.count(sql);
    }
}
