package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.SettledStay.accepted;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;

/** What others do is seen on pages that are open, without a reload. */
class LivePagesIT extends BrowserTest {

    /** A mark that a reload would take away. */
    private static final String MARK = "() => { window.neverReloaded = true; }";

    private static final String MARKED = "() => window.neverReloaded === true";

    @Test
    void aMessageShowsOnTheOpenMessageDesk() throws Exception {
        HisStay stay = new HisStay(Person.employee());
        login(page, "office");
        page.navigate("/messages.xhtml");
        page.locator("#messages-filter").fill(stay.visit());
        assertThat(page.locator("#messages-table_data")).not().containsText(stay.visit());
        page.evaluate(MARK);

        accepted(stay.admit());

        assertThat(page.locator("#messages-table_data tr", new Page.LocatorOptions().setHasText(stay.visit())))
                .hasCount(1, soon());
        assertThat(page.locator("#messages-filter")).hasValue(stay.visit());
        assertThat(page.evaluate(MARKED)).isEqualTo(true);
    }

    @Test
    void aClaimIsSettledOnTheOpenBillAndTheOpenList() throws Exception {
        HisStay stay = SettledStay.discharged(Person.employee());
        HisStay other = SettledStay.discharged(Person.employee());
        login(page, "billing");
        page.navigate("/bill.xhtml?visit=" + stay.visit());
        assertThat(page.locator("#claim-state")).hasAttribute("data-state", "NONE");
        page.evaluate(MARK);
        try (BrowserContext context = newContext()) {
            Page list = context.newPage();
            login(list, "billing");
            list.locator("#search").fill(stay.visit());
            list.locator("#search-go").click();
            Locator row = list.locator("#billing-table_data tr");
            assertThat(row).hasCount(1);
            list.locator("#search").fill("not asked for yet");

            SettledStay.settle(other);
            SettledStay.settle(stay);

            assertThat(page.locator("#claim-state")).hasAttribute("data-state", "SETTLED", attributeSoon());
            assertThat(page.locator("#claim-history")).containsText("已结算");
            assertThat(row.locator(".claim-SETTLED")).hasCount(1, soon());
            assertThat(list.locator("#search")).hasValue("not asked for yet");
        }
        assertThat(page.evaluate(MARKED)).isEqualTo(true);
    }

    private static LocatorAssertions.HasCountOptions soon() {
        return new LocatorAssertions.HasCountOptions().setTimeout(3000);
    }

    private static LocatorAssertions.HasAttributeOptions attributeSoon() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(3000);
    }
}
