package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;

/** The billing clerk's main job without a mouse: from the login to the settled stay and its sheet. */
class KeyboardIT extends BrowserTest {

    /** More key strokes than this from one control to the next are a fault of the page. */
    private static final int MOST_TABS = 30;

    private static final LocatorAssertions.HasAttributeOptions SETTLED_SOON =
            new LocatorAssertions.HasAttributeOptions().setTimeout(60_000);

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void aStayIsFoundSettledAndPrinted(String language) throws Exception {
        HisStay stay = SettledStay.discharged(Person.employee());
        page.navigate("/login.xhtml");
        if (language.equals("en")) {
            tabTo("#language");
            press("Enter");
            assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile("en.*"));
            page.navigate("/login.xhtml");
        }
        // the browser gives the first focus some time after the page is there; a key before it is lost
        assertThat(page.locator("#username")).isFocused();
        write("billing");
        tabTo("#password");
        write("demo-2026");
        press("Enter");
        page.waitForURL("**/billing.xhtml");

        assertThat(page.locator("#search")).isFocused();
        write(stay.visit());
        press("Enter");
        // what waits to be settled is listed before anything was looked for
        assertThat(page.locator("#billing-table .ui-datatable-header")).hasText(Pattern.compile("查找结果|Found"));
        assertThat(page.locator("#billing-table_data")).containsText(stay.visit());
        tabTo("#billing-table_data a.patient-name");
        press("Enter");
        page.waitForURL("**/bill.xhtml?visit=" + stay.visit());

        tabTo("#submit-claim");
        press("Enter");
        tabTo(".ui-confirmdialog-yes");
        press("Enter");
        assertThat(page.locator("#claim-state")).hasAttribute("data-state", "SETTLED", SETTLED_SOON);

        tabTo("#print-sheet");
        Page sheet = page.context().waitForPage(() -> press("Enter"));
        assertThat(sheet).hasURL(Pattern.compile(".*/billing/sheet\\?visit=" + stay.visit()));
        page.bringToFront();

        tabTo("#estimate-table a.explain");
        press("Enter");
        assertThat(page.locator("#explanation")).isVisible();
        press("Escape");
        assertThat(page.locator("#explanation")).isHidden();
        screenshot(language + "-settled");
    }

    private void write(String text) {
        page.keyboard().type(text);
    }

    private void press(String key) {
        page.keyboard().press(key);
    }

    /** Presses Tab until the first element of the selector has the focus, from the top of the page at the latest. */
    private void tabTo(String selector) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            if ((boolean) page.evaluate("s => document.activeElement === document.querySelector(s)", selector)) {
                return;
            }
            press("Tab");
        }
        fail("%s has no focus after %d tabs; the focus is on %s"
                .formatted(selector, MOST_TABS, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")));
    }
}
