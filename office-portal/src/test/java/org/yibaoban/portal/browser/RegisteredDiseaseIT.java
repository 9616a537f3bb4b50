package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.SettledStay.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;
import org.yibaoban.portal.server.OfficeDatabase;

/** Outpatient visits for a chronic disease: by its terms while a registration holds, else like any other with the reason. */
class RegisteredDiseaseIT extends BrowserTest {

    private static final LocatorAssertions.HasAttributeOptions SOON =
            new LocatorAssertions.HasAttributeOptions().setTimeout(60_000);

    private final OfficeClient clerk = OfficeClient.as("billing");

    @Test
    void aRegisteredPersonIsSettledByTheDiseasesRateAndYearlyLimitAndBack() throws Exception {
        Person person = Person.employee();
        register(person, "M03900", "2026-01-01", "2026-12-31", null);
        HisStay first = outpatient(person, "20");
        login(page, "billing");
        page.navigate("/bill.xhtml?visit=" + first.visit());
        assertThat(page.locator("#registration-table")).containsText("M03900 高血压");
        page.locator("#visit-disease").fill("M03900");
        page.locator("#choose-disease").click();
        assertThat(page.locator("#remarks")).containsText("按门诊慢特病 M03900 待遇结算");
        assertThat(page.locator("#estimate-table .field-basic_fund")).containsText("1,800.00");
        page.locator("#submit-claim").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("#claim-state")).hasAttribute("data-state", "SETTLED", SOON);
        screenshot("registered-disease");

        HisStay second = outpatient(person, "20");
        visitFor(second, "M03900");
        SettledStay.settle(second);

        // of 2,400.00 at 75 % the cap of 3,000.00 leaves 1,200.00 after the first 1,800.00
        assertThat(fundOf(second)).isEqualTo("1200.00");
        assertThat(diseaseFund(person)).isEqualTo("3000.00|3000.00");
        assertThat(outpatientFund(person)).isEqualTo("0.00");

        SettledStay.reverse(first);
        assertThat(diseaseFund(person)).isEqualTo("1200.00|1200.00");
        SettledStay.settle(first);
        assertThat(fundOf(first)).isEqualTo("1800.00");
        assertThat(diseaseFund(person)).isEqualTo("3000.00|3000.00");
    }

    @Test
    void withoutARegistrationThatHoldsItIsSettledLikeAnyOtherAndSaysWhy() throws Exception {
        ordinary(Person.employee(), "未备案该病种");
        Person expired = Person.employee();
        register(expired, "M03900", "2025-01-01", "2026-06-30", null);
        ordinary(expired, "备案已过期");
        Person elsewhere = Person.employee();
        register(elsewhere, "M03900", "2025-01-01", null, "H99000000002");
        ordinary(elsewhere, "备案的定点医院不是本院");
    }

    @Test
    void aStayAndAClaimedVisitAreForNoDisease() throws Exception {
        HisStay stay = new HisStay(Person.employee());
        accepted(stay.admit());
        refused(stay, "YB-3006");
        HisStay visit = outpatient(Person.employee(), "1");
        SettledStay.settle(visit);
        refused(visit, "YB-3001");
    }

    private void ordinary(Person person, String why) throws Exception {
        HisStay visit = outpatient(person, "20");
        visitFor(visit, "M03900");
        SettledStay.settle(visit);

        JsonNode state = clerk.visit(visit.visit());
        assertThat(state.at("/remarks/0/zh").asText()).contains("按普通门诊结算").contains(why);
        assertThat(state.at("/claim/amounts/basic_fund").asText()).isEqualTo("1440.00");
        assertThat(outpatientFund(person)).isEqualTo("1440.00");
    }

    private void visitFor(HisStay visit, String disease) throws Exception {
        Answer answer =
                clerk.post("/api/visits/" + visit.visit() + "/registrations", "{\"disease\": \"" + disease + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("disease").asText()).isEqualTo(disease);
    }

    private void refused(HisStay visit, String code) throws Exception {
        Answer answer = clerk.post("/api/visits/" + visit.visit() + "/registrations", "{\"disease\": \"M03900\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
    }

    private HisStay outpatient(Person person, String quantity) throws Exception {
        HisStay visit = new HisStay(person);
        accepted(visit.register());
        accepted(visit.charges(charge(visit.id("1"), "NUR000", quantity, "120.00")));
        clerk.awaitMembership(visit.visit(), "VERIFIED");
        return visit;
    }

    private String fundOf(HisStay visit) throws Exception {
        return clerk.visit(visit.visit()).at("/claim/amounts/basic_fund").asText();
    }

    private static void register(Person person, String disease, String from, String to, String hospital)
            throws SQLException {
        OfficeDatabase.execute(
                "insert into payer_sandbox.registration (member_number, disease, name, valid_from, valid_to, hospital)"
                        + " select member_number, ?, '高血压', ?::date, ?::date, ? from payer_sandbox.member"
                        + " where identity_number = ?",
                disease,
                from,
                to,
                hospital,
                person.identityNumber());
    }

    /** What the fund paid for the disease this year, here and at the payer. */
    private static String diseaseFund(Person person) throws SQLException {
        return OfficeDatabase.value(
                "select d.fund, y.fund from disease_year d join payer_sandbox.disease_year y"
                        + " using (member_number, disease, year) join payer_sandbox.member m using (member_number)"
                        + " where m.identity_number = ?",
                person.identityNumber());
    }

    private static String outpatientFund(Person person) throws SQLException {
        return OfficeDatabase.value(
                "select year_outpatient_fund from person_year join payer_sandbox.member m using (member_number)"
                        + " where m.identity_number = ?",
                person.identityNumber());
    }
}
