package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.PastStay;
import org.yibaoban.portal.his.PayerMood;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;
import org.yibaoban.portal.his.WrittenReceipt;

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

    @Test
    void theHospitalsOwnBooksStandBesideAndADifferenceLeadsToWhereItIsMended() throws Exception {
        LocalDate day = LocalDate.of(2025, 4, 8);
        PastStay.settled(day);
        HisStay late = SettledStay.of(Person.retired());
        PastStay.moved(late, day);
        SettledStay.accepted(late.cancelDischarge());
        SettledStay.accepted(late.charges(charge(late.id("late"), "NUR000", "1", "120.00")));
        HisStay twice = SettledStay.of(Person.retired());
        String claim = PastStay.moved(twice, day);
        WrittenReceipt.of(claim, day, "MOBILE", "2400.00");
        WrittenReceipt.of(claim, day.plusDays(1), "CASH", "35.50");
        login(page, "office");
        page.navigate("/reconciliation.xhtml");
        page.locator("#recon-day").fill(day.toString());
        page.locator("#recon-ask").click();
        assertThat(page.locator("#period-state")).hasAttribute("data-state", "UNEVEN");
        assertThat(page.locator("#charge-gap")).containsText("-120.00");
        assertThat(page.locator("#own-owed")).containsText("2 笔未付清");
        assertThat(page.locator("#till-sums")).containsText("2,400.00");
        screenshot("4-own-books");

        page.locator("#differences").getByText("结算后补费").click();
        assertThat(page.locator("#guide")).containsText("申请撤销后重新结算");
        assertThat(page.locator("#amounts")).containsText("2,520.00");
        assertThat(page.locator("#difference-bill")).hasAttribute("href", Pattern.compile(".*" + late.visit()));
        assertThat(page.locator("#difference-accept")).hasCount(0);
        assertThat(page.locator("#difference-status")).hasCount(0);
        screenshot("5-late-charge");
        page.locator("#difference-words").fill("误记，HIS 已冲减");
        page.locator("#difference-explain").click();
        assertThat(row("结算后补费")).containsText("已说明");

        page.locator("#differences").getByText("收费处多收").click();
        page.locator("#difference-cashier").click();
        assertThat(page.locator("h1")).isVisible();
        org.assertj.core.api.Assertions.assertThat(page.url())
                .contains("cashier.xhtml")
                .contains(twice.visit());
    }

    private Locator row(String kind) {
        return page.locator("#differences tr", new Page.LocatorOptions().setHasText(kind));
    }
}
