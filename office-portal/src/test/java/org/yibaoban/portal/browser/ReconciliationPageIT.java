package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.PastStay;
import org.yibaoban.portal.his.PayerMood;

/** One officer reconciles a day and deals with what differs, another closes it. */
class ReconciliationPageIT extends BrowserTest {

    @AfterEach
    void behave() throws Exception {
        PayerMood.behave();
    }

    @Test
    void aDayIsReconciledItsDifferencesDealtWithAndClosedByAnother() throws Exception {
        LocalDate day = LocalDate.of(2026, 4, 8);
        PastStay.settled(day);
        String changed = PastStay.settled(day);
        String dropped = PastStay.reversed(day);
        PayerMood.books("statement-change=" + changed + "\nstatement-drop-reversal=" + dropped);
        login(page, "office");
        page.navigate("/reconciliation.xhtml");
        page.locator("#recon-day").fill(day.toString());
        page.locator("#recon-ask").click();
        assertThat(page.locator("#period-state")).hasAttribute("data-state", "UNEVEN");
        screenshot("1-uneven");

        page.getByText("仅医院撤销").click();
        assertThat(page.locator("#guide")).containsText("重发撤销");
        page.locator("#difference-resend").click();
        assertThat(page.locator("#steps")).containsText("医保已确认撤销");
        PayerMood.books("statement-change=" + changed);
        page.locator("#recon-again").click();
        assertThat(row("仅医院撤销")).containsText("已消除");

        page.getByText("金额不符").click();
        assertThat(page.locator("#amounts")).containsText("基本医保统筹基金");
        page.locator("#difference-accept").click();
        assertThat(page.locator("#messages")).containsText("YB-3107");
        page.locator("#difference-words").fill("医保零头处理，已核对");
        screenshot("2-difference");
        page.locator("#difference-accept").click();
        assertThat(row("金额不符")).containsText("以医保为准");
        page.locator("#recon-present").click();
        assertThat(page.locator("#period-state")).hasAttribute("data-state", "PRESENTED");

        try (BrowserContext othersSession = newContext()) {
            Page other = othersSession.newPage();
            login(other, "supervisor");
            other.locator("#language").click();
            other.navigate("/reconciliation.xhtml");
            other.locator("#recon-day").fill(day.toString());
            other.getByText(day.toString()).first().click();
            other.locator("#recon-close").click();
            other.locator(".ui-confirmdialog-yes").click();
            assertThat(other.locator("#period-state")).hasAttribute("data-state", "CLOSED");
            assertThat(other.locator("#period-persons")).containsText("supervisor");
            keep(other, "3-closed");
        }
    }

    private Locator row(String kind) {
        return page.locator("#differences tr", new Page.LocatorOptions().setHasText(kind));
    }
}
