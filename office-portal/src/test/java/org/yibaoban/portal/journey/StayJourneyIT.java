package org.yibaoban.portal.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.Ft1.credit;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.browser.BrowserTest;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.PaperConsents;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.print.PrintedText;
import org.yibaoban.portal.server.OfficeClient;

/** One stay from its messages on the wire to the printed sheet, through the eyes of ward, office and billing desk. */
class StayJourneyIT extends BrowserTest {

    /** Longer than the pages' refresh of ten seconds. */
    private static final LocatorAssertions.ContainsTextOptions REFRESHED =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    private static final LocatorAssertions.HasAttributeOptions SETTLED_SOON =
            new LocatorAssertions.HasAttributeOptions().setTimeout(60_000);

    /** As the browser's own expressions know it. */
    private static final Pattern HAN = Pattern.compile("[\\u4e00-\\u9fff]");

    private final HisStay stay = new HisStay(Person.employee());

    @Test
    void aStayIsFollowedFromItsAdmissionToItsPrintedSheet() throws Exception {
        try (BrowserContext officersSession = newContext()) {
            Page officer = officersSession.newPage();
            login(officer, "office");
            BigDecimal before = cardiologyCharges(officer);
            keep(officer, "1-office-before");

            admitAndCharge();
            wardSeesTheStay();

            Locator charges = cardiologyRow(officer).locator("td.num").nth(1);
            assertThat(charges).containsText("%,.2f".formatted(before.add(new BigDecimal("4416.00"))), REFRESHED);
            keep(officer, "4-office-after");
        }

        discharge();
        clerkSettlesTheStay();
        theFigureIsExplained();
        theSheetIsPrinted();
    }

    private void admitAndCharge() throws IOException {
        stay.in("0303", "W0303A", "07");
        accepted(stay.admit());
        stay.in("0304", "W0304A", "12");
        accepted(stay.transfer());
        accepted(stay.charges(
                charge(stay.id("A"), "NUR000", "5", "120.00"),
                charge(stay.id("B"), "MRI001", "1", "620.00"),
                charge(stay.id("LIMIT"), "STN001", "2", "1280.00"),
                charge(stay.id("BED"), "BED002", "1", "220.00"),
                charge(stay.id("C"), "OWN001", "2", "268.00")));
        accepted(stay.charges(credit(stay.id("BACK"), stay.id("A"), "NUR000", "1", "120.00")));
    }

    private void wardSeesTheStay() {
        login(page, "ward");
        Locator row = wardRow(page, stay);
        assertThat(row).containsText(stay.person().name());
        assertThat(row).containsText("12");
        assertThat(row).containsText("4,416.00");
        assertThat(row).containsText("536.00");
        assertThat(row.locator(".tag", new Locator.LocatorOptions().setHasText("有自费项目")))
                .isVisible();
        screenshot("2-ward");

        row.locator("a.patient-name").click();
        assertThat(page.locator("#patient-name")).hasText(stay.person().name());
        assertThat(page.locator("#bill-total")).hasText("4,416.00");
        assertThat(page.locator("#stay-flags")).containsText("有自费项目");
        assertThat(page.locator("#bill-lines_data tr")).hasCount(6);
        assertThat(page.locator("#bill-lines_data tr.reversal")).containsText("冲减");
        screenshot("3-ward-stay");
        page.locator("#logout").click();
    }

    private void discharge() throws Exception {
        PaperConsents.signAll(stay);
        accepted(stay.discharge());
        OfficeClient.as("billing").awaitMembership(stay.visit(), "VERIFIED");
    }

    private void clerkSettlesTheStay() {
        login(page, "billing");
        page.locator("#search").fill(stay.person().name());
        page.locator("#search-go").click();
        assertThat(page.locator("#billing-table .table-head")).containsText("查找结果");
        Locator found = page.locator("#billing-table tr", new Page.LocatorOptions().setHasText(stay.visit()));
        assertThat(found).containsText("已出院");
        screenshot("5-billing");
        found.locator("a.patient-name").click();

        assertThat(page.locator("#bill-lines_data tr")).hasCount(6);
        assertThat(page.locator("#bill-lines_data")).containsText("注射用复方营养因子");
        assertThat(page.locator("#membership")).containsText("职工基本医疗保险");
        assertThat(figure("total")).hasText("4,416.00");
        assertThat(figure("full_self_pay")).hasText("536.00");
        assertThat(figure("over_limit")).hasText("1,120.00");
        assertThat(figure("pre_self_pay")).hasText("222.00");
        assertThat(figure("in_scope")).hasText("2,538.00");
        // 85 % of what lies above the third level's 900 yuan
        assertThat(figure("basic_fund")).hasText("1,392.30");
        assertThat(figure("personal")).hasText("3,023.70");
        screenshot("6-bill");

        page.locator("#submit-claim").click();
        screenshot("7-confirm");
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("#claim-state")).hasAttribute("data-state", "SETTLED", SETTLED_SOON);
        assertThat(page.locator("#payer-reference")).not().isEmpty();
        assertThat(page.locator("#submit-claim")).isDisabled();
        Locator answered = page.locator("#estimate-table tr.field-basic_fund td.num");
        assertThat(answered).hasCount(2);
        assertThat(answered.nth(1)).containsText("1,392.30");
        screenshot("8-settled");
    }

    private void theFigureIsExplained() {
        page.locator("#estimate-table tr.field-basic_fund a.explain").click();
        Locator explanation = page.locator("#explanation");
        assertThat(explanation).isVisible();
        assertThat(explanation).containsText("基本");
        assertThat(explanation).containsText("1392.30");
        assertThat(explanation.locator("table")).containsText("basic_fund.rate");
        screenshot("9-explanation");
        page.keyboard().press("Escape");
        assertThat(explanation).isHidden();
    }

    private void theSheetIsPrinted() throws IOException {
        APIResponse sheet =
                page.context().request().get(page.locator("#print-sheet").getAttribute("href"));

        assertThat(sheet.status()).isEqualTo(200);
        byte[] pdf = sheet.body();
        assertThat(new String(pdf, 0, 4)).isEqualTo("%PDF");
        assertThat(PrintedText.of(pdf))
                .contains(stay.person().name(), stay.visit(), "4,416.00", "1,392.30", "3,023.70")
                .contains("肆仟肆佰壹拾陆元整", "壹仟叁佰玖拾贰元叁角整")
                .contains("制单:结算处", "第 1 页 / 共 1 页")
                .doesNotContain(stay.person().identityNumber(), "预结算,未正式结算");
    }

    @Test
    void theSameInEnglish() throws Exception {
        admitAndCharge();
        page.navigate("/login.xhtml");
        page.locator("#language").click();
        login(page, "ward");
        Locator row = wardRow(page, stay);
        assertThat(row).containsText("Self-paid items");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .not()
                .containsText(HAN);
        screenshot("1-ward");
        page.locator("#logout").click();

        discharge();
        page.locator("#language").click();
        login(page, "billing");
        page.navigate("/bill.xhtml?visit=" + stay.visit());
        assertThat(page.locator("#submit-claim")).hasText(Pattern.compile("[A-Za-z ]+"));
        assertThat(figure("basic_fund")).hasText("1,392.30");
        page.locator("#submit-claim").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("#claim-state")).hasAttribute("data-state", "SETTLED", SETTLED_SOON);
        screenshot("2-settled");
        page.locator("#estimate-table tr.field-deductible a.explain, #estimate-table tr.field-basic_fund a.explain")
                .first()
                .click();
        assertThat(page.locator("#explanation .sentence").first()).not().containsText(HAN);
        screenshot("3-explanation");
    }

    private Locator figure(String field) {
        return page.locator("#estimate-table tr.field-" + field + " td.num").first();
    }

    private static Locator cardiologyRow(Page officer) {
        return officer.locator("#office-table tr", new Page.LocatorOptions().setHasText("心血管内科"));
    }

    private static BigDecimal cardiologyCharges(Page officer) {
        String text = cardiologyRow(officer).locator("td.num").nth(1).innerText();
        return new BigDecimal(text.strip().replace(",", ""));
    }

    private static void accepted(String message) throws IOException {
        assertThat(HisLine.send(message).code()).isEqualTo("AA");
    }
}
