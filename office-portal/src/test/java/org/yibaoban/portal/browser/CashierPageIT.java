package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;

/** The cashier's desk without a mouse: share taken, receipt printed; then the money goes back through a second person. */
class CashierPageIT extends BrowserTest {

    private static final int MOST_TABS = 40;

    @Test
    void aShareIsTakenAndPrintedByKeyboardAndVoidedByTwoPersons() throws Exception {
        HisStay stay = SettledStay.of(Person.stranger());
        login(page, "cashier");
        page.waitForURL("**/cashier.xhtml");
        assertThat(page.locator("#search")).isFocused();
        assertThat(page.locator("#owing-table")).isVisible();
        screenshot("owing");
        page.keyboard().type(stay.visit());
        page.keyboard().press("Enter");
        page.waitForURL("**/cashier.xhtml?visit=" + stay.visit());
        assertThat(page.locator("#owed")).hasText("2,400.00");
        assertThat(page.locator("#cash")).isFocused();
        assertThat(page.locator("#cash")).hasValue("2400.00");
        // settled as self-paying: the reason is in view where the money is taken
        assertThat(page.locator("#money-note")).isVisible();
        screenshot("due");
        tabTo("#take-share");
        page.keyboard().press("Enter");
        assertThat(page.locator("#owed")).hasText("0.00");
        tabTo("a.print-receipt");
        Page receipt = page.context().waitForPage(() -> page.keyboard().press("Enter"));
        assertThat(receipt).hasURL(Pattern.compile(".*/cashier/receipt\\?number=SK-.*"));
        page.bringToFront();
        String number = page.locator("a.print-receipt").innerText();
        var pdf = page.request().get("/cashier/receipt?number=" + number);
        Assertions.assertThat(pdf.headers().get("content-type")).isEqualTo("application/pdf");

        tabTo("a.void-receipt");
        page.keyboard().press("Enter");
        assertThat(page.locator("#void-reason")).isVisible();
        tabTo("#void-reason");
        page.keyboard().type("收错患者");
        tabTo("#void-ask");
        page.keyboard().press("Enter");
        assertThat(page.locator("#voids")).containsText("收错患者");
        screenshot("asked");
        try (BrowserContext second = newContext()) {
            Page officer = second.newPage();
            login(officer, "office");
            officer.navigate("/cashier.xhtml?visit=" + stay.visit());
            var row = officer.locator("#voids tr", new Page.LocatorOptions().setHasText(number));
            row.locator(".void-yes").click();
            officer.locator(".ui-confirmdialog-yes").click();
            assertThat(officer.locator("#owed")).hasText("2,400.00");
            assertThat(officer.locator("#take-share")).hasCount(0);
        }
    }

    @Test
    void theDayIsClosedAndReceived() throws Exception {
        HisStay stay = SettledStay.of(Person.stranger());
        login(page, "cashier");
        page.navigate("/cashier.xhtml?visit=" + stay.visit());
        assertThat(page.locator("#cash")).isFocused();
        tabTo("#take-share");
        page.keyboard().press("Enter");
        assertThat(page.locator("#owed")).hasText("0.00");
        page.navigate("/closing.xhtml");
        assertThat(page.locator("#cash")).isFocused();
        page.keyboard().type("0.05");
        tabTo("#closing-reason");
        page.keyboard().type("零钱短少，待查");
        tabTo("#receiver");
        page.locator("#receiver").selectOption("office");
        tabTo("#close");
        page.keyboard().press("Enter");
        assertThat(page.locator("#open-count")).hasText("0");
        assertThat(page.locator("#closings")).containsText("零钱短少，待查");
        screenshot("closed");
        try (BrowserContext second = newContext()) {
            Page officer = second.newPage();
            login(officer, "office");
            officer.navigate("/closing.xhtml");
            String id = officer.locator("a.print-closing").first().innerText();
            var pdf = officer.request().get("/cashier/closing?id=" + id);
            Assertions.assertThat(pdf.headers().get("content-type")).isEqualTo("application/pdf");
            officer.locator(".closing-yes").first().click();
            officer.locator(".ui-confirmdialog-yes").click();
            assertThat(officer.locator("#messages")).containsText("已确认接收");
        }
    }

    private void tabTo(String selector) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            if ((boolean) page.evaluate("s => document.activeElement === document.querySelector(s)", selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        fail("%s has no focus after %d tabs; the focus is on %s"
                .formatted(selector, MOST_TABS, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")));
    }
}
