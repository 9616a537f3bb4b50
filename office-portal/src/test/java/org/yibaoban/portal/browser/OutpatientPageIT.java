package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.SettledStay.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;

/** An outpatient visit from its registration to the money, within the yearly limit of the fund, and back. */
class OutpatientPageIT extends BrowserTest {

    private static final LocatorAssertions.HasAttributeOptions SOON =
            new LocatorAssertions.HasAttributeOptions().setTimeout(60_000);

    private final OfficeClient clerk = OfficeClient.as("billing");
    private final OfficeClient cashier = OfficeClient.as("cashier");

    @Test
    void visitsAreSettledUpToTheYearlyLimitPaidAndTakenBack() throws Exception {
        Person person = Person.employee();
        HisStay first = outpatient(person, "20");
        login(page, "billing");
        Locator row = page.locator("#billing-table tr", new Page.LocatorOptions().setHasText(first.visit()));
        assertThat(row).containsText("门诊");
        row.locator("a").click();
        assertThat(page.locator("#visit-status")).containsText("就诊中");
        settleOnThePage();
        assertThat(page.locator("#estimate-table .field-basic_fund")).containsText("1,440.00");
        assertThat(page.locator("#visit-status")).containsText("门诊");

        HisStay second = outpatient(person, "50");
        page.navigate("/bill.xhtml?visit=" + second.visit());
        assertThat(page.locator("#year-outpatientFund")).hasText("1,440.00");
        settleOnThePage();
        assertThat(page.locator("#estimate-table .field-basic_fund")).containsText("2,560.00");
        screenshot("outpatient-limit");
        assertThat(outpatientFund(person)).isEqualTo("4000.00|4000.00");

        JsonNode paid = cashier.post(
                        "/api/cashier/visits/" + first.visit() + "/payments",
                        "{\"seen\": 0, \"parts\": {\"CASH\": \"960.00\"}}")
                .json();
        assertThat(paid.path("owed").asText()).as(paid.toString()).isEqualTo("0.00");

        SettledStay.reverse(first);
        assertThat(outpatientFund(person)).isEqualTo("2560.00|2560.00");
        accepted(first.charges(charge(first.id("more"), "NUR000", "1", "120.00")));
        SettledStay.settle(first);
        // of 2,520.00 the fund would pay 1,512.00, and 1,440.00 are left
        assertThat(clerk.visit(first.visit()).at("/claim/amounts/basic_fund").asText())
                .isEqualTo("1440.00");
        assertThat(outpatientFund(person)).isEqualTo("4000.00|4000.00");
    }

    @Test
    void itEndsWithItsLastChargeAndALaterWordOfItsEndChangesNothing() throws Exception {
        HisStay visit = outpatient(Person.employee(), "1");
        SettledStay.settle(visit);
        String end = end(visit);

        accepted(visit.discharge());

        assertThat(end(visit)).isEqualTo(end).startsWith("DISCHARGED|t|t|");
        assertThat(clerk.visit(visit.visit()).at("/claim/state").asText()).isEqualTo("SETTLED");
        try (BrowserContext doctors = newContext()) {
            Page ward = doctors.newPage();
            login(ward, "ward");
            HisStay another = outpatient(Person.employee(), "1");
            assertThat(wardRow(ward, another)).hasCount(0);
        }
    }

    private void settleOnThePage() {
        page.locator("#submit-claim").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("#claim-state")).hasAttribute("data-state", "SETTLED", SOON);
    }

    private HisStay outpatient(Person person, String quantity) throws Exception {
        HisStay visit = new HisStay(person);
        accepted(visit.register());
        accepted(visit.charges(charge(visit.id("1"), "NUR000", quantity, "120.00")));
        clerk.awaitMembership(visit.visit(), "VERIFIED");
        return visit;
    }

    private static String end(HisStay visit) throws SQLException {
        return OfficeDatabase.value(
                "select v.status, v.ended_by_claim, v.discharged_at = (select max(service_time) from charge_line l"
                        + " where l.visit_id = v.id), v.discharged_at from visit v where v.number = ?",
                visit.visit());
    }

    /** What the year's fund for outpatient visits stands at, here and at the payer. */
    private static String outpatientFund(Person person) throws SQLException {
        return OfficeDatabase.value(
                "select p.year_outpatient_fund, y.outpatient_fund from person_year p"
                        + " join payer_sandbox.member m using (member_number)"
                        + " join payer_sandbox.member_year y using (member_number, year) where m.identity_number = ?",
                person.identityNumber());
    }
}
