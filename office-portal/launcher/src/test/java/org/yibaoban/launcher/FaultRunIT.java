package org.yibaoban.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Settlements while the payer goes wrong in every way it knows and the power is cut again and again. In the end, by
 * identifier, office and payer agree, nothing is settled twice and nothing is lost. A dozen stays and one cut by default;
 * {@code -Pfaults} plays many.
 */
@Timeout(value = 45, unit = TimeUnit.MINUTES)
class FaultRunIT {

    private static final Path CONFIG = Path.of(System.getProperty("launcher.config"));
    private static final int STAYS = Integer.getInteger("faults.stays");
    private static final int CUTS = Integer.getInteger("faults.cuts");
    private static final long SEED = Long.getLong("faults.seed");
    private static final int FIELDS = 18;
    private static final int QUIET_SECONDS = 12;

    /** Six requests in ten go wrong. */
    private static final String FAULTS = """
            seed=%d
            slow=50
            silent=50
            duplicate=60
            out-of-order=60
            pended=80
            wrong-amounts=40
            invalid-fhir=60
            busy=60
            refused=40
            broken=50
            broken-after=50
            slow-millis=300
            silence-millis=3500
            """;

    @TempDir
    Path folder;

    private PoweredOffice office;
    private DeskHttp desk;

    @AfterEach
    void stop() throws InterruptedException {
        if (office != null) {
            office.close();
        }
    }

    @Test
    void bothSidesAgreeAfterEveryFaultAndCut() throws Exception {
        office = new PoweredOffice(
                folder.resolve("state"),
                CONFIG,
                Map.of(
                        "YIBAOBAN_SANDBOX_MISBEHAVE", "true",
                        "YIBAOBAN_PAYER_CONNECT_SECONDS", "1",
                        "YIBAOBAN_PAYER_ANSWER_SECONDS", "3",
                        // a task that has failed ten times would wait five minutes, and some fail twenty times
                        "YIBAOBAN_PAYER_LONGEST_PAUSE_SECONDS", "8"));
        desk = new DeskHttp(office.httpPort());
        office.start();
        InsuredStays stays = new InsuredStays(STAYS);
        stays.register(office);
        for (int i = 0; i < STAYS; i++) {
            assertThat(desk.hl7(stays.messages(i))).doesNotContain("|AE|", "|AR|");
        }
        awaitMemberships(stays.visits());

        desk.misbehave(FAULTS.formatted(SEED));
        CompletableFuture<Void> clerk = CompletableFuture.runAsync(() -> settleAll(stays.visits()));
        SplittableRandom random = new SplittableRandom(SEED);
        for (int cut = 0; cut < CUTS; cut++) {
            Thread.sleep(TimeUnit.SECONDS.toMillis(random.nextInt(QUIET_SECONDS)));
            office.cutThePower();
            office.start();
        }
        clerk.get();
        desk.misbehave("");
        bothSidesAgree();
    }

    private void awaitMemberships(List<String> visits) throws Exception {
        for (String visit : visits) {
            while (!desk.visit(visit).at("/membership/state").asText().equals("VERIFIED")) {
                Thread.sleep(200);
            }
        }
    }

    /** As clerks with a pile of bills: claims all, looks at each again and again until it is settled. */
    private void settleAll(List<String> visits) {
        try {
            List<String> open = visits;
            while (!open.isEmpty()) {
                List<String> left = new ArrayList<>();
                for (String visit : open) {
                    if (!settled(visit)) {
                        left.add(visit);
                    }
                }
                open = left;
                Thread.sleep(500);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does the next thing for a visit. */
    private boolean settled(String visit) throws InterruptedException, IOException {
        JsonNode state = desk.visit(visit);
        String path = "/api/visits/" + visit + "/claim";
        switch (state.at("/claim/state").asText("NONE")) {
            case "SETTLED" -> {
                return true;
            }
            case "", "NONE", "REFUSED", "WITHDRAWN", "REVERSED" -> desk.post("billing", path, "");
            case "DIFFERENCE" -> {
                // wrong amounts: one asks, another approves; a payer that refuses is asked again
                desk.post("billing", path + "/reversal", "{\"reason\": \"金额不符\"}");
                desk.post("office", path + "/reversal/approval", "{\"approve\": true}");
            }
            default -> {
                // on its way
            }
        }
        return false;
    }

    private void bothSidesAgree() throws Exception {
        assertThat(office.count("select count(*) from claim c full join payer_sandbox.claim p"
                        + " on p.identifier = c.identifier and c.state = 'SETTLED'"
                        + " where (c.state = 'SETTLED' and (p.identifier is null or p.outcome <> 'COMPLETE' or p.reversed_by is not null))"
                        + " or (p.outcome = 'COMPLETE' and p.reversed_by is null and c.identifier is null)"))
                .as("claims that only one side has settled")
                .isZero();
        assertThat(office.count("select count(*) from claim where state = 'SETTLED'"))
                .as("nothing is lost")
                .isEqualTo(STAYS);
        assertThat(office.count("select count(distinct visit_id) from claim where state = 'SETTLED'"))
                .as("nothing is settled twice here")
                .isEqualTo(STAYS);
        assertThat(office.count(
                        "select count(*) from payer_sandbox.member_year where member_number like 'F%' and stays = 1"))
                .as("every person's year at the payer holds the one stay")
                .isEqualTo(STAYS);
        assertThat(office.count("select count(*) from claim c join claim_answer a on a.claim_id = c.id"
                        + " join payer_sandbox.claim p on p.identifier = c.identifier"
                        + " cross join lateral jsonb_array_elements(convert_from(p.response, 'UTF8')::jsonb -> 'adjudication') j"
                        + " where c.state = 'SETTLED' and lower(a.field) = j -> 'category' -> 'coding' -> 0 ->> 'code'"
                        + " and a.amount = (j -> 'amount' ->> 'value')::numeric"))
                .as("amounts that agree")
                .isEqualTo(STAYS * FIELDS);
        System.out.printf(
                "fault run, seed %d: %d stays settled once on both sides by %d claims, %d taken back, %d exchanges,"
                        + " %d of them unknown or refused, %d power cuts%n",
                SEED,
                STAYS,
                office.count("select count(*) from claim"),
                office.count("select count(*) from claim where state = 'REVERSED'"),
                office.count("select count(*) from payer_exchange"),
                office.count("select count(*) from payer_exchange where outcome in ('unknown', 'refused')"),
                CUTS);
    }
}
