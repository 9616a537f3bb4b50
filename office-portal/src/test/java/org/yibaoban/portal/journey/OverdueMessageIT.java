package org.yibaoban.portal.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;

import org.junit.jupiter.api.Test;
import org.yibaoban.portal.browser.BrowserTest;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeDatabase;

/** What has waited too long stands first at the message desk, and is applied all the same when its time comes. */
class OverdueMessageIT extends BrowserTest {

    @Test
    void aChargeWhoseAdmissionDoesNotComeIsShownFirstAndStillWaits() throws Exception {
        HisStay stay = new HisStay(Person.stranger());
        HisLine.send(stay.charges(charge(stay.id("1"), "NUR000", "1", "120.00")));
        OfficeDatabase.execute(
                "update raw_message set received_at = received_at - interval '400 days' where visit_number = ?",
                stay.visit());
        login(page, "office");

        page.navigate("/messages.xhtml");

        assertThat(page.locator("#messages-table tbody tr").first()).containsText(stay.visit());
        assertThat(page.locator("#messages-table tbody tr").first()).containsText("等待超时");

        HisLine.send(stay.admit());
        page.reload();
        assertThat(page.locator("#messages-table tbody tr").first()).not().containsText("等待超时");
    }
}
