package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.PastStay;
import org.yibaoban.portal.his.PayerMood;

/** What the payer owes by month; a payment is asked for, read or entered by one person and confirmed by another. */
class ClearingPageIT extends BrowserTest {

    @AfterEach
    void behave() throws Exception {
        PayerMood.behave();
    }

    @Test
    void aPaymentIsAskedForAndConfirmedByAnotherPerson() throws Exception {
        LocalDate day = LocalDate.of(2025, 9, 15);
        String paid = PastStay.settled(day);
        String deducted = PastStay.settled(day);
        PayerMood.books("clearing-deduct=" + deducted);
        login(page, "office");
        page.navigate("/clearing.xhtml");
        page.locator("#c-month").fill("2025-09");
        page.locator("#c-fetch").click();
        assertThat(page.locator("#payment-state")).hasAttribute("data-state", "ENTERED");
        assertThat(page.locator("#payment-lines")).containsText("医疗服务项目重复收费");
        String number = page.locator("#payment-head").innerText().split(" ")[0];
        confirm();
        assertThat(page.locator("#messages")).containsText("YB-3104");

        login(page, "supervisor");
        page.navigate("/clearing.xhtml");
        page.locator("#payments .table-find").fill(number);
        page.locator("#payments").getByText(number).click();
        confirm();
        assertThat(page.locator("#payment-state")).hasAttribute("data-state", "CONFIRMED");
        row("2025-09").getByText("2025-09").click();
        assertThat(page.locator("#standings tr", has(paid))).containsText("已付清");
        assertThat(page.locator("#standings tr", has(deducted))).containsText("少付");
        assertThat(row("2025-09")).containsText("职工医保");
        assertThat(row("2025-09")).containsText("10.00");
        accessible();
        screenshot("1-paid");
    }

    @Test
    void aTransferIsEnteredByHandAndAWrongFileIsRefused() throws Exception {
        String number = "B-" + UUID.randomUUID().toString().substring(0, 8);
        login(page, "office");
        page.navigate("/clearing.xhtml");
        page.locator("#c-file")
                .setInputFiles(new FilePayload(
                        "advice.json", "application/json", "{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
        page.locator("#c-read").click();
        assertThat(page.locator("#messages")).containsText("YB-3631");

        page.locator("#t-number").fill(number);
        page.locator("#t-amount").fill("9500");
        page.locator(".t-month").first().fill("2025-10");
        page.locator(".t-paid").first().fill("9400");
        page.locator(".t-retained").first().fill("500");
        page.locator("#t-enter").click();
        assertThat(page.locator("#messages")).containsText("YB-3633");
        assertThat(page.locator("#messages")).containsText("parts 9400.00, payment 9500.00");
        page.locator(".t-paid").first().fill("9500");
        page.locator("#t-enter").click();
        assertThat(page.locator("#payment-state")).hasAttribute("data-state", "ENTERED");
        assertThat(row("2025-10")).containsText("9,500.00");
        screenshot("1-entered");

        page.locator("#deed-reject").click();
        assertThat(page.locator("#messages")).containsText("YB-3107");
        page.locator("#deed-why").fill("金额抄错");
        page.locator("#deed-reject").click();
        assertThat(page.locator("#payment-state")).hasAttribute("data-state", "REJECTED");
        assertThat(row("2025-10")).hasCount(0);

        page.locator("#language").click();
        page.navigate("/clearing.xhtml");
        assertThat(page.locator("h1")).containsText("Clearing");
        screenshot("2-english");
        accessible();
    }

    /** Looked at when the link that was followed is ready again: until then PrimeFaces shows it faded. */
    private void accessible() {
        assertThat(page.locator("a.ui-commandlink.ui-state-disabled, a.ui-commandlink.ui-state-loading"))
                .hasCount(0);
        List<String> faults = Axe.faults(page).stream().map(Object::toString).toList();
        Assertions.assertEquals(List.of(), faults);
    }

    private void confirm() {
        page.locator("#deed-confirm").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator(".ui-confirmdialog-yes")).isHidden();
    }

    private Locator row(String month) {
        return page.locator("#clearings tbody tr", has(month));
    }

    private static Page.LocatorOptions has(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
