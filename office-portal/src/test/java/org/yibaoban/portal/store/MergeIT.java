package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.Ack;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** Patients and visits whose identifiers change: nothing is lost, nothing goes to the wrong person. */
class MergeIT extends ServerTest {

    private final OfficeClient clerk = OfficeClient.as("billing");
    private final Person person = Person.stranger();
    private final HisStay kept = new HisStay(person);
    private final HisStay wrong = new HisStay(person);

    @Test
    void visitsMoveToTheSurvivorAndTheOldNumberMeansTheSurvivor() throws Exception {
        accepted(kept.admit());
        accepted(wrong.admit());

        accepted(merge(kept, wrong));

        assertThat(patientOf(wrong)).isEqualTo(kept.patientNumber());
        assertThat(patientOf(kept)).isEqualTo(kept.patientNumber());
        // later messages under the old number mean the same person, for a known visit and for a new one
        accepted(wrong.charges(charge(wrong.id("1"), "NUR000", "1", "120.00")));
        HisStay later = new HisStay(person);
        accepted(later.messageAs(wrong.patientNumber(), "ADT^A01"));
        assertThat(patientOf(later)).isEqualTo(kept.patientNumber());
        assertThat(clerk.visit(wrong.visit()).path("total").asText()).isEqualTo("120.00");
    }

    @Test
    void theOldNumberIsNotUsedAgainForSomebodyElse() throws Exception {
        accepted(kept.admit());
        accepted(merge(kept, wrong));

        HisStay somebody = new HisStay(Person.stranger());
        Ack ack = HisLine.send(somebody.messageAs(wrong.patientNumber(), "ADT^A01"));

        assertThat(ack.reasonCode()).isEqualTo("YB-1008");
        assertThat(OfficeDatabase.value("select count(*) from visit where number = ?", somebody.visit()))
                .isEqualTo("0");
    }

    @Test
    void theOtherDirectionContradictsAndTheSameAgainChangesNothing() throws Exception {
        accepted(kept.admit());
        accepted(wrong.admit());
        accepted(merge(kept, wrong));

        assertThat(HisLine.send(merge(wrong, kept)).reasonCode()).isEqualTo("YB-1009");
        accepted(merge(kept, wrong));

        assertThat(patientOf(kept)).isEqualTo(kept.patientNumber());
        assertThat(patientOf(wrong)).isEqualTo(kept.patientNumber());
    }

    @Test
    void aMergeBeforeItsPatientsAreKnownHoldsForWhatComesLaterAndAMergedSurvivorPassesItOn() throws Exception {
        accepted(merge(kept, wrong));
        accepted(wrong.messageAs(wrong.patientNumber(), "ADT^A01"));
        assertThat(patientOf(wrong)).isEqualTo(kept.patientNumber());

        HisStay last = new HisStay(person);
        accepted(merge(last, kept));

        assertThat(patientOf(wrong)).isEqualTo(last.patientNumber());
        accepted(wrong.charges(charge(wrong.id("1"), "NUR000", "1", "120.00")));
    }

    @Test
    void whatWasClaimedStaysAsItWasClaimedAndTheOfficeIsTold() throws Exception {
        accepted(kept.admit());
        Person member = Person.employee();
        HisStay claimed = new HisStay(member);
        accepted(claimed.admit());
        accepted(claimed.charges(charge(claimed.id("1"), "NUR000", "20", "120.00")));
        accepted(claimed.discharge());
        clerk.awaitMembership(claimed.visit(), "VERIFIED");
        assertThat(clerk.claim(claimed.visit()).status()).isEqualTo(202);
        clerk.awaitClaim(claimed.visit(), "SETTLED");
        String before = claimOf(claimed);

        accepted(merge(kept, claimed));

        assertThat(patientOf(claimed)).isEqualTo(kept.patientNumber());
        assertThat(claimOf(claimed)).isEqualTo(before);
        assertThat(clerk.visit(claimed.visit()).path("blockers").toString()).contains("IDENTIFIED_ANEW_AFTER_CLAIM");
        assertThat(OfficeDatabase.value(
                        "select claimed_patient_number, claimed_visit_number from visit where number = ?",
                        claimed.visit()))
                .isEqualTo(claimed.patientNumber() + "|" + claimed.visit());
        assertThat(OfficeDatabase.value("select count(*) from patient where number = ?", claimed.patientNumber()))
                .isEqualTo("1");
    }

    @Test
    void aVisitGetsAnotherNumberAndAnswersToBoth() throws Exception {
        accepted(wrong.admit());
        accepted(wrong.charges(charge(wrong.id("1"), "NUR000", "1", "120.00")));

        // kept's message: its number and patient stay, wrong's are given up
        accepted(kept.message("ADT^A45", "MRG|" + wrong.patientNumber() + "^^^HIS^MR||||" + wrong.visit()));

        accepted(kept.charges(charge(wrong.id("2"), "NUR000", "1", "120.00")));
        accepted(wrong.messageAs(
                kept.patientNumber(),
                "DFT^P03",
                "FT1|1|" + wrong.id("3") + "||20261122||CG|NUR000^NUR000|||1|120.00|120.00"));
        assertThat(clerk.visit(kept.visit()).path("total").asText()).isEqualTo("360.00");
        assertThat(OfficeDatabase.value("select count(*) from visit where number = ?", wrong.visit()))
                .isEqualTo("0");
        assertThat(patientOf(kept)).isEqualTo(kept.patientNumber());
    }

    @Test
    void twoVisitsThatWereOneBecomeOneAndTheOldNumberMeansIt() throws Exception {
        HisStay twice = new HisStay(person);
        accepted(kept.admit());
        accepted(twice.messageAs(kept.patientNumber(), "ADT^A01"));
        accepted(twice.messageAs(kept.patientNumber(), "ORM^O01", "ORC|NW|" + twice.id("O1"), "RXO|NUR000^护理"));

        accepted(mergeVisits(kept, twice.visit()));
        accepted(mergeVisits(kept, twice.visit()));

        accepted(twice.messageAs(kept.patientNumber(), "DFT^P03", charged(twice.id("1"))));
        assertThat(clerk.visit(kept.visit()).path("total").asText()).isEqualTo("120.00");
        assertThat(OfficeDatabase.value(
                        "select count(*) from visit_order o join visit v on v.id = o.visit_id where v.number = ?",
                        kept.visit()))
                .isEqualTo("1");
        assertThat(OfficeDatabase.value("select count(*) from visit where number = ?", twice.visit()))
                .isEqualTo("0");
        HisStay other = new HisStay(person);
        assertThat(HisLine.send(other.messageAs(
                                kept.patientNumber(), "ADT^A42", "MRG|" + kept.patientNumber() + "||||" + kept.visit()))
                        .code())
                .isEqualTo("AA");
        assertThat(clerk.visit(other.visit()).path("total").asText())
                .as("one that is not here yet takes over the name")
                .isEqualTo("120.00");
    }

    @Test
    void aVisitWithChargesIsNotGivenUpUntilTheyAreCredited() throws Exception {
        HisStay twice = new HisStay(person);
        accepted(kept.admit());
        accepted(twice.messageAs(kept.patientNumber(), "ADT^A01"));
        accepted(twice.messageAs(kept.patientNumber(), "DFT^P03", charged(twice.id("1"))));

        Ack refused = HisLine.send(mergeVisits(kept, twice.visit()));
        assertThat(refused.reasonCode()).isEqualTo("YB-1012");

        accepted(twice.messageAs(
                kept.patientNumber(), "DFT^P03", charged(twice.id("2")).replace("|CG|", "|CD|")));
        accepted(mergeVisits(kept, twice.visit()));
        accepted(kept.charges(charge(kept.id("1"), "NUR000", "1", "120.00")));
        assertThat(clerk.visit(kept.visit()).path("total").asText()).isEqualTo("120.00");
    }

    @Test
    void visitsOfTwoPatientsAreNotOneAndTheOtherDirectionContradicts() throws Exception {
        HisStay twice = new HisStay(person);
        accepted(kept.admit());
        accepted(wrong.admit());
        assertThat(HisLine.send(mergeVisits(kept, wrong.visit())).reasonCode()).isEqualTo("YB-1005");

        accepted(mergeVisits(kept, twice.visit()));
        Ack backwards = HisLine.send(twice.messageAs(
                kept.patientNumber(), "ADT^A42", "MRG|" + kept.patientNumber() + "||||" + kept.visit()));
        assertThat(backwards.reasonCode()).isEqualTo("YB-1009");
    }

    /** A42: the survivor's PID and PV1, the other's number in MRG. */
    private static String mergeVisits(HisStay survivor, String prior) {
        return survivor.message("ADT^A42^ADT_A39", "MRG|" + survivor.patientNumber() + "^^^HIS^MR||||" + prior);
    }

    private static String charged(String transaction) {
        return "FT1|1|" + transaction + "||20261122||CG|NUR000^NUR000|||1|120.00|120.00";
    }

    /** A40: the survivor's PID, the other's number in MRG. */
    private static String merge(HisStay survivor, HisStay prior) {
        return survivor.message("ADT^A40^ADT_A39", "MRG|" + prior.patientNumber() + "^^^HIS^MR");
    }

    private static String patientOf(HisStay stay) throws SQLException {
        return OfficeDatabase.value(
                "select p.number from visit v join patient p on p.id = v.patient_id where v.number = ?", stay.visit());
    }

    private static String claimOf(HisStay stay) throws SQLException {
        return OfficeDatabase.value(
                "select c.identifier, c.state, md5(c.content) from claim c join visit v on v.id = c.visit_id where v.number = ?",
                stay.visit());
    }

    private static void accepted(String message) throws IOException {
        Ack ack = HisLine.send(message);
        assertThat(ack.code()).as(ack.reason()).isEqualTo("AA");
    }
}
