package org.yibaoban.portal.tabular;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.browser.BrowserTest;

/** The page 数据导入 in a real browser. */
class TablesPageIT extends BrowserTest {

    private static final LocatorAssertions.HasTextOptions LONG =
            new LocatorAssertions.HasTextOptions().setTimeout(20_000);

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aFileIsTriedShownWithItsRejectedRowsAndLoaded() throws Exception {
        login(page, "office");
        page.locator("#nav-tables").click();
        assertThat(page.locator("h1")).hasText("数据导入");
        give("住院号,患者编号,姓名,性别,就诊类型,入院时间,科室代码,病区代码,备注\n"
                + "B" + run + "1,P" + run + ",测试,男,住院,2026-11-20 08:30,0304,W0304A,\n"
                + "B" + run + "2,P" + run + ",测试,男,住院,昨天,0304,W0304A,\n");

        assertThat(page.locator("#load-state")).hasText("试运行完成，未入账", LONG);
        assertThat(page.locator("#load-loaded")).hasText("1");
        assertThat(page.locator("#load-rejected")).hasText("1");
        assertThat(page.locator("#load-rejects")).containsText("不是有效的日期或时间");
        assertThat(page.locator("#load-unknown")).containsText("备注");
        Download csv = page.waitForDownload(() -> page.locator("#load-csv").click());
        String text = Files.readString(csv.path());
        org.assertj.core.api.Assertions.assertThat(text).contains("TB-05", "昨天");
        screenshot("tried");

        page.locator("#load-start").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#load-state")).hasText("已完成", LONG);
        assertThat(page.locator("#tables-history")).containsText("test.csv");
        page.locator("#language").click();
        assertThat(page.locator("#load-state")).hasText("Done");
    }

    @Test
    void aDoctorHasNoSuchPage() {
        login(page, "ward");
        assertThat(page.locator("#nav-tables")).hasCount(0);
        page.navigate("/tables.xhtml");
        assertThat(page.locator("#load-state")).hasCount(0);
        assertThat(page.locator("body")).containsText("无权访问");
    }

    private void give(String text) {
        page.locator("#tables-upload").getByLabel("对照表").selectOption(new SelectOption().setLabel("入院登记 (his)"));
        page.locator("#tables-upload")
                .getByLabel("文件")
                .setInputFiles(new FilePayload("test.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        page.locator("#tables-send").click();
    }
}
