package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.Ft1;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeDatabase;

/** The office keeps quotas on its page, and asks departments, in a real browser. */
class QuotaPageIT extends BrowserTest {

    private static final String DOCTOR = "D990000000005";

    @Test
    void theSeedIsThereAndAChangeKeepsWhoWhenAndWhy() {
        open(page);
        Locator seeded = rowOf(page, "0301", "次均费用");
        assertThat(seeded).containsText("5,200.00");
        assertThat(seeded).containsText("config");
        seeded.locator("a").first().click();
        assertThat(page.locator("#quota-code")).hasValue("0301");
        page.locator("#quota-limit").fill("5300");
        page.locator("#quota-save").click();
        assertThat(page.locator("#messages")).containsText("YB-3107");
        page.locator("#quota-limit").fill("5300");
        page.locator("#quota-reason").fill("冬季重症增加");
        page.locator("#quota-save").click();
        assertThat(rowOf(page, "0301", "次均费用")).containsText("5,300.00");

        rowOf(page, "0301", "次均费用").locator("a").first().click();
        Locator history = page.locator("#history-table");
        assertThat(history).containsText("冬季重症增加");
        assertThat(history).containsText("office");
        assertThat(history).containsText("5,200.00");
        screenshot("history");
    }

    @Test
    void aDoctorGetsSeveralQuotasButNotTwoOfTheSame() {
        open(page);
        set("SELF_PAID_SHARE", "20");
        assertThat(rowOf(page, DOCTOR, "自费率")).containsText("20.00 %");
        set("STAYS", "40");
        assertThat(rowOf(page, DOCTOR, "出院人次")).containsText("40.00");
        set("STAYS", "41");
        assertThat(page.locator("#messages")).containsText("YB-8002");
        rowOf(page, DOCTOR, "出院人次").locator("a").first().click();
        assertThat(page.locator("#quota-withdraw")).isVisible();
        page.locator("#quota-reason").fill("调岗");
        page.locator("#quota-withdraw").click();
        assertThat(rowOf(page, DOCTOR, "出院人次")).hasCount(0);
    }

    @Test
    void aQuotaThatIsOverrunAlreadyWarnsWhenItIsSetNotAtTheNextCharge() throws Exception {
        HisStay stay = new HisStay(Person.stranger());
        assertThat(HisLine.send(stay.admit()).code()).isEqualTo("AA");
        assertThat(HisLine.send(stay.charges(Ft1.charge(stay.id("1"), "CT0001", "1", "268.00")))
                        .code())
                .isEqualTo("AA");
        open(page);
        page.locator("#quota-scope").selectOption("DOCTOR");
        page.locator("#quota-code").fill("D990000000013");
        page.locator("#quota-measure").selectOption("TOTAL_CHARGES");
        page.locator("#quota-limit").fill("1");
        page.locator("#quota-reason").fill("年度分配");
        page.locator("#quota-save").click();
        assertThat(rowOf(page, "D990000000013", "总费用")).containsText("1.00");

        page.navigate("/office.xhtml");
        assertThat(page.locator(".quota-warning").filter(new Locator.FilterOptions().setHasText("柯鹤鸣")))
                .containsText("100 %");
        assertThat(OfficeDatabase.rows("select level, overtaken from quota_warning where scope = 'DOCTOR'"
                        + " and code = 'D990000000013' and measure = 'total_charges' order by level"))
                .containsExactly("80|t", "90|t", "100|f");
    }

    @Test
    void anUnknownCodeAndAWrongLevelAreRefused() {
        open(page);
        page.locator("#quota-code").fill("9999");
        page.locator("#quota-limit").fill("100");
        page.locator("#quota-reason").fill("x");
        page.locator("#quota-save").click();
        assertThat(page.locator("#messages")).containsText("YB-8001");
        page.locator("#quota-levels").fill("90,80");
        page.locator("#quota-save").click();
        assertThat(page.locator("#messages")).containsText("定额填写有误");
    }

    @Test
    void whoLookedBeforeAnotherPersonsChangeLooksAgain() {
        open(page);
        rowOf(page, "0302", "次均费用").locator("a").first().click();
        assertThat(page.locator("#quota-code")).hasValue("0302");
        try (BrowserContext second = newContext()) {
            Page other = second.newPage();
            login(other, "supervisor");
            other.navigate("/quotas.xhtml");
            rowOf(other, "0302", "次均费用").locator("a").first().click();
            assertThat(other.locator("#quota-code")).hasValue("0302");
            other.locator("#quota-limit").fill("4900");
            other.locator("#quota-reason").fill("主任会议");
            other.locator("#quota-save").click();
            assertThat(rowOf(other, "0302", "次均费用")).containsText("4,900.00");
        }
        page.locator("#quota-limit").fill("4700");
        page.locator("#quota-reason").fill("重复");
        page.locator("#quota-save").click();
        assertThat(page.locator("#messages")).containsText("YB-8003");
        assertThat(rowOf(page, "0302", "次均费用")).containsText("4,900.00");
    }

    @Test
    void lastYearsQuotasAreCopiedWithAPercentageAfterAPreview() {
        open(page);
        page.locator("#copy-year").fill("2026");
        page.locator("#copy-percent").fill("10");
        page.locator("#copy-preview").click();
        Locator row = page.locator("#copy-table tr", withText("普通外科")).first();
        assertThat(row).containsText("2027-01-01");
        assertThat(page.locator("#quota-table")).not().containsText("2027-01-01");
        screenshot("copy");
        page.locator("#copy-reason").fill("2027 年度分配");
        page.locator("#copy-do").click();
        assertThat(page.locator("#messages")).containsText("已复制到下一年");
        page.locator("#copy-preview").click();
        assertThat(page.locator("#copy-table")).containsText("已有定额，不复制");
    }

    @Test
    void theDepartmentAnswersTheOfficeOnceAndBothStayOnFile() throws SQLException {
        open(page);
        page.locator("#query-department").selectOption("0304");
        page.locator("#query-subject").fill("11 月费用达 90 %");
        page.locator("#query-question").fill("请说明支架耗材增长原因");
        page.locator("#query-ask").click();
        assertThat(page.locator("#queries-table")).containsText("待答复");
        try (BrowserContext ward = newContext()) {
            Page doctor = ward.newPage();
            login(doctor, "ward");
            Locator query = doctor.locator("#queries-table tr", withText("请说明支架耗材增长原因"));
            assertThat(query).containsText("待答复");
            keep(doctor, "asked");
            query.locator("textarea").fill("急诊介入病例增加");
            query.locator("button").click();
            assertThat(doctor.locator("#messages")).containsText("已答复医保办");
            assertThat(doctor.locator("#queries-table")).containsText("急诊介入病例增加");
        }
        page.reload();
        assertThat(page.locator("#queries-table")).containsText("急诊介入病例增加");
        screenshot("answered");
        assertThatThrownBy(() -> OfficeDatabase.execute("update quota_query set answer = 'x' where answer is not null"))
                .hasMessageContaining("stays on file");
        assertThatThrownBy(() -> OfficeDatabase.execute("update quota_version set quota_limit = 1"))
                .hasMessageContaining("append-only");
    }

    @Test
    void onlyTheOfficeKeepsQuotas() {
        login(page, "ward");
        page.navigate("/quotas.xhtml");
        assertThat(page.locator("#quota-table")).hasCount(0);
    }

    private void set(String measure, String limit) {
        page.locator("#quota-scope").selectOption("DOCTOR");
        page.locator("#quota-code").fill(DOCTOR);
        page.locator("#quota-measure").selectOption(measure);
        page.locator("#quota-limit").fill(limit);
        page.locator("#quota-reason").fill("年度分配");
        page.locator("#quota-save").click();
    }

    private static void open(Page person) {
        login(person, "office");
        person.locator("#nav-quotas").click();
        assertThat(person.locator("#quota-table")).isVisible();
    }

    private static Page.LocatorOptions withText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    /** This year's: another test copies them into the next. */
    private static Locator rowOf(Page person, String code, String measure) {
        return person.locator("#quota-table tbody tr", withText(measure))
                .filter(new Locator.FilterOptions().setHasText(code))
                .filter(new Locator.FilterOptions().setHasText("2026-01-01"));
    }
}
