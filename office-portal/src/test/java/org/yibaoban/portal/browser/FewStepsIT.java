package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;
import org.yibaoban.portal.print.PrintedText;

/**
 * A new clerk with nothing but the address: from the login to a settled and printed stay. Each field filled in and each
 * click is a step; how long the steps took on this machine stands in {@code target/few-steps.txt}.
 */
class FewStepsIT extends BrowserTest {

    private static final int MOST_STEPS = 8;

    private int steps;

    @Test
    void aStayIsSettledAndPrinted() throws Exception {
        HisStay stay = SettledStay.discharged(Person.employee());
        long start = System.nanoTime();

        page.navigate("/");
        fill("#username", "billing");
        fill("#password", "demo-2026");
        click("#login");
        fill("#search", stay.person().name());
        click("#search-go");
        click("#billing-table_data tr:has-text('" + stay.visit() + "') a.patient-name");
        click("#submit-claim");
        click(".ui-confirmdialog-yes");
        assertThat(page.locator("#claim-state"))
                .hasAttribute("data-state", "SETTLED", new LocatorAssertions.HasAttributeOptions().setTimeout(60_000));
        byte[] sheet = page.context()
                .request()
                .get(page.locator("#print-sheet").getAttribute("href"))
                .body();

        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        assertThat(PrintedText.of(sheet)).contains(stay.visit()).doesNotContain("预结算,未正式结算");
        assertThat(steps).isEqualTo(MOST_STEPS);
        Files.writeString(
                Path.of("target", "few-steps.txt"), steps + " steps and the print, " + seconds + " s by a machine\n");
    }

    private void fill(String field, String text) {
        steps++;
        page.locator(field).fill(text);
    }

    private void click(String what) {
        steps++;
        page.locator(what).first().click();
    }
}
