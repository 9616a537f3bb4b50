package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.SettledStay.accepted;

import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;

/** A doctor tries an order on the ward's page of a stay. */
class OrderTryIT extends BrowserTest {

    @Test
    void saysWhoPaysAndKeepsNothing() throws Exception {
        HisStay stay = new HisStay(Person.employee());
        accepted(stay.admit());
        accepted(stay.charges(charge(stay.id("1"), "NUR000", "10", "120.00")));
        OfficeClient.as("billing").awaitMembership(stay.visit(), "VERIFIED");
        login(page, "ward");
        page.navigate("/stay.xhtml?visit=" + stay.visit());
        String answers = OfficeDatabase.value("select count(*)::text from cds_answer");

        // by the initials of the pinyin of 注射用复方营养因子, then by code
        page.locator("#try-text").fill("zsyffyyyz");
        page.locator("a.try-add").first().click();
        assertThat(page.locator("#try-order")).containsText("OWN001");
        page.locator("#try-text").fill("MRI001");
        page.locator("a.try-add").first().click();
        assertThat(page.locator("#try-order")).containsText("MRI001");
        page.locator(".try-quantity").first().fill("0");
        page.locator("#try-ask").click();
        assertThat(page.locator("#messages")).containsText("数量");
        page.locator(".try-quantity").first().fill("2");
        page.locator("#try-ask").click();

        assertThat(page.locator("#try-total")).hasText("1,156.00");
        // all of the drug; of the scan its first share of 10 % and 15 % of what is left above the deductible of 900
        assertThat(page.locator("#try-patient")).hasText("681.70");
        assertThat(page.locator("#try-fund")).hasText("474.30");
        assertThat(page.locator("#try-items")).containsText("需签知情同意");
        assertThat(page.locator("#try-findings")).containsText("知情同意");
        screenshot("tried");
        assertThat(page.locator("#bill-total")).hasText("1,200.00");
        org.assertj.core.api.Assertions.assertThat(OfficeDatabase.value("select count(*)::text from cds_answer"))
                .isEqualTo(answers);
    }
}
