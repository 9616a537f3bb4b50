package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.portal.his.Ack;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** What a HIS says beyond admission, charge and discharge, in the order it should come and in others. */
class HisEventsIT extends ServerTest {

    private final OfficeClient clerk = OfficeClient.as("billing");
    private final HisStay stay = new HisStay(Person.stranger());

    @Test
    void aCancelledTransferGoesBackInTheHistoryOnce() throws Exception {
        accepted(stay.admit());
        accepted(stay.in("0401", "W0401A", "07").message("ADT^A02", minutes(-3)));
        accepted(stay.in("0403", "W0403A", "09").message("ADT^A02", minutes(-2)));
        assertThat(lies()).isEqualTo("0403|W0403A|09");

        LocalDateTime mistakeSeen = minutes(-1);
        accepted(stay.message("ADT^A12", mistakeSeen));
        accepted(stay.message("ADT^A12", mistakeSeen));

        assertThat(lies()).isEqualTo("0401|W0401A|07");
        assertThat(OfficeDatabase.rows(
                        "select l.ward, l.cancelled_at is not null from visit_location l join visit v on v.id = l.visit_id"
                                + " where v.number = ? order by l.from_time",
                        stay.visit()))
                .containsExactly("W0304A|f", "W0401A|f", "W0403A|t");
    }

    @Test
    void aTransfersCancellationThatComesBeforeItWaits() throws Exception {
        accepted(stay.admit());
        HisStay moved = stay.in("0401", "W0401A", "07");
        accepted(moved.message("ADT^A12", minutes(-1)));
        assertThat(waiting()).isEqualTo("1");

        accepted(moved.message("ADT^A02", minutes(-2)));

        assertThat(waiting()).isEqualTo("0");
        assertThat(lies()).isEqualTo("0304|W0304A|01");
    }

    @Test
    void whatIsToldLateAndOlderOverwritesNothing() throws Exception {
        accepted(stay.message("ADT^A01", minutes(-10)));
        accepted(stay.message("ADT^A08", minutes(-2), "DG1|1||I21.900^急性心肌梗死"));
        accepted(stay.message("ADT^A08", minutes(-5), "DG1|1||I10.x00^高血压"));
        accepted(stay.message("ADT^A13", minutes(-2)));
        accepted(stay.message("ADT^A03", minutes(-3)));

        assertThat(OfficeDatabase.value(
                        "select v.status, d.code from visit v join visit_diagnosis d on d.visit_id = v.id"
                                + " where v.number = ?",
                        stay.visit()))
                .isEqualTo("ADMITTED|I21.900");
    }

    @Test
    void aCorrectedPersonIsCheckedAgainInEveryOpenVisit() throws Exception {
        HisStay second = new HisStay(stay.person());
        String right = stay.person().identityNumber();
        accepted(stay.admit().replace(right, "990000"));
        accepted(second.messageAs(stay.patientNumber(), "ADT^A01").replace(right, "990000"));
        assertThat(identityFaults(stay, second)).containsExactly("t", "t");

        accepted(stay.message("ADT^A31"));

        assertThat(identityFaults(stay, second)).containsExactly("f", "f");
    }

    @Test
    void aPlannedVisitIsCancelledUnlessThePatientHasCome() throws Exception {
        HisStay other = new HisStay(Person.stranger());
        accepted(stay.message("ADT^A05"));
        accepted(other.message("ADT^A05"));
        assertThat(status(stay)).isEqualTo("PLANNED");

        accepted(stay.message("ADT^A38"));
        accepted(other.admit());
        accepted(other.message("ADT^A38"));

        assertThat(status(stay)).isEqualTo("CANCELLED");
        assertThat(status(other)).isEqualTo("ADMITTED");
    }

    @Test
    void anOutpatientBecomesAnInpatientUnderAnotherNumber() throws Exception {
        HisStay inpatient = new HisStay(stay.person());
        accepted(stay.message("ADT^A04").replace("PV1|1|I|", "PV1|1|O|"));
        accepted(stay.charges(charge(stay.id("1"), "NUR000", "1", "120.00")));

        accepted(inpatient.messageAs(stay.patientNumber(), "ADT^A06", "MRG|||||" + stay.visit()));

        assertThat(OfficeDatabase.value("select type, status, charges from visit where number = ?", inpatient.visit()))
                .isEqualTo("INPATIENT|ADMITTED|120.00");
        accepted(stay.charges(charge(stay.id("2"), "NUR000", "1", "120.00")));
        assertThat(clerk.visit(inpatient.visit()).path("total").asText()).isEqualTo("240.00");
    }

    @Test
    void anUpdateOfAChargeIsInTheLedgerAsReversalAndNewCharge() throws Exception {
        accepted(stay.admit());
        accepted(stay.charges(charge(stay.id("1"), "NUR000", "2", "120.00")));

        accepted(stay.charges(charge(stay.id("1"), "NUR000", "3", "120.00")).replace("DFT^P03^DFT_P03", "DFT^P11"));

        assertThat(OfficeDatabase.rows(
                        "select l.amount, l.reverses_id is not null from charge_line l join visit v on v.id = l.visit_id"
                                + " where v.number = ? order by l.id",
                        stay.visit()))
                .containsExactlyInAnyOrder("240.00|f", "-240.00|t", "360.00|f");
        assertThat(clerk.visit(stay.visit()).path("total").asText()).isEqualTo("360.00");
    }

    @Test
    void ordersAreKeptThroughTheirLifeAndChargesNameThem() throws Exception {
        accepted(stay.admit());
        Ack ack = HisLine.send(stay.message(
                "RDE^O11",
                minutes(-5),
                "ORC|NW|O1|F1|G1||||||||D021",
                "RXE||NUR000^护理|1||次|||||5|次",
                "FT1|1|" + stay.id("X") + "||20261122||CG|NUR000|||5|600.00|120.00"));
        assertThat(ack.code()).as(ack.reason()).isEqualTo("AA");
        accepted(stay.message("ORM^O01", minutes(-4), "ORC|HD|O1"));
        // a cancellation that comes before its order
        accepted(stay.message("ORM^O01", minutes(-2), "ORC|CA|O2"));
        accepted(stay.message("ORM^O01", minutes(-3), "ORC|NW|O2", "RXO|GLV001^手套"));
        accepted(stay.message(
                "DFT^P03", "FT1|1|" + stay.id("1") + "||20261122||CG|NUR000|||5|600.00|120.00|||||||||||F1"));

        assertThat(orders())
                .containsExactly("O1|NUR000|5.0000|HELD|D021", "O2||null|CANCELLED|", "O2|GLV001|null|CANCELLED|");
        assertThat(OfficeDatabase.rows(
                        "select l.transaction_id from charge_line l join visit_order o on o.visit_id = l.visit_id"
                                + " and l.order_number in (o.placer_number, o.filler_number)"
                                + " join visit v on v.id = l.visit_id where v.number = ?",
                        stay.visit()))
                .containsExactly(stay.id("1"));
        // the charge that rode along did not count
        assertThat(clerk.visit(stay.visit()).path("total").asText()).isEqualTo("600.00");
    }

    /** The standard sender's charges are those of its DFT, the other's come with its orders; each sends both. */
    @ParameterizedTest
    @CsvSource({"HIS|, CG, RDS DFT", "HIS|, CG, DFT RDS", "PMHIS|, 1, RDS DFT", "PMHIS|, 1, DFT RDS"})
    void whatIsDispensedIsCountedOnceWhereOrderAndChargeBothBringIt(String sender, String charge, String sequence)
            throws Exception {
        accepted(stay.admit());
        String ft1 = "FT1|1|" + stay.id("1") + "||20261122||" + charge + "|DEX012||1|2|50.00|25.00|0304";
        Map<String, String> messages = Map.of(
                "RDS", stay.message("RDS^O13", "ORC|RE|O1|F1", "RXD|1|DEX012^地塞米松|20261122|2|支", ft1),
                "DFT", stay.message("DFT^P03", ft1));
        for (String kind : sequence.split(" ")) {
            accepted(messages.get(kind).replace("|HIS|", "|" + sender).replace("^301^01|", "^301^01^0304|"));
        }

        assertThat(OfficeDatabase.rows(
                        "select l.transaction_id, l.amount from charge_line l join visit v on v.id = l.visit_id"
                                + " where v.number = ?",
                        stay.visit()))
                .containsExactly(stay.id("1") + "|50.00");
        assertThat(clerk.visit(stay.visit()).path("total").asText()).isEqualTo("50.00");
        assertThat(orders()).hasSize(1);
    }

    @Test
    void whatChangesNothingIsKeptAndSaidToChangeNothing() throws Exception {
        accepted(stay.message("BAR^P02"));

        assertThat(OfficeDatabase.value(
                        "select verdict, reason from raw_message where control_id like ?", stay.visit() + "-%"))
                .startsWith("APPLIED|BAR P02");
    }

    private List<String> orders() throws SQLException {
        return OfficeDatabase.rows(
                "select o.placer_number, o.item_code, o.quantity, o.status, o.doctor from visit_order o"
                        + " join visit v on v.id = o.visit_id where v.number = ? order by o.placer_number, o.item_code",
                stay.visit());
    }

    private static List<String> identityFaults(HisStay one, HisStay other) throws SQLException {
        return OfficeDatabase.rows(
                "select identity_fault from visit where number in (?, ?)", one.visit(), other.visit());
    }

    private String lies() throws SQLException {
        return OfficeDatabase.value("select department, ward, bed from visit where number = ?", stay.visit());
    }

    private String waiting() throws SQLException {
        return OfficeDatabase.value(
                "select count(*) from raw_message where visit_number = ? and verdict = 'WAITING'", stay.visit());
    }

    private static String status(HisStay of) throws SQLException {
        return OfficeDatabase.value("select status from visit where number = ?", of.visit());
    }

    private static LocalDateTime minutes(int n) {
        return HisStay.now().plusMinutes(n);
    }

    private static void accepted(String message) throws IOException {
        Ack ack = HisLine.send(message);
        assertThat(ack.code()).as(ack.reason()).isEqualTo("AA");
    }
}
