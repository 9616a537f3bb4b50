package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.server.OfficeClient.claim;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/**
 * Two stays of one person are settled, reversed and settled again in any order, and answers of the payer get lost: it
 * answered, and before the answer was on file the office broke off, as by a kill. After every step both keep the same
 * claims and reversals by identifier, and the same year.
 */
class ReversalSequencesIT extends ServerTest {

    private static final int STEPS = 8;
    private static final Set<String> MOVING = Set.of("QUEUED", "UNKNOWN", "PENDED", "REVERSING");

    private final OfficeClient clerk = OfficeClient.as("billing");
    private final OfficeClient officer = OfficeClient.as("office");

    /** An answer that is to get lost fails to be kept once; nothing of its transaction stays then. */
    @BeforeAll
    static void losingIsPossible() throws SQLException {
        OfficeDatabase.execute("create table test_lost_answer (visit_id bigint primary key)");
        OfficeDatabase.execute("create function test_lose_answer() returns trigger language plpgsql as $$ begin"
                + " if new.kind <> 'ELIGIBILITY' and new.request is not null"
                + " and exists (select 1 from test_lost_answer where visit_id = new.visit_id)"
                + " then raise exception 'this answer is lost'; end if; return new; end $$");
        OfficeDatabase.execute("create trigger test_lose_answer before insert on payer_exchange"
                + " for each row execute function test_lose_answer()");
    }

    @AfterAll
    static void losingIsOver() throws SQLException {
        OfficeDatabase.execute("drop trigger test_lose_answer on payer_exchange");
        OfficeDatabase.execute("drop function test_lose_answer()");
        OfficeDatabase.execute("drop table test_lost_answer");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void officeAndPayerStayEqual(long seed) throws Exception {
        Random random = new Random(seed);
        Person person = Person.retired();
        List<HisStay> stays = List.of(SettledStay.discharged(person), SettledStay.discharged(person));
        String balance = Years.account(person);
        List<String> done = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            HisStay stay = stays.get(random.nextInt(stays.size()));
            boolean lost = random.nextInt(3) == 0;
            done.add(step(stay, lost));
            assertEqual(person, stays, "seed " + seed + ": " + done);
        }
        for (HisStay stay : stays) {
            if (isSettled(stay)) {
                done.add(step(stay, false));
            }
        }
        assertEqual(person, stays, "seed " + seed + ": " + done);
        assertThat(Years.here(person)).as("all taken back, " + done).isEqualTo("0|0.00|0.00|0.00");
        assertThat(Years.account(person)).isEqualTo(balance);
        assertThat(Years.kinds(person)).as("no report had to correct anything").doesNotContain("REPORTED");
    }

    /** Settles what is not settled, reverses what is. */
    private String step(HisStay stay, boolean lost) throws Exception {
        boolean settled = isSettled(stay);
        if (!settled) {
            // the other stay may have moved the personal account, which only a new question tells of
            SettledStay.accepted(stay.cancelDischarge());
            SettledStay.accepted(stay.discharge());
        }
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        if (lost) {
            OfficeDatabase.execute("insert into test_lost_answer select id from visit where number = ?", stay.visit());
        }
        if (settled) {
            assertThat(clerk.ask(stay.visit(), "reversal", "重新结算").status()).isEqualTo(202);
            assertThat(officer.approve(stay.visit(), "reversal").status()).isEqualTo(202);
        } else {
            assertThat(clerk.claim(stay.visit()).status()).isEqualTo(202);
        }
        if (lost) {
            awaitAnswerAtThePayer(stay, settled);
            OfficeDatabase.execute(
                    "delete from test_lost_answer where visit_id = (select id from visit where number = ?)",
                    stay.visit());
        }
        String wanted = settled ? "REVERSED" : "SETTLED";
        clerk.awaitVisit(stay.visit(), state -> {
            hasten(stay);
            return !MOVING.contains(claim(state));
        });
        assertThat(claim(clerk.visit(stay.visit()))).isEqualTo(wanted);
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        return stay.visit() + " " + wanted + (lost ? " after a lost answer" : "");
    }

    private void awaitAnswerAtThePayer(HisStay stay, boolean reversal) throws Exception {
        String atThePayer = reversal
                ? "select count(*) from payer_sandbox.reversal r join claim_decision d on d.identifier = r.identifier"
                        + " join visit v on v.id = d.visit_id where v.number = ? and d.closed_at is null"
                : "select count(*) from payer_sandbox.claim p join claim c on c.identifier = p.identifier"
                        + " join visit v on v.id = c.visit_id where v.number = ? and c.state = 'UNKNOWN'";
        clerk.awaitVisit(stay.visit(), state -> {
            try {
                return OfficeDatabase.value(atThePayer, stay.visit()).equals("1");
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
        // the office's own attempt to keep the answer comes right after the payer's commit
        Thread.sleep(500);
    }

    /** A broken-off task waits for its lease to end; the test does not. */
    private static void hasten(HisStay stay) {
        try {
            OfficeDatabase.execute(
                    "update outbox o set next_attempt_at = now() where o.kind <> 'ELIGIBILITY' and o.attempts > 0"
                            + " and o.visit_id = (select id from visit where number = ?)"
                            + " and not exists (select 1 from test_lost_answer l where l.visit_id = o.visit_id)",
                    stay.visit());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isSettled(HisStay stay) throws Exception {
        return claim(clerk.visit(stay.visit())).equals("SETTLED");
    }

    private void assertEqual(Person person, List<HisStay> stays, String story) throws Exception {
        assertThat(Years.here(person)).as(story).isEqualTo(Years.atThePayer(person));
        for (HisStay stay : stays) {
            assertThat(OfficeDatabase.rows(
                            "select c.identifier, c.state = 'REVERSED', coalesce(max(d.identifier), '') from claim c"
                                    + " join visit v on v.id = c.visit_id"
                                    + " left join claim_decision d on d.claim_id = c.id and d.state = 'DONE'"
                                    + " where v.number = ? group by c.identifier, c.state order by 1",
                            stay.visit()))
                    .as(story)
                    .isEqualTo(OfficeDatabase.rows(
                            "select identifier, reversed_by is not null, coalesce(reversed_by, '')"
                                    + " from payer_sandbox.claim where visit_number = ? order by 1",
                            stay.visit()));
        }
    }
}
