package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.Ft1;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.inbox.HookRequest;
import org.yibaoban.portal.print.PrintedText;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;

/**
 * What the payer's way of paying brings, where people look: ward's list, stay, order card, office's page. I20 is group
 * FR29 of the demonstration's agreement: 0.69 x 8,150 = 5,623.50.
 */
class PaymentPageIT extends BrowserTest {

    @Test
    void aStayIsHeldAgainstItsPaymentOnTheWardsListAndItsOwnPage() throws Exception {
        HisStay stay = charged(Person.employee(), "20");
        login(page, "ward");
        Locator row = wardRow(page, stay);
        assertThat(row).containsText("5,623.50");
        assertThat(row).containsText("结余（元） 263.50");
        assertThat(row).containsText("DRG");
        screenshot("ward");

        page.navigate("/stay.xhtml?visit=" + stay.visit());
        assertThat(page.locator("#stay-payment-brought")).hasText("5,623.50");
        assertThat(page.locator("#stay-payment-surplus")).hasText("263.50");
        assertThat(page.locator("#stay-payment")).containsText("FR29（分组对照表）权重 0.6900 × 8150.00 = 5623.50");
        screenshot("stay");

        send(stay.charges(Ft1.charge(stay.id("2"), "CT0001", "1", "268.00")));
        page.reload();
        assertThat(page.locator("#stay-payment-surplus")).hasText("-4.50");
        page.locator("#language").click();
        assertThat(page.locator("#stay-payment")).containsText("FR29 (grouping table), weight 0.6900");
    }

    @Test
    void theOrderThatTakesAStayIntoItsOverrunSaysSoAndIsNotStopped() throws Exception {
        HisStay stay = charged(Person.employee(), "20");

        String cards = OfficeClient.as("his")
                .post("/cds-services/yibaoban-order-sign", HookRequest.sign(stay.visit(), "CT0001"))
                .body();

        assertThat(cards).contains("支付方式 DRG 付费：按此支付 5623.50 元，含本次医嘱 5628.00 元，超支 4.50 元");
        assertThat(cards).contains("\"warning\"");
    }

    @Test
    void whoSettlesAsSelfPayingHasNoPaymentMethod() throws Exception {
        HisStay stay = new HisStay(Person.stranger());
        send(stay.admit());
        login(page, "ward");
        assertThat(wardRow(page, stay)).containsText(stay.visit());
        assertThat(wardRow(page, stay).locator(".payment-brings")).hasCount(0);
    }

    @Test
    void theOfficeSeesTheMonthByMethodDepartmentAndDoctor() throws Exception {
        HisStay stay = charged(Person.employee(), "30");
        // the HIS's grouper told: 1.24 x 8,150
        send(stay.discharge() + "DRG|RE29\r");
        HisStay low = charged(Person.employee(), "1");
        send(low.discharge());
        login(page, "office");
        page.locator("#nav-payment").click();

        assertThat(page.locator("#payment-methods")).containsText("DRG 付费");
        assertThat(page.locator("#payment-methods")).containsText("总量控制、弹性结算");
        Locator doctor = page.locator("#payment-units tr", new Page.LocatorOptions().setHasText("柯鹤鸣"));
        assertThat(doctor).containsText("心血管内科");
        assertThat(page.locator("#payment-departments")).containsText("心血管内科");
        assertThat(page.locator("#payment-outlying tr", new Page.LocatorOptions().setHasText(low.visit())))
                .containsText("低倍率");
        assertThat(page.locator("#payment-outlying")).not().containsText(stay.visit());
        assertThat(page.locator("#quota-chart canvas")).isVisible();
        screenshot("month");
        page.locator("#month-later").click();
        assertThat(page.locator("#payment-units")).containsText("当月没有数据");
        page.locator("#language").click();
        assertThat(page.locator("h1")).hasText("Payment methods and surplus");

        page.navigate("/stay.xhtml?visit=" + stay.visit());
        assertThat(page.locator("#stay-payment-brought")).hasText("10,106.00");
        assertThat(page.locator("#stay-payment")).containsText("RE29 (told by the HIS)");
    }

    @Test
    void theMonthsEndIsForecastWhereAPastMonthCanTellAndElseThereIsNoFigure() throws Exception {
        HisStay past = charged(Person.employee(), "2");
        send(past.discharge());
        LocalDateTime then = HisStay.now().minusMonths(1).withDayOfMonth(1).withHour(9);
        OfficeDatabase.execute(
                "update visit set admitted_at = ?, discharged_at = ? where number = ?",
                then.minusDays(3),
                then,
                past.visit());
        login(page, "office");
        page.navigate("/payment.xhtml");
        assertThat(forecastOf(page, "心血管内科")).containsText("往月平均误差");
        assertThat(forecastOf(page, "中医科")).containsText("暂无");
        try (BrowserContext ward = newContext()) {
            Page doctor = ward.newPage();
            login(doctor, "ward");
            assertThat(doctor.locator("#forecast-table tbody tr")).hasCount(1);
            assertThat(forecastOf(doctor, "心血管内科")).containsText("往月平均误差");
            keep(doctor, "forecast");
        }
    }

    @Test
    void theMonthGoesToExcelToTheMeetingAndMaskedToTheBoard() throws Exception {
        HisStay stay = charged(Person.employee(), "2");
        send(stay.discharge());
        login(page, "office");
        page.navigate("/payment.xhtml");
        Download workbook =
                page.waitForDownload(() -> page.locator("#report-excel").click());
        assertThat(workbook.suggestedFilename()).startsWith("month-").endsWith(".xlsx");
        assertThat(Files.size(workbook.path())).isPositive();
        Download meeting =
                page.waitForDownload(() -> page.locator("#report-pdf").click());
        assertThat(PrintedText.of(Files.readAllBytes(meeting.path()))).contains("柯鹤鸣", "心血管内科", "询问与答复");
        Download posting =
                page.waitForDownload(() -> page.locator("#report-posting").click());
        assertThat(PrintedText.of(Files.readAllBytes(posting.path())))
                .contains("柯**", "心血管内科")
                .doesNotContain("鹤鸣", "询问与答复");
    }

    private static Locator forecastOf(Page person, String department) {
        return person.locator("#forecast-table tr", new Page.LocatorOptions().setHasText(department));
    }

    @Test
    void nobodyElseSeesTheMonth() {
        login(page, "ward");
        page.navigate("/payment.xhtml");
        assertThat(page.locator("#payment-methods")).hasCount(0);
    }

    private static HisStay charged(Person person, String times) throws Exception {
        HisStay stay = new HisStay(person);
        send(stay.admit());
        send(stay.charges(Ft1.charge(stay.id("1"), "CT0001", times, "268.00")));
        OfficeClient.as("billing").awaitMembership(stay.visit(), "VERIFIED");
        return stay;
    }

    private static void send(String message) throws Exception {
        assertThat(HisLine.send(message).code()).isEqualTo("AA");
    }
}
