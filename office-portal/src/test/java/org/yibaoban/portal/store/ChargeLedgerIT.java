package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.Ft1.credit;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.Ack;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** The charge ledger in the database: nothing in it changes, and every running sum is the sum of its lines. */
class ChargeLedgerIT extends ServerTest {

    private final HisStay stay = new HisStay(Person.stranger());

    @BeforeEach
    void admit() throws IOException {
        accepted(stay.admit());
    }

    @Test
    void aLineCanNeitherBeChangedNorDeletedNotEvenPastTheServer() throws Exception {
        accepted(stay.charges(charge(stay.id("1"), "NUR000", "1", "120.00")));

        assertThatThrownBy(() -> OfficeDatabase.execute(
                        "update charge_line set amount = 1 where transaction_id = ?", stay.id("1")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("append-only");
        assertThatThrownBy(
                        () -> OfficeDatabase.execute("delete from charge_line where transaction_id = ?", stay.id("1")))
                .hasMessageContaining("append-only");
        assertThat(ledger()).containsExactly("1|120.00");
    }

    @Test
    void partialReversalsAddUpToTheChargeAndNoFurther() throws Exception {
        accepted(stay.charges(charge(stay.id("1"), "NUR000", "5", "120.00")));
        accepted(stay.charges(credit(stay.id("2"), stay.id("1"), "NUR000", "2", "120.00")));
        accepted(stay.charges(credit(stay.id("3"), stay.id("1"), "NUR000", "3", "120.00")));

        Ack tooMuch = HisLine.send(stay.charges(credit(stay.id("4"), stay.id("1"), "NUR000", "1", "120.00")));

        assertThat(tooMuch.code()).isEqualTo("AE");
        assertThat(tooMuch.reasonCode()).isEqualTo("YB-2002");
        assertThat(ledger()).containsExactly("1|600.00", "2|-240.00", "3|-360.00");
        sumsAreThoseOfTheLedger();
    }

    @Test
    void aMessageIsTakenWholeOrNotAtAll() throws Exception {
        Ack refused = HisLine.send(stay.charges(
                charge(stay.id("1"), "NUR000", "1", "120.00"),
                credit(stay.id("2"), stay.id("1"), "NUR000", "2", "120.00")));

        assertThat(refused.reasonCode()).isEqualTo("YB-2002");
        assertThat(ledger()).isEmpty();
        assertThat(visitSums()).isEqualTo("0.00|0.00|0");
    }

    @Test
    void theSameChargeInAnotherMessageIsPostedOnceAndWithOtherContentRefused() throws Exception {
        accepted(stay.charges(charge(stay.id("1"), "NUR000", "1", "120.00")));
        accepted(stay.charges(
                charge(stay.id("1"), "NUR000", "1", "120.00"), charge(stay.id("2"), "OWN001", "1", "268.00")));

        Ack changed = HisLine.send(stay.charges(charge(stay.id("1"), "NUR000", "2", "120.00")));

        assertThat(changed.reasonCode()).isEqualTo("YB-2003");
        assertThat(ledger()).containsExactly("1|120.00", "2|268.00");
        assertThat(visitSums()).isEqualTo("388.00|268.00|2");
        sumsAreThoseOfTheLedger();
    }

    @Test
    void aCreditBeforeItsChargeAndChargesBeforeTheirAdmissionAreAppliedWhenTheirTimeComes() throws Exception {
        HisStay early = new HisStay(Person.stranger());
        accepted(early.charges(credit(early.id("2"), early.id("1"), "NUR000", "1", "120.00")));
        accepted(early.charges(charge(early.id("1"), "NUR000", "3", "120.00")));
        assertThat(ledger(early)).isEmpty();

        accepted(early.admit());

        assertThat(ledger(early)).containsExactly("1|360.00", "2|-120.00");
        assertThat(OfficeDatabase.value(
                        "select count(*) from raw_message where visit_number = ? and verdict = 'WAITING'",
                        early.visit()))
                .isEqualTo("0");
        sumsAreThoseOfTheLedger();
    }

    @Test
    void chargesOfOneVisitThatComeAllAtOnceAreAllInTheSums() throws Exception {
        HisStay neighbour = new HisStay(Person.stranger());
        accepted(neighbour.admit());
        // two departments in opposite order, so that careless locking would wait in a circle
        List<Callable<Ack>> senders = IntStream.range(0, 24)
                .<Callable<Ack>>mapToObj(n -> () -> {
                    HisStay of = n % 2 == 0 ? stay : neighbour;
                    return HisLine.send(of.charges(
                            charge(of.id("X" + n), "NUR000", "1", "120.00"),
                            charge(of.id("Y" + n), "GLV001", "2", "46.00")));
                })
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            for (Future<Ack> answer : threads.invokeAll(senders)) {
                assertThat(answer.get().code()).isEqualTo("AA");
            }
        } finally {
            threads.shutdown();
        }

        assertThat(visitSums()).isEqualTo("2544.00|1104.00|24");
        sumsAreThoseOfTheLedger();
    }

    /** Of all visits and departments there are, whoever posted them. */
    private static void sumsAreThoseOfTheLedger() throws Exception {
        Sums.fold();
        assertThat(OfficeDatabase.rows(
                        "select v.number, v.charges, v.self_paid, v.line_count, l.charges, l.self_paid, l.lines from visit v"
                                + " left join (select visit_id, sum(amount) charges, count(*) lines,"
                                + " sum(case when item_class = 'C' then amount else 0 end) self_paid"
                                + " from charge_line group by visit_id) l on l.visit_id = v.id"
                                + " where (v.charges, v.self_paid, v.line_count) is distinct from"
                                + " (coalesce(l.charges, 0), coalesce(l.self_paid, 0), coalesce(l.lines, 0))"))
                .isEmpty();
        assertThat(OfficeDatabase.rows(
                        "select * from (select ordering_department department, date_trunc('month', service_time)::date as month,"
                                + " sum(amount) charges, sum(case when item_class = 'C' then amount else 0 end) self_paid,"
                                + " sum(case when upper(charge_type) in ('DRUG', 'HERB') then amount else 0 end) drugs,"
                                + " sum(case when upper(charge_type) = 'CONSUMABLE' then amount else 0 end) consumables,"
                                + " count(*) lines from charge_line group by 1, 2) l"
                                + " full join (select code as department, start as month, charges, self_paid, drugs,"
                                + " consumables, lines from indicator_tally where scope = 'DEPARTMENT' and grain = 'MONTH'"
                                + " and lines <> 0) d using (department, month)"
                                + " where (d.charges, d.self_paid, d.drugs, d.consumables, d.lines)"
                                + " is distinct from (l.charges, l.self_paid, l.drugs, l.consumables, l.lines)"))
                .isEmpty();
    }

    private List<String> ledger() throws SQLException {
        return ledger(stay);
    }

    private static List<String> ledger(HisStay of) throws SQLException {
        return OfficeDatabase.rows(
                "select substring(l.transaction_id from '[^-]+$'), l.amount from charge_line l"
                        + " join visit v on v.id = l.visit_id where v.number = ? order by l.transaction_id",
                of.visit());
    }

    private String visitSums() throws SQLException {
        return OfficeDatabase.value("select charges, self_paid, line_count from visit where number = ?", stay.visit());
    }

    private static void accepted(String message) throws IOException {
        assertThat(HisLine.send(message).code()).isEqualTo("AA");
    }
}
