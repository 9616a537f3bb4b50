package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;

/** The office publishes, the ward reads and says so, the office sees who has; and complaints from taking to answering. */
class BulletinPageIT extends BrowserTest {

    @Test
    void isPublishedReadAndTakenOff() {
        String title = "门诊共济新政 " + System.nanoTime();
        login(page, "office");
        page.navigate("/bulletins.xhtml");
        page.locator("#bulletin-publish").click();
        assertThat(page.locator("#messages")).containsText("YB-3701");
        page.locator("#bulletin-kind").selectOption("POLICY");
        page.locator("#bulletin-title").fill(title);
        page.locator("#bulletin-words").fill("第一条 <b>不是标记</b>");
        page.locator("#bulletin-publish").click();
        assertThat(article(page, title)).containsText("第一条 <b>不是标记</b>");
        // what begins tomorrow is on file, and not yet for the desks
        page.locator("#bulletin-title").fill(title + "（二）");
        page.locator("#bulletin-words").fill("明日起");
        page.locator("#bulletin-from")
                .fill(HisStay.now().toLocalDate().plusDays(1).toString());
        page.locator("#bulletin-publish").click();
        assertThat(page.locator("#bulletin-table")).containsText(title + "（二）");

        try (BrowserContext wards = newContext()) {
            Page ward = wards.newPage();
            login(ward, "ward");
            ward.locator("#bulletin-news").click();
            assertThat(ward.locator("#bulletin-table")).hasCount(0);
            ward.locator("#bulletin-text").fill(title);
            assertThat(ward.locator("article.bulletin")).hasCount(1);
            keep(ward, "ward-unread");
            article(ward, title).locator(".bulletin-read").click();
            assertThat(article(ward, title).locator(".bulletin-done")).isVisible();

            page.reload();
            page.locator("#bulletin-table tr:not(:has-text('（二）'))", new Page.LocatorOptions().setHasText(title))
                    .locator("a")
                    .first()
                    .click();
            assertThat(page.locator("#bulletin-receipts")).containsText("ward");
            screenshot("receipts");
            page.locator("#bulletin-table tr:not(:has-text('（二）'))", new Page.LocatorOptions().setHasText(title))
                    .locator("a")
                    .nth(1)
                    .click();
            page.locator(".ui-confirmdialog-yes").click();
            assertThat(article(page, title)).hasCount(0);
            ward.reload();
            assertThat(article(ward, title)).hasCount(0);
        }
    }

    private static Locator article(Page person, String title) {
        return person.locator("article.bulletin", new Page.LocatorOptions().setHasText(title));
    }

    @Test
    void aComplaintIsTakenAssignedAnsweredAndCounted() {
        String text = "报销比例未说明 " + System.nanoTime();
        login(page, "office");
        page.navigate("/complaints.xhtml");
        page.locator("#complaint-save").click();
        assertThat(page.locator("#messages")).containsText("YB-3702");
        page.locator("#complaint-department").selectOption("0307");
        page.locator("#complaint-text").fill(text);
        page.locator("#complaint-save").click();
        Locator row = page.locator("#complaint-table_data tr", new Page.LocatorOptions().setHasText(text));
        assertThat(row).hasCount(1);
        int before = Integer.parseInt(counted().nth(1).textContent());

        row.locator("a.complaint-work").click();
        page.locator("#complaint-due").fill("2020-01-01");
        page.locator("#complaint-assignee").fill("沈医生");
        page.locator("#complaint-assign").click();
        assertThat(page.locator("#messages")).containsText("YB-3703");
        page.locator("#complaint-due").fill(HisStay.now().toLocalDate().toString());
        page.locator("#complaint-assign").click();
        assertThat(row).containsText("沈医生");
        page.locator("#complaint-reply").click();
        assertThat(page.locator("#messages")).containsText("YB-3107");
        page.locator("#complaint-answer").fill("已当面说明");
        page.locator("#complaint-justified").check();
        page.locator("#complaint-reply").click();
        assertThat(row).containsText("已当面说明");
        assertThat(row).containsText("属实");
        assertThat(row.locator("a.complaint-work")).hasCount(0);
        assertThat(counted().nth(1)).hasText(String.valueOf(before + 1));
        screenshot("answered");
    }

    private Locator counted() {
        return page.locator("#complaint-count tr", new Page.LocatorOptions().setHasText(departmentName()))
                .locator("td");
    }

    private String departmentName() {
        return page.locator("#complaint-department option[value='0307']").textContent();
    }
}
