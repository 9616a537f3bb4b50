package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.DividedStay.ago;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.Ft1.credit;
import static org.yibaoban.portal.his.SettledStay.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yibaoban.portal.his.DividedStay;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/**
 * A stay is charged, also late and into settled days, credited, settled in parts and taken back in any order. After every
 * step each ledger line is in one standing part at most, here and at the payer, and both keep the same year; at the end no
 * line is left out.
 */
class MidStaySequencesIT extends ServerTest {

    private static final int STEPS = 14;

    private final OfficeClient clerk = OfficeClient.as("billing");
    private final List<String> done = new ArrayList<>();
    private final List<String> charged = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noLineIsSettledTwiceOrLost(long seed) throws Exception {
        Random random = new Random(seed);
        Person person = Person.retired();
        HisStay stay = DividedStay.open(person);
        DividedStay.settle(stay, ago(6));
        charged.add(stay.id("day6"));
        done.add("seed " + seed);
        for (int step = 0; step < STEPS; step++) {
            step(stay, random, step);
            assertOnce(stay);
            assertThat(Years.here(person)).as(done.toString()).isEqualTo(Years.atThePayer(person));
        }
        finish(stay);
        assertOnce(stay);
        assertThat(value(
                        stay,
                        "select count(*) from charge_line l join visit v on v.id = l.visit_id where v.number = ?"
                                + " and not exists (select 1 from claim_part_line p where p.line_id = l.id)"
                                + " and exists (select 1 from claim c where c.visit_id = v.id and c.part is not null"
                                + " and c.state = 'SETTLED')"))
                .as("left out, " + done)
                .isEqualTo("0");
        assertThat(
                        value(
                                stay,
                                "select sum(a.amount) from claim c join visit v on v.id = c.visit_id join claim_answer a on"
                                        + " a.claim_id = c.id and a.field = 'TOTAL' where v.number = ? and c.state = 'SETTLED'"))
                .as(done.toString())
                .isEqualTo(value(stay, "select charges from visit where number = ?"));
        assertThat(Years.here(person)).as(done.toString()).startsWith("1|").isEqualTo(Years.atThePayer(person));
    }

    private void step(HisStay stay, Random random, int step) throws Exception {
        int day = 1 + random.nextInt(6);
        // nothing charged, nothing to credit
        int what = charged.isEmpty() ? 0 : random.nextInt(5);
        switch (what) {
            case 0, 1 -> {
                String id = stay.id("s" + step);
                accepted(stay.charges(day, charge(id, "NUR000", "3", "120.00")));
                charged.add(id);
                done.add("charged " + day + " days ago");
            }
            case 2 -> {
                String of = charged.get(random.nextInt(charged.size()));
                accepted(stay.charges(day, credit(stay.id("c" + step), of, "NUR000", "1", "120.00")));
                charged.remove(of);
                done.add("credited " + day + " days ago");
            }
            case 3 -> {
                Answer answer = clerk.part(stay.visit(), ago(day));
                done.add("part until " + day + " days ago: " + answer.status());
                if (answer.status() == 202) {
                    await(stay);
                } else {
                    assertThat(answer.json().path("code").asText())
                            .as(done.toString())
                            .startsWith("YB-322");
                }
            }
            default -> {
                boolean stands = !value(
                                stay,
                                "select count(*) from claim c join visit v on v.id = c.visit_id"
                                        + " where v.number = ? and c.state = 'SETTLED'")
                        .equals("0");
                if (stands) {
                    DividedStay.reverse(stay);
                    done.add("last part taken back");
                }
            }
        }
    }

    /** More credited than charged since the last part: that part is taken back and settled anew with the rest. */
    private void finish(HisStay stay) throws Exception {
        accepted(stay.discharge());
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        Answer answer = clerk.claim(stay.visit());
        while (answer.status() == 409) {
            assertThat(answer.json().path("code").asText())
                    .as(answer.body() + done)
                    .isEqualTo("YB-3224");
            DividedStay.reverse(stay);
            answer = clerk.claim(stay.visit());
        }
        assertThat(answer.status()).as(answer.body() + done).isEqualTo(202);
        await(stay);
        assertThat(value(stay, "select claim_state from visit where number = ?"))
                .isEqualTo("SETTLED");
    }

    private void await(HisStay stay) throws Exception {
        JsonNode state = clerk.awaitVisit(
                stay.visit(), s -> !List.of("QUEUED", "UNKNOWN", "PENDED").contains(OfficeClient.claim(s)));
        assertThat(OfficeClient.claim(state)).as(state + " " + done).isEqualTo("SETTLED");
    }

    private void assertOnce(HisStay stay) throws SQLException {
        assertThat(
                        value(
                                stay,
                                "select count(*) - count(distinct id) from (select unnest(charge_ids) as id from"
                                        + " payer_sandbox.claim where visit_number = ? and outcome = 'COMPLETE' and reversed_by is null) x"))
                .as("twice at the payer, " + done)
                .isEqualTo("0");
        assertThat(OfficeDatabase.rows(
                        "select unnest(charge_ids) as id from payer_sandbox.claim where visit_number = ?"
                                + " and outcome = 'COMPLETE' and reversed_by is null and part is not null order by 1",
                        stay.visit()))
                .as("the same lines here and there, " + done)
                .isEqualTo(OfficeDatabase.rows(
                        "select l.transaction_id from claim_part_line p join charge_line l on l.id = p.line_id"
                                + " join visit v on v.id = l.visit_id where v.number = ? order by 1",
                        stay.visit()));
    }

    private static String value(HisStay stay, String sql) throws SQLException {
        return OfficeDatabase.value(sql, stay.visit());
    }
}
