package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.server.OfficeClient.claim;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;

/** The office tries a plan before it is put in force, in a real browser. */
class PlanningPageIT extends BrowserTest {

    private static final Path PLANS = Path.of(System.getenv("YIBAOBAN_CONFIG_DIR"), "plans");

    @BeforeEach
    void openThePage() {
        login(page, "office");
        page.locator("#nav-planning").click();
    }

    @Test
    void theHospitalsOwnCasesHoldUnderThePlansInForce() {
        page.locator("#run-own").click();

        assertThat(page.locator("#casebook-count")).containsText("相符");
        assertThat(page.locator("#casebook-faults")).hasCount(0);
        String count = page.locator("#casebook-count").textContent().replaceAll("[^0-9/]", "");
        assertThat(count.split("/")[0]).isEqualTo(count.split("/")[1]).isNotEqualTo("0");
    }

    @Test
    void aBroughtPlanMakesTheCasesThatItBreaksVisible() throws IOException {
        bring("hecheng-employee.yaml", plan("hecheng-employee").replaceFirst("value: 0\\.85\\b", "value: 0.86"));
        assertThat(page.locator("#candidate")).containsText("hecheng-employee");

        page.locator("#run-own").click();

        assertThat(page.locator("#casebook-table")).containsText("basic_fund");
        screenshot("broken-cases");
    }

    @Test
    void aPlanWithAFaultIsRefusedWithItsLine() throws IOException {
        bring("hecheng-employee.yaml", plan("hecheng-employee").replaceFirst("value: 0\\.85\\b", "value: 1.85"));

        assertThat(page.locator("#messages")).containsText("hecheng-employee.yaml:");
        assertThat(page.locator("#candidate")).hasCount(0);
        page.locator("#bring-plan").click();
        assertThat(page.locator("#messages")).containsText("请先选择文件");
        bring("<b>x</b>.yaml", "<script>alert(1)</script>");
        assertThat(page.locator("#messages")).containsText("方案文件有误");
    }

    @Test
    void aPeriodIsSettledAgainUnderABroughtPlanAndGoesToExcel() throws Exception {
        settled();
        bring("hecheng-employee.yaml", plan("hecheng-employee").replaceFirst("value: 0\\.85\\b", "value: 0.80"));

        page.locator("#plan").selectOption("hecheng-employee");
        page.locator("#compare").click();

        assertThat(page.locator("#whatif-stays")).containsText("已测算人次");
        String difference =
                page.locator("#whatif-layers tr.field-basic_fund td").nth(2).textContent();
        assertThat(difference).startsWith("-");
        assertThat(page.locator("#whatif-departments")).containsText("心血管内科");
        screenshot("compared");
        Download workbook =
                page.waitForDownload(() -> page.locator("#whatif-excel").click());
        assertThat(workbook.suggestedFilename()).isEqualTo("what-if-hecheng-employee.xlsx");
        assertThat(Files.size(workbook.path())).isPositive();
    }

    @Test
    void theSamePageSpeaksEnglish() {
        page.locator("#language").click();

        assertThat(page.locator("h1")).hasText("Try a plan");
    }

    private void bring(String name, String text) {
        page.locator("#plan-file")
                .setInputFiles(new FilePayload(name, "application/yaml", text.getBytes(StandardCharsets.UTF_8)));
        page.locator("#bring-plan").click();
    }

    private static String plan(String id) throws IOException {
        String text = Files.readString(PLANS.resolve(id + ".yaml"));
        assertThat(text).containsPattern("value: 0\\.85\\b");
        return text;
    }

    private static void settled() throws Exception {
        OfficeClient clerk = OfficeClient.as("billing");
        HisStay stay = new HisStay(Person.employee());
        for (String message : new String[] {
            stay.admit(), stay.charges(charge(stay.id("1"), "NUR000", "20", "120.00")), stay.discharge()
        }) {
            assertThat(HisLine.send(message).code()).isEqualTo("AA");
        }
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        assertThat(clerk.claim(stay.visit()).status()).isEqualTo(202);
        clerk.awaitVisit(stay.visit(), state -> claim(state).equals("SETTLED"));
    }
}
