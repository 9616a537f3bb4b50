package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.PaperConsents;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;

/** The office works off its list of findings in a real browser: question and answer, one person or two. */
class AuditPageIT extends BrowserTest {

    private final OfficeClient clerk = OfficeClient.as("billing");

    @Test
    void whatIsDearIsOverruledByTwoPersonsAndTheClaimGoes() throws Exception {
        HisStay stay = discharged("STN001", "1", "1500.00");
        assertThat(clerk.claim(stay.visit()).status()).isEqualTo(409);
        open(page, "office", stay);

        page.locator("#audit-overrule").click();
        assertThat(page.locator("#messages")).containsText("YB-3107");
        page.locator("#audit-words").fill("厂家临时调价, 已报物价部门");
        page.locator("#audit-overrule").click();
        assertThat(page.locator("#chosen-proposed")).containsText("office");
        screenshot("proposed");
        page.locator("#audit-agree").click();
        assertThat(page.locator("#messages")).containsText("YB-7004");
        assertThat(clerk.claim(stay.visit()).status()).isEqualTo(409);

        try (BrowserContext second = newContext()) {
            Page other = second.newPage();
            open(other, "supervisor", stay);
            other.locator("#audit-agree").click();
            assertThat(other.locator("#chosen-state")).hasText("已豁免");
            assertThat(other.locator("#chosen-events")).containsText("supervisor");
            keep(other, "agreed");
        }
        PaperConsents.signAll(stay);
        assertThat(clerk.claim(stay.visit()).status()).isEqualTo(202);
        clerk.awaitClaim(stay.visit(), "SETTLED");
    }

    @Test
    void theDepartmentIsAskedAndAnswersAndOnePersonOverrulesALittle() throws Exception {
        HisStay stay = new HisStay(Person.employee());
        send(stay.admit());
        send(stay.charges(charge(stay.id("1"), "NEG001", "0.5", "1080.00")));
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        open(page, "office", stay);
        assertThat(page.locator("#chosen-lines")).containsText(stay.id("1"));
        page.locator("#audit-assignee").selectOption("supervisor");
        page.locator("#audit-assign").click();
        assertThat(page.locator("#chosen-state")).hasText("已分派");
        assertThat(page.locator("#chosen-events")).containsText("supervisor");
        page.locator("#audit-words").fill("请说明适应症依据");
        page.locator("#audit-ask").click();
        assertThat(page.locator("#chosen-state")).hasText("已询问科室");

        try (BrowserContext ward = newContext()) {
            Page doctor = ward.newPage();
            login(doctor, "ward");
            assertThat(wardRow(doctor, stay)).containsText("医保办有询问待答复");
            doctor.navigate("/stay.xhtml?visit=" + stay.visit());
            Locator findings = doctor.locator("#stay-findings");
            assertThat(findings).containsText("请说明适应症依据");
            findings.locator("textarea").fill("病理报告已入病历");
            findings.locator("button").click();
            assertThat(findings.locator(".finding-state").first()).hasText("科室已答复");
            keep(doctor, "answered");
        }
        page.locator("#audit-refresh").click();
        choose(page, stay);
        assertThat(page.locator("#chosen-events")).containsText("病理报告已入病历");
        page.locator("#audit-words").fill("病理依据充分");
        page.locator("#audit-overrule").click();
        assertThat(page.locator("#chosen-state")).hasText("已豁免");
        assertThat(page.locator("#audit-table")).not().containsText(stay.visit());
        screenshot("overruled");
    }

    @Test
    void theListIsFilteredAndCountedAndGoesToExcel() throws Exception {
        HisStay stay = discharged("STN001", "1", "1500.01");
        login(page, "office");
        page.locator("#nav-audit").click();

        page.locator("#audit-rule").selectOption("OVER_PRICE");
        assertThat(page.locator("#audit-table")).containsText(stay.visit());
        page.locator("#audit-least").fill("999999");
        page.locator("#audit-least").blur();
        assertThat(page.locator("#audit-table")).containsText("没有符合条件的问题");
        page.locator("#audit-least").fill("1500.01");
        page.locator("#audit-least").blur();
        assertThat(page.locator("#audit-table")).containsText(stay.visit());
        page.locator("#audit-severity").selectOption("WARN");
        assertThat(page.locator("#audit-table")).containsText("没有符合条件的问题");
        page.locator("#audit-severity").selectOption("STOP");
        page.locator("#audit-department").selectOption("0301");
        assertThat(page.locator("#audit-table")).containsText("没有符合条件的问题");
        page.locator("#audit-department").selectOption("0304");
        assertThat(page.locator("#audit-table")).containsText(stay.visit());

        assertThat(page.locator("#figures-rule")).containsText("超标准收费");
        assertThat(page.locator("#figures-department")).containsText("心血管内科");
        assertThat(page.locator("#figures-doctor")).containsText("柯鹤鸣");
        screenshot("list");
        Download workbook =
                page.waitForDownload(() -> page.locator("#figures-excel").click());
        assertThat(workbook.suggestedFilename()).startsWith("audit-").endsWith(".xlsx");
        assertThat(Files.size(workbook.path())).isPositive();
        page.locator("#language").click();
        assertThat(page.locator("h1")).hasText("Audit findings");
    }

    @Test
    void nobodyElseSeesTheList() {
        login(page, "ward");
        page.navigate("/audit.xhtml");

        assertThat(page.locator("#audit-table")).hasCount(0);
    }

    private HisStay discharged(String item, String quantity, String price) throws Exception {
        HisStay stay = new HisStay(Person.employee());
        send(stay.admit());
        send(stay.charges(charge(stay.id("1"), item, quantity, price)));
        send(stay.discharge());
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        return stay;
    }

    private static void send(String message) throws Exception {
        assertThat(HisLine.send(message).code()).isEqualTo("AA");
    }

    private static void open(Page person, String user, HisStay stay) {
        login(person, user);
        person.locator("#nav-audit").click();
        choose(person, stay);
    }

    private static void choose(Page person, HisStay stay) {
        person.locator("#audit-visit").fill(stay.visit());
        person.locator("#audit-table tr", new Page.LocatorOptions().setHasText(stay.visit()))
                .locator("a")
                .first()
                .click();
        assertThat(person.locator("#chosen-head")).containsText(stay.visit());
    }
}
