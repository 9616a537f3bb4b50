package org.yibaoban.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.Ft1.credit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.Ft1;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.PaperConsents;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** The audit of stays that a HIS tells over MLLP: as charges come, when the visit changes, before the claim. */
class StayAuditIT extends ServerTest {

    private static final long PATIENCE_MILLIS = 30_000;

    private final OfficeClient clerk = OfficeClient.as("billing");

    @Test
    void aChargeThatBreaksARuleHoldsTheClaimUntilItIsTakenBack() throws Exception {
        HisStay stay = admitted();
        send(stay.charges(charge(stay.id("1"), "STN001", "1", "1500.00")));

        // in the transaction that answered the sender
        assertThat(standing(stay)).containsExactly("over-price|stop|OPEN|1500.00|[" + stay.id("1") + "]");
        send(stay.discharge());
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        assertThat(blockers(stay)).contains("AUDIT_OPEN");
        Answer refused = clerk.claim(stay.visit());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("YB-3002");

        send(stay.charges(
                credit(stay.id("2"), stay.id("1"), "STN001", "1", "1500.00"),
                charge(stay.id("3"), "STN001", "1", "1280.00")));

        assertThat(standing(stay)).isEmpty();
        assertThat(rows(stay)).contains("OVER_PRICE|MENDED");
        assertThat(OfficeDatabase.rows(
                        "select e.kind, e.who from audit_event e join audit_finding f on f.id = e.finding_id"
                                + " join visit v on v.id = f.visit_id where v.number = ? and f.rule = 'OVER_PRICE' order by e.id",
                        stay.visit()))
                .containsExactly("FOUND|", "MENDED|");
        assertThat(blockers(stay)).doesNotContain("AUDIT_OPEN");
        PaperConsents.signAll(stay);
        assertThat(clerk.claim(stay.visit()).status()).isEqualTo(202);
        clerk.awaitClaim(stay.visit(), "SETTLED");
    }

    @Test
    void aPartialReversalShrinksAFindingAndAFurtherLineLetsItGrow() throws Exception {
        HisStay stay = admitted();
        send(stay.charges(charge(stay.id("1"), "OXY001", "30", "4.00")));
        assertThat(standing(stay)).containsExactly("over-day-max|warn|OPEN|120.00|[" + stay.id("1") + "]");

        send(stay.charges(credit(stay.id("2"), stay.id("1"), "OXY001", "5", "4.00")));
        assertThat(standing(stay)).containsExactly("over-day-max|warn|OPEN|100.00|[" + stay.id("1") + "]");

        send(stay.charges(charge(stay.id("3"), "OXY001", "2", "4.00")));
        assertThat(standing(stay))
                .containsExactly("over-day-max|warn|OPEN|108.00|[" + stay.id("1") + ", " + stay.id("3") + "]");
        assertThat(rows(stay)).hasSize(1);

        send(stay.charges(credit(stay.id("4"), stay.id("1"), "OXY001", "25", "4.00")));
        assertThat(standing(stay)).isEmpty();
        assertThat(OfficeDatabase.value(
                        "select audit_open || '/' || audit_stops || '/' || audit_asked from visit where number = ?",
                        stay.visit()))
                .isEqualTo("0/0/0");
    }

    @Test
    void whatTheVisitIsChangesWhatIsFound() throws Exception {
        HisStay stay = new HisStay(Person.stranger());
        send(stay.admit());
        clerk.awaitMembership(stay.visit(), "REFUSED");

        await(() -> rows(stay).contains("IDENTITY|OPEN"));
        // the payer does not know the person: nothing is claimed, so nothing is held
        assertThat(blockers(stay)).doesNotContain("AUDIT_OPEN");
        send(stay.cancelAdmission());
        await(() -> rows(stay).contains("IDENTITY|MENDED"));
    }

    @Test
    void lineByLineIsTheWholeStayInTheStoreToo() throws Exception {
        HisStay stay = admitted();
        Random random = new Random(20261122);
        List<Ft1> posted = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (int message = 0; message < 30; message++) {
            List<Ft1> batch = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                String id = stay.id(String.valueOf(posted.size() + 1));
                if (!open.isEmpty() && random.nextInt(3) == 0) {
                    String[] back = open.remove(random.nextInt(open.size())).split("\\|");
                    batch.add(credit(id, back[0], back[1], back[2], back[3]));
                } else {
                    String[] item = ITEMS[random.nextInt(ITEMS.length)];
                    batch.add(charge(id, item[0], item[1], item[2]));
                    open.add(id + "|" + item[0] + "|1|" + item[2]);
                }
                posted.add(batch.get(batch.size() - 1));
            }
            send(stay.charges(batch.toArray(Ft1[]::new)));
        }
        List<String> byLine = standing(stay);
        assertThat(byLine).hasSizeGreaterThan(4);
        String events = eventCount(stay);
        String totals = totals(stay);

        OfficeDatabase.execute("insert into audit_due (visit_id) select id from visit where number = ?", stay.visit());
        await(() -> OfficeDatabase.value(
                        "select count(*) from audit_due d join visit v on v.id = d.visit_id where v.number = ?",
                        stay.visit())
                .equals("0"));

        assertThat(standing(stay)).isEqualTo(byLine);
        assertThat(eventCount(stay)).isEqualTo(events);
        assertThat(totals(stay)).isEqualTo(totals);
        assertThat(OfficeDatabase.value(
                        "select v.audit_open - count(f.id) from visit v join audit_finding f on f.visit_id = v.id"
                                + " and f.state not in ('MENDED', 'OVERRULED') where v.number = ? group by v.audit_open",
                        stay.visit()))
                .isEqualTo("0");
    }

    @Test
    void whatIsSelfPaidIsFoundUntilItsFormIsSignedAndAgainWhenMoreIsUsed() throws Exception {
        HisStay stay = admitted();
        send(stay.charges(charge(stay.id("1"), "OWN001", "2", "268.00")));
        assertThat(standing(stay, "no-consent")).containsExactly("no-consent|stop|OPEN|536.00|[" + stay.id("1") + "]");

        PaperConsents.signAll(stay);
        assertThat(standing(stay, "no-consent")).isEmpty();

        // the form covers two: with a third one the item is not covered any more, and all its lines are found
        send(stay.charges(charge(stay.id("2"), "OWN001", "1", "268.00")));
        assertThat(standing(stay, "no-consent"))
                .containsExactly(
                        "no-consent|stop|OPEN|268.00|[" + stay.id("2") + "]",
                        "no-consent|stop|OPEN|536.00|[" + stay.id("1") + "]");
        send(stay.charges(credit(stay.id("3"), stay.id("2"), "OWN001", "1", "268.00")));
        assertThat(standing(stay, "no-consent")).isEmpty();
        wholeStaySaysTheSame(stay);
    }

    @Test
    void anOrderThatComesAfterItsChargeShowsWhatWasChargedInItsPlace() throws Exception {
        HisStay stay = admitted();
        send(stay.charges(charge(stay.id("1"), "NUR001", "1", "48.00").ofOrder("O1")));
        assertThat(standing(stay)).isEmpty();

        send(stay.message("OMG^O19", "ORC|NW|O1|||||||||||D990000000013", "OBR|1|O1||NUR000^Ⅰ级护理"));

        assertThat(standing(stay)).containsExactly("substitution|warn|OPEN|48.00|[" + stay.id("1") + "]");
        // a code of another system, or a fee of another kind that rides on the order, says nothing
        send(stay.message("OMG^O19", "ORC|NW|O2|||||||||||D990000000013", "OBR|1|O2||24331-1^Lipid Panel"));
        send(stay.charges(
                charge(stay.id("2"), "ECG001", "1", "25.00").ofOrder("O2"),
                charge(stay.id("3"), "OXY001", "1", "4.00").ofOrder("O1")));
        assertThat(standing(stay)).hasSize(1);
        wholeStaySaysTheSame(stay);
    }

    @Test
    void whatIsChargedOnALeaveIsFoundOnceTheHisTellsTheLeave() throws Exception {
        HisStay stay = admitted();
        send(stay.charges(charge(stay.id("1"), "ECG001", "1", "25.00")));
        // the return comes before the leave and waits for it
        send(leave(stay, "A22", HisStay.now().plusHours(2)));
        send(leave(stay, "A21", HisStay.now().minusHours(2)));

        await(() -> rows(stay).contains("ON_LEAVE|OPEN"));
        send(stay.charges(charge(stay.id("2"), "GLV001", "1", "46.00")));
        assertThat(standing(stay)).anyMatch(one -> one.startsWith("on-leave|warn|OPEN|71.00|"));
        send(stay.message("ADT^A52"));
        await(() -> rows(stay).contains("ON_LEAVE|MENDED"));
    }

    @Test
    void theDischargeSaysWhetherTheBedWasChargedTooLong() throws Exception {
        HisStay stay = admitted();
        send(stay.charges(charge(stay.id("1"), "BED001", "9", "60.00")));
        assertThat(standing(stay, "bed-days")).isEmpty();

        send(stay.discharge());

        await(() -> rows(stay).contains("BED_DAYS|OPEN"));
    }

    @Test
    void drugsToTakeHomeAreCountedInDaysWhereTheSenderTellsThem() throws Exception {
        HisStay stay = admitted();
        // a sender whose dialect has places for them
        send(stay.charges(charge(stay.id("1"), "CEF001", "2", "19.60").supplied("14|0|1"))
                .replace("|HIS|990000|YIBAOBAN", "|PMHIS|990000|YIBAOBAN")
                .replace("|CG|", "|1|"));

        assertThat(OfficeDatabase.value(
                        "select l.supply_days, l.take_home from charge_line l join visit v on v.id = l.visit_id"
                                + " where v.number = ?",
                        stay.visit()))
                .isEqualTo("14.00|t");
        assertThat(standing(stay)).anyMatch(one -> one.startsWith("take-home-excess|warn|OPEN|39.20|"));
    }

    private static final DateTimeFormatter HL7 = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private static String leave(HisStay stay, String event, LocalDateTime at) {
        return stay.message("ADT^" + event).replaceFirst("EVN\\|[^\r]*", "EVN|" + event + "|" + at.format(HL7));
    }

    /** The timer looks at the whole stay and finds nothing else. */
    private void wholeStaySaysTheSame(HisStay stay) throws Exception {
        List<String> byLine = standing(stay);
        String events = eventCount(stay);
        OfficeDatabase.execute("insert into audit_due (visit_id) select id from visit where number = ?", stay.visit());
        await(() -> OfficeDatabase.value(
                        "select count(*) from audit_due d join visit v on v.id = d.visit_id where v.number = ?",
                        stay.visit())
                .equals("0"));
        assertThat(standing(stay)).isEqualTo(byLine);
        assertThat(eventCount(stay)).isEqualTo(events);
    }

    private static final String[][] ITEMS = {
        {"NUR000", "1", "120.00"},
        {"NUR001", "1", "48.00"},
        {"OXY001", "20", "4.00"},
        {"CT0001", "1", "268.00"},
        {"OWN001", "2", "268.00"},
        {"GLV001", "3", "46.00"},
        {"STN001", "1", "1290.00"},
        {"BED001", "1", "60.00"},
        {"PCI001", "1", "3200.00"},
        {"ECG001", "1", "25.00"},
        {"CEF001", "2", "19.60"}
    };

    @Test
    void anOrderIsToldWhatItWouldAdd() throws Exception {
        HisStay stay = admitted();
        send(stay.charges(charge(stay.id("1"), "NUR000", "1", "120.00"), charge(stay.id("2"), "OXY001", "23", "4.00")));

        assertThat(rules(order(stay, "{\"items\":[{\"code\":\"OXY001\",\"quantity\":1}]}")))
                .isEmpty();
        assertThat(rules(order(
                        stay,
                        "{\"items\":[{\"code\":\"OXY001\",\"quantity\":2},{\"code\":\"NUR001\",\"quantity\":1},"
                                + "{\"code\":\"NEG001\",\"quantity\":1}]}")))
                .containsExactlyInAnyOrder("over-day-max", "exclusive", "diagnosis-limit");
        assertThat(rows(stay)).isEmpty();
        assertThat(clerk.post("/api/visits/" + stay.visit() + "/order-audit", "{\"items\":[{\"code\":\"X\"}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anOverlappingSecondVisitIsFoundOnBoth() throws Exception {
        HisStay stay = admitted();
        OfficeDatabase.execute(
                "insert into visit (id, number, patient_id, type, status, department, ward, bed, doctor, admitted_at,"
                        + " identity_fault, membership_state) select nextval('row_id') + 25, number || 'B', patient_id,"
                        + " 'INPATIENT', 'ADMITTED', department, ward, bed, doctor, admitted_at, false, 'NOT_ASKED'"
                        + " from visit where number = ?",
                stay.visit());

        await(() -> rows(stay).contains("OVERLAP|OPEN"));
        OfficeDatabase.execute("update visit set status = 'CANCELLED' where number = ?", stay.visit() + "B");
        await(() -> rows(stay).contains("OVERLAP|MENDED"));
    }

    @Test
    void theEventsCannotBeChanged() throws Exception {
        HisStay stay = admitted();
        send(stay.charges(charge(stay.id("1"), "STN001", "1", "1500.00")));

        assertThatThrownBy(() -> OfficeDatabase.execute("update audit_event set who = 'x'"))
                .hasMessageContaining("append-only");
    }

    private HisStay admitted() throws Exception {
        HisStay stay = new HisStay(Person.employee());
        send(stay.admit());
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        return stay;
    }

    private static void send(String message) throws Exception {
        assertThat(HisLine.send(message).code()).isEqualTo("AA");
    }

    private List<String> blockers(HisStay stay) throws Exception {
        return StreamSupport.stream(clerk.visit(stay.visit()).path("blockers").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private List<String> standing(HisStay stay, String rule) throws Exception {
        return standing(stay).stream().filter(one -> one.startsWith(rule + "|")).toList();
    }

    private List<String> standing(HisStay stay) throws Exception {
        return StreamSupport.stream(
                        clerk.get("/api/visits/" + stay.visit() + "/findings")
                                .json()
                                .spliterator(),
                        false)
                .filter(finding -> !List.of("MENDED", "OVERRULED")
                        .contains(finding.path("state").asText()))
                .map(finding -> finding.path("rule").asText() + "|"
                        + finding.path("severity").asText() + "|"
                        + finding.path("state").asText() + "|"
                        + finding.path("amount").asText() + "|"
                        + StreamSupport.stream(finding.path("lines").spliterator(), false)
                                .map(JsonNode::asText)
                                .toList())
                .sorted()
                .toList();
    }

    private Answer order(HisStay stay, String json) throws Exception {
        Answer answer = clerk.post("/api/visits/" + stay.visit() + "/order-audit", json);
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private static List<String> rules(Answer answer) throws Exception {
        return StreamSupport.stream(answer.json().spliterator(), false)
                .map(finding -> finding.path("rule").asText())
                .toList();
    }

    private static List<String> rows(HisStay stay) throws Exception {
        return OfficeDatabase.rows(
                "select f.rule, f.state from audit_finding f join visit v on v.id = f.visit_id where v.number = ?",
                stay.visit());
    }

    private static String eventCount(HisStay stay) throws Exception {
        return OfficeDatabase.value(
                "select count(*) from audit_event e join audit_finding f on f.id = e.finding_id"
                        + " join visit v on v.id = f.visit_id where v.number = ?",
                stay.visit());
    }

    private static String totals(HisStay stay) throws Exception {
        return OfficeDatabase.value(
                "select t.total || ' ' || t.examining || ' ' || t.self_paid from audit_total t join visit v on v.id = t.visit_id"
                        + " where v.number = ?",
                stay.visit());
    }

    private interface Glance {
        boolean holds() throws Exception;
    }

    private static void await(Glance wanted) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!wanted.holds()) {
            assertThat(System.nanoTime()).as("still not so").isLessThan(deadline);
            Thread.sleep(200);
        }
    }
}
