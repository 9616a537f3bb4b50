package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.server.OfficeClient.claim;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** The year of a person: moved by what is settled here, corrected by what the payer reports, frozen with each claim. */
class YearAccountsIT extends ServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FIGURES = "stays|basic_fund|large_amount|serious_burden|serious_illness|assistance";

    private final OfficeClient clerk = OfficeClient.as("billing");

    @Test
    void aSecondStayIsSettledWithWhatTheFirstUsedAlthoughItWasVerifiedBefore() throws Exception {
        Person person = Person.employee();
        HisStay first = discharged(person);
        HisStay second = discharged(person);

        settle(first);
        settle(second);

        assertThat(yearOfClaim(first)).isEqualTo("0");
        assertThat(yearOfClaim(second)).isEqualTo("1");
        assertThat(here(person)).isEqualTo(atThePayer(person));
        assertThat(here(person)).startsWith("2|");
        assertThat(kinds(person)).containsOnly("SETTLED").hasSize(2);
    }

    @Test
    void whatAnotherHospitalUsedComesInWithThePayersReport() throws Exception {
        Person person = Person.employee();
        HisStay here = discharged(person);
        settle(here);
        OfficeDatabase.execute(
                "update payer_sandbox.member_year y set stays = stays + 1, basic_fund = basic_fund + 5000.01"
                        + " from payer_sandbox.member m where m.member_number = y.member_number"
                        + " and m.identity_number = ?",
                person.identityNumber());

        HisStay next = discharged(person);

        assertThat(here(person)).isEqualTo(atThePayer(person));
        assertThat(kinds(person)).containsExactly("SETTLED", "REPORTED");
        settle(next);
        assertThat(yearOfClaim(next)).isEqualTo("2");
        assertThat(here(person)).isEqualTo(atThePayer(person));
    }

    @Test
    void theSumIsTheSumOfTheEntries() throws Exception {
        Person person = Person.employee();
        settle(discharged(person));
        settle(discharged(person));

        assertThat(OfficeDatabase.value(
                        "select sum(e.year_stays) || '|' || sum(e.year_basic_fund) || '|' || sum(e.year_large_amount)"
                                + " || '|' || sum(e.year_serious_burden) || '|' || sum(e.year_serious_illness)"
                                + " || '|' || sum(e.year_assistance) from year_entry e where e.person_year_id = ?",
                        personYear(person)))
                .isEqualTo(here(person));
    }

    @Test
    void aReportThatCameWhileTheClaimWasOnItsWayIsAskedForAgain() throws Exception {
        Person person = Person.employee();
        HisStay stay = discharged(person);
        OfficeDatabase.execute(
                "update person_year set reported_at = now() + interval '1 hour' where id = ?", personYear(person));
        long before = questions(stay);

        settle(stay);

        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (questions(stay) == before) {
            assertThat(System.nanoTime()).as("the payer was asked again").isLessThan(deadline);
            Thread.sleep(250);
        }
        assertThat(here(person)).isEqualTo(atThePayer(person));
    }

    private void settle(HisStay stay) throws Exception {
        assertThat(clerk.claim(stay.visit()).status()).isEqualTo(202);
        var state = clerk.awaitVisit(
                stay.visit(), s -> !List.of("QUEUED", "UNKNOWN", "PENDED").contains(claim(s)));
        assertThat(claim(state)).as(state.toString()).isEqualTo("SETTLED");
    }

    private HisStay discharged(Person person) throws Exception {
        HisStay stay = new HisStay(person);
        accepted(stay.admit());
        accepted(stay.charges(charge(stay.id("1"), "NUR000", "20", "120.00")));
        accepted(stay.discharge());
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        return stay;
    }

    private static long personYear(Person person) throws SQLException {
        return Long.parseLong(OfficeDatabase.value(
                "select p.id from person_year p join payer_sandbox.member m using (member_number)"
                        + " where m.identity_number = ?",
                person.identityNumber()));
    }

    private static String here(Person person) throws SQLException {
        return OfficeDatabase.value(
                "select " + figures("p.year_") + " from person_year p where p.id = ?", personYear(person));
    }

    private static String atThePayer(Person person) throws SQLException {
        return OfficeDatabase.value(
                "select " + figures("y.") + " from payer_sandbox.member_year y join payer_sandbox.member m"
                        + " using (member_number) where m.identity_number = ?",
                person.identityNumber());
    }

    private static String figures(String prefix) {
        return prefix + FIGURES.replace("|", ", " + prefix);
    }

    private static List<String> kinds(Person person) throws SQLException {
        return OfficeDatabase.rows(
                "select kind from year_entry where person_year_id = ? order by at", personYear(person));
    }

    private static String yearOfClaim(HisStay stay) throws SQLException {
        return OfficeDatabase.value(
                "select c.year_stays from claim c join visit v on v.id = c.visit_id where v.number = ?", stay.visit());
    }

    private static long questions(HisStay stay) throws SQLException {
        return Long.parseLong(OfficeDatabase.value(
                "select count(*) from payer_exchange e join visit v on v.id = e.visit_id"
                        + " where v.number = ? and e.kind = 'ELIGIBILITY'",
                stay.visit()));
    }

    private static void accepted(String message) throws IOException {
        assertThat(HisLine.send(message).code()).isEqualTo("AA");
    }
}
