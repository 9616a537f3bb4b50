package org.yibaoban.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.Ft1.credit;
import static org.yibaoban.portal.his.SettledStay.accepted;

import com.microsoft.playwright.APIResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.print.PrintedText;

/** Daily bills and itemised bills as the ward and the clerk print them. */
class ItemBillIT extends BrowserTest {

    @Test
    void theWardPrintsADayTheStayAndAllItsPatients() throws Exception {
        HisStay one = charged("0303", "W0303A");
        HisStay other = charged("0303", "W0303A");
        HisStay elsewhere = charged("0304", "W0304A");
        String today = HisStay.now().toLocalDate().toString();

        login(page, "ward");
        page.navigate("/stay.xhtml?visit=" + elsewhere.visit());
        String day = printed(page.locator("#stay-days a.day-bill").first().getAttribute("href"), "daily-bill");
        assertThat(day)
                .contains("住院费用日清单", elsewhere.person().name(), elsewhere.visit(), today)
                // four of five nursing days are left, with their price; the drug outside the catalogue is self-paid
                .contains("480.00", "甲类", "丙类", "536.00", "乙类 10%", "62.00", "1,636.00")
                .contains("壹仟陆佰叁拾陆元整");
        assertThat(printed(page.locator("#item-bill").getAttribute("href"), "item-bill"))
                .contains("住院费用清单", "小计", "1,636.00");
        // another department's patient is not the ward doctor's to see
        assertThat(get("/ward/bill?visit=" + one.visit()).status()).isEqualTo(403);
        assertThat(printed("/ward/bills?department=0303&day=" + today, "own-ward"))
                .contains(elsewhere.visit())
                .doesNotContain(one.visit());

        page.locator("#logout").click();
        login(page, "office");
        assertThat(printed("/ward/bills?department=0303&day=" + today, "ward-bills"))
                .contains(one.visit(), other.visit())
                .doesNotContain(elsewhere.visit());
        assertThat(printed("/ward/bills?department=0303&day=2020-01-01", "no-bills"))
                .contains("当日没有费用");
        assertThat(get("/ward/bills?day=soon").status()).isEqualTo(404);
        assertThat(get("/billing/items?visit=nobody").status()).isEqualTo(404);
    }

    private static HisStay charged(String department, String ward) throws Exception {
        HisStay stay = new HisStay(Person.employee()).in(department, ward, "09");
        accepted(stay.admit());
        accepted(stay.charges(
                charge(stay.id("1"), "NUR000", "5", "120.00"),
                charge(stay.id("2"), "OWN001", "2", "268.00"),
                charge(stay.id("3"), "MRI001", "1", "620.00")));
        accepted(stay.charges(credit(stay.id("4"), stay.id("1"), "NUR000", "1", "120.00")));
        return stay;
    }

    private APIResponse get(String path) {
        return page.context().request().get(path);
    }

    private String printed(String path, String name) throws IOException {
        APIResponse answer = get(path);
        assertThat(answer.status()).isEqualTo(200);
        Path kept = Path.of("target/screenshots", name + ".pdf");
        Files.createDirectories(kept.getParent());
        Files.write(kept, answer.body());
        return PrintedText.of(answer.body());
    }
}
