package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;
import org.yibaoban.portal.server.OfficeClient;

/** The office stops the line to the payer and opens it again; two clerks settle the same stay. */
class PayerPageIT extends BrowserTest {

    private static final LocatorAssertions.HasAttributeOptions SOON =
            new LocatorAssertions.HasAttributeOptions().setTimeout(60_000);

    @AfterEach
    void open() throws Exception {
        OfficeClient.as("office").post("/api/payer/resumption", "{\"reason\": \"测试结束\"}");
    }

    @Test
    void theOfficeStopsTheLineAClaimWaitsAndGoesOutWhenItIsOpened() throws Exception {
        HisStay stay = SettledStay.discharged(Person.employee());
        login(page, "office");
        page.navigate("/payer.xhtml");
        assertThat(page.locator("#line")).hasAttribute("data-stopped", "false");
        page.locator("#line-stop").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("#messages")).containsText("YB-3107");
        page.locator("#line-reason").fill("医保系统维护");
        page.locator("#line-stop").click();
        screenshot("1-confirm");
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("#line")).hasAttribute("data-stopped", "true");

        try (BrowserContext clerksSession = newContext()) {
            Page clerk = clerksSession.newPage();
            login(clerk, "billing");
            clerk.navigate("/bill.xhtml?visit=" + stay.visit());
            assertThat(clerk.locator("#line-stopped")).containsText("医保系统维护");
            submit(clerk);
            assertThat(clerk.locator("#claim-state")).hasAttribute("data-state", "QUEUED");
            keep(clerk, "2-waiting");
        }

        page.reload();
        assertThat(page.locator("#queue")).containsText(stay.visit());
        screenshot("3-queue");
        page.locator("#line-reason").fill("维护结束");
        page.locator("#line-resume").click();
        assertThat(page.locator("#line")).hasAttribute("data-stopped", "false");
        assertThat(page.locator("#line-history")).containsText("维护结束");
        OfficeClient.as("billing").awaitClaim(stay.visit(), "SETTLED");
    }

    @Test
    void ofTwoClerksAtOneStayOneWinsAndTheOtherIsTold() throws Exception {
        HisStay stay = SettledStay.discharged(Person.employee());
        login(page, "billing");
        page.navigate("/bill.xhtml?visit=" + stay.visit());
        try (BrowserContext othersSession = newContext()) {
            Page other = othersSession.newPage();
            login(other, "billing");
            other.navigate("/bill.xhtml?visit=" + stay.visit());
            page.locator("#submit-claim").click();
            other.locator("#submit-claim").click();
            page.locator(".ui-confirmdialog-yes").click();
            other.locator(".ui-confirmdialog-yes").click();

            assertThat(other.locator("#messages")).containsText("YB-3001");
            assertThat(other.locator("#messages")).containsText("该就诊已有未完结的申报");
            keep(other, "told");
            assertThat(page.locator("#claim-state")).hasAttribute("data-state", "SETTLED", SOON);
            assertThat(other.locator("#claim-state")).hasAttribute("data-state", "SETTLED", SOON);
            Assertions.assertEquals(
                    page.locator("#claim-identifier").textContent(),
                    other.locator("#claim-identifier").textContent());
        }
    }

    @Test
    void theLineIsTheOfficesAlone() {
        login(page, "billing");
        Assertions.assertEquals(403, page.navigate("/payer.xhtml").status());
    }

    private static void submit(Page clerk) {
        clerk.locator("#submit-claim").click();
        clerk.locator(".ui-confirmdialog-yes").click();
    }
}
