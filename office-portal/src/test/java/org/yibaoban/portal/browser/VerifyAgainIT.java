package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.SettledStay.accepted;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;

/** Who is not insured, is insured since, and is asked about once more; found by the card's number. */
class VerifyAgainIT extends BrowserTest {

    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @Test
    void theOfficeFindsTheExceptionAndTheClerkHasThePayerAskedAgain() throws Exception {
        Person person = Person.stranger();
        HisStay stay = new HisStay(person);
        accepted(stay.admit());
        accepted(stay.charges(charge(stay.id("1"), "OWN001", "2", "268.00")));
        OfficeClient.as("billing").awaitMembership(stay.visit(), "REFUSED");
        login(page, "office");
        page.navigate("/exceptions.xhtml");
        page.locator("#exceptions-table .table-find").fill(stay.visit());
        Locator row = page.locator("#exceptions-table_data tr");
        assertThat(row).hasCount(1);
        assertThat(row).containsText("按自费结算");
        screenshot("exceptions");
        page.locator("#logout").click();

        OfficeDatabase.execute(
                "insert into payer_sandbox.member (member_number, identity_number, name, insurance_type, plan_id,"
                        + " category, poor, standing, account_balance)"
                        + " values (?, ?, ?, '310', 'hecheng-employee', 'in-service', false, 'ACTIVE', 10.00)",
                "9999" + person.identityNumber().substring(6, 17),
                person.identityNumber(),
                person.name());
        login(page, "billing");
        page.locator("#search").fill(person.identityNumber());
        page.keyboard().press("Enter");
        Locator found = page.locator("#billing-table_data tr", new Page.LocatorOptions().setHasText(stay.visit()));
        assertThat(found).hasCount(1);
        found.locator("a.patient-name").click();
        assertThat(page.locator("#membership")).containsText("自费");
        page.locator("#verify-again").click();
        assertThat(page.locator("#membership")).containsText("职工基本医疗保险", SOON);
        assertThat(page.locator("#blockers a.way")).hasCount(0);

        // by the member's number too; the officer is led to where a blocker is cleared
        page.navigate("/billing.xhtml");
        page.locator("#search").fill("9999" + person.identityNumber().substring(6, 17));
        page.keyboard().press("Enter");
        assertThat(found).hasCount(1);
        page.locator("#logout").click();
        login(page, "office");
        page.navigate("/bill.xhtml?visit=" + stay.visit());
        page.locator("#blockers a.way").first().click();
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/(consent|audit)\\.xhtml.*"));
    }
}
