package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.portal.his.Ft1;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.print.PrintedText;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;

/** The office's reports: on the page with charts, as files, made in the background and kept, and hung out masked. */
class ReportsPageIT extends BrowserTest {

    @ParameterizedTest
    @CsvSource({
        "MONTH, 定额执行情况, 月末预测",
        "SELF_INSPECTION, 三、医疗保险费用控制, 个人自费费用占医疗总费用的比例控制在20%以内",
        "DRUGS, 药品金额排名, 药品数量排名",
        "OVERRUNS, 科室结余与超支排名, 医生结余与超支排名",
        "PAYERS, 医保基金发生与拨付, 定额执行情况",
        "YEAR_ON_YEAR, 科室费用同期对比, 次均费用 Cost per stay（元 yuan）"
    })
    void eachReportIsThereOnThePageAsExcelAndAsPdf(String kind, String first, String second) throws Exception {
        discharged();
        login(page, "office");
        page.locator("#nav-reports").click();
        page.locator("#report-kind").selectOption(kind);
        assertThat(page.locator("#report-view")).containsText(first);
        assertThat(page.locator("#report-view")).containsText(second);
        screenshot(kind);

        Download workbook =
                page.waitForDownload(() -> page.locator("#report-excel").click());
        assertThat(Files.readAllBytes(workbook.path())).startsWith('P', 'K');
        Download print = page.waitForDownload(() -> page.locator("#report-pdf").click());
        assertThat(PrintedText.of(Files.readAllBytes(print.path())).replaceAll("\\s", ""))
                .contains(first.replaceAll("\\s", ""));
    }

    @Test
    void aChartIsDrawnOfTheDepartmentsChargesAndMaskedNamesAreMaskedOnThePageToo() throws Exception {
        discharged();
        login(page, "office");
        page.navigate("/reports.xhtml");
        page.locator("#report-kind").selectOption("YEAR_ON_YEAR");
        assertThat(page.locator(".report-chart canvas")).hasCount(1);
        assertThat(page.locator("#report-view")).containsText("心血管内科");
        page.locator("#report-kind").selectOption("OVERRUNS");
        assertThat(page.locator("#report-view")).containsText("柯鹤鸣");
        page.locator("#report-masked").check();
        assertThat(page.locator("#report-view")).containsText("柯**");
        assertThat(page.locator("#report-view")).not().containsText("柯鹤鸣");
    }

    @Test
    void aReportIsMadeInTheBackgroundKeptAndHungOutForTheWards() throws Exception {
        discharged();
        login(page, "office");
        page.navigate("/reports.xhtml");
        page.locator("#report-kind").selectOption("OVERRUNS");
        assertThat(page.locator("#report-name")).containsText("超支排名");
        page.locator("#report-masked").check();
        assertThat(page.locator("#report-view")).containsText("柯**");
        page.locator("#report-keep").click();
        Locator job = page.locator("#jobs-table tbody tr").first();
        assertThat(job).containsText("已完成");
        assertThat(job).containsText("超支排名");
        Download kept = page.waitForDownload(() ->
                job.locator("a", new Locator.LocatorOptions().setHasText("PDF")).click());
        assertThat(PrintedText.of(Files.readAllBytes(kept.path())))
                .contains("柯**")
                .doesNotContain("鹤鸣");
        job.locator("button").click();
        assertThat(job).not().containsText("公示");
        screenshot("kept");

        try (BrowserContext ward = newContext()) {
            Page doctor = ward.newPage();
            login(doctor, "ward");
            doctor.locator("#nav-bulletins").click();
            Locator posted = doctor.locator("#postings-table tbody tr").first();
            assertThat(posted).containsText("超支排名");
            Download print = doctor.waitForDownload(() -> posted.locator("a").click());
            assertThat(PrintedText.of(Files.readAllBytes(print.path())))
                    .contains("柯**")
                    .doesNotContain("鹤鸣");
        }
    }

    @Test
    void aPlansReportIsMadeOnceWhenItsTimeHasComeAndNoMoreAfterItIsEnded() throws Exception {
        login(page, "office");
        page.navigate("/reports.xhtml");
        page.locator("#plan-kind").selectOption("DRUGS");
        page.locator("#plan-day").fill("29");
        page.locator("#plan-add").click();
        assertThat(page.locator("#messages")).containsText("YB-8202");
        page.locator("#plan-day").fill("1");
        page.locator("#plan-time").fill("00:00");
        page.locator("#plan-add").click();
        assertThat(page.locator("#plans-table")).containsText("药品使用排名");
        // set before its day, as a plan is that has stood for a month
        OfficeDatabase.execute(
                "update report_plan set set_at = set_at - interval '40 days' where kind = 'DRUGS' and ended_at is null");

        Locator made = page.locator("#jobs-table tbody tr", new Page.LocatorOptions().setHasText("药品使用排名"));
        assertThat(made.first()).containsText("已完成");
        assertThat(made.first()).containsText("定时");
        assertThat(made.first())
                .containsText(YearMonth.parse(HisStay.now().toString().substring(0, 7))
                        .minusMonths(1)
                        .toString());
        page.locator("#plans-table tr", new Page.LocatorOptions().setHasText("药品使用排名"))
                .locator("button")
                .click();
        assertThat(page.locator("#plans-table")).not().containsText("药品使用排名");
        assertThat(OfficeDatabase.value("select count(*)::text from report_job j join report_plan p on p.id = j.plan_id"
                        + " where p.kind = 'DRUGS'"))
                .isEqualTo("1");
        assertThat(made).hasCount(1);
    }

    @Test
    void whatADepartmentWasAskedStandsInItsMonthsReportHoweverMuchWasAskedSince() throws Exception {
        YearMonth month = YearMonth.from(HisStay.now()).minusMonths(2);
        asked(1, month.atDay(1).toString(), "床日超支原因 " + month);
        asked(1001, month.plusMonths(1).atDay(1).toString(), "次均费用");
        login(page, "office");
        page.navigate("/reports.xhtml");
        page.locator("#month-earlier").click();
        page.locator("#month-earlier").click();
        assertThat(page.locator("#report-view")).containsText("床日超支原因 " + month);

        page.locator("#report-kind").selectOption("SELF_INSPECTION");
        assertThat(page.locator("#report-view")).containsText("询问科室 asked 1，已答复 answered 1");
    }

    /** Questions of an hour ago that are answered; those of another month are the newer ones. */
    private static void asked(int many, String month, String question) throws Exception {
        OfficeDatabase.execute(
                "insert into quota_query (id, department, month, subject, question, asked_at, asked_by, answer,"
                        + " answered_at, answered_by) select nextval('row_id'), '0304', cast(? as date), '', ?,"
                        + " now() - interval '1 hour', 'office', '已说明', now(), 'ward' from generate_series(1, "
                        + many + ")",
                month,
                question);
    }

    private static void discharged() throws Exception {
        HisStay stay = new HisStay(Person.employee());
        send(stay.admit());
        send(stay.charges(Ft1.charge(stay.id("1"), "CT0001", "30", "268.00")));
        OfficeClient.as("billing").awaitMembership(stay.visit(), "VERIFIED");
        send(stay.discharge());
    }

    private static void send(String message) throws Exception {
        assertThat(HisLine.send(message).code()).isEqualTo("AA");
    }
}
