package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.Ft1.credit;
import static org.yibaoban.portal.his.SettledStay.accepted;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeDatabase;

/** A charge from the HIS that takes a department over a level of its quota, on pages that are open. */
class QuotaWarningIT extends BrowserTest {

    private static final String DEPARTMENT = "5000";
    private static final BigDecimal LIMIT = new BigDecimal("18000.00");

    @Test
    void isToldOnceOnTheOpenPagesOfWardAndOfficeWithinTwoSeconds() throws Exception {
        OfficeDatabase.execute("insert into app_user (username, display_name, english_name, password_hash, roles,"
                + " department) select 'ward-tcm', '中医科医生', 'TCM ward', password_hash, roles, '5000' from app_user"
                + " where username = 'ward' on conflict do nothing");
        HisStay stay = new HisStay(Person.stranger()).in(DEPARTMENT, "W5000A", "01");
        accepted(stay.admit());
        accepted(stay.charges(charge(stay.id("1"), "NUR000", "1", upTo("0.89"))));

        try (BrowserContext wards = newContext();
                BrowserContext others = newContext()) {
            Page ward = wards.newPage();
            login(ward, "ward-tcm");
            Page other = others.newPage();
            login(other, "ward");
            page.onWebSocket(w -> {});
            login(page, "office");
            assertThat(warning(page, 80)).hasCount(1);
            assertThat(warning(page, 90)).hasCount(0);
            String charge = stay.charges(charge(stay.id("2"), "NUR000", "1", upTo("0.91")));

            long before = System.nanoTime();
            accepted(charge);
            assertThat(warning(page, 90)).hasCount(1, inTwoSeconds());
            assertThat(warning(ward, 90)).hasCount(1, inTwoSeconds());
            assertThat(System.nanoTime() - before).as("nanoseconds").isLessThan(2_000_000_000L);

            screenshot("office");
            keep(ward, "ward");
            assertThat(warning(other, 90)).hasCount(0);
            isToldOnce(stay, ward);
        }
    }

    /** Not again by another charge, nor by falling below and rising again; acknowledged by each for himself. */
    private void isToldOnce(HisStay stay, Page ward) throws Exception {
        accepted(stay.charges(charge(stay.id("3"), "NUR000", "1", "1.00")));
        accepted(stay.charges(credit(stay.id("2R"), stay.id("2"), "NUR000", "1", amount(stay.id("2")))));
        accepted(stay.charges(charge(stay.id("4"), "NUR000", "1", upTo("0.92"))));
        page.waitForTimeout(1500);
        page.reload();
        assertThat(warning(page, 90)).hasCount(1);

        warning(ward, 90).locator("button").click();

        assertThat(warning(ward, 90)).hasCount(0);
        ward.reload();
        assertThat(warning(ward, 90)).hasCount(0);
        assertThat(warning(page, 90)).hasCount(1);
        assertThat(OfficeDatabase.rows("select w.level, s.who from quota_warning w left join quota_warning_seen s"
                        + " on s.warning_id = w.id where w.code = '5000' and w.measure = 'total_charges' order by 1"))
                .containsExactly("80|null", "90|ward-tcm");
    }

    /** Of many the newest are shown; the others are opened, and stay open while one after the other is acknowledged. */
    @Test
    void manyLeaveRoomForThePage() throws Exception {
        for (int level = 1; level <= 5; level++) {
            OfficeDatabase.execute(
                    "insert into quota_warning (scope, code, period, start, measure, level, amount, used, at,"
                            + " overtaken) values ('DEPARTMENT', '1000', 'MONTH', date_trunc('month', now()), 'many_"
                            + level
                            + "', 80, 10, 9, now(), false)");
        }
        login(page, "office");
        Locator all = page.locator("[data-warning]");
        int count = all.count();
        Locator visible = page.locator("[data-warning]:visible");
        assertThat(visible).hasCount(2);
        screenshot("many-warnings");

        page.locator("#older-warnings summary").click();
        assertThat(visible).hasCount(count);
        page.locator("#older-warnings [data-warning] .warning-seen").first().click();
        assertThat(visible).hasCount(count - 1);
        page.locator("#warnings-all-seen").click();
        assertThat(all).hasCount(0);
        page.reload();
        assertThat(all).hasCount(0);
    }

    private static Locator warning(Page person, int level) {
        return person.locator(".quota-warning")
                .filter(new Locator.FilterOptions().setHasText("总费用"))
                .filter(new Locator.FilterOptions().setHasText("中医"))
                .filter(new Locator.FilterOptions().setHasText(level + " %"));
    }

    private static LocatorAssertions.HasCountOptions inTwoSeconds() {
        return new LocatorAssertions.HasCountOptions().setTimeout(2000);
    }

    /** What is missing to a share of the department's month. */
    private static String upTo(String share) throws Exception {
        BigDecimal so = new BigDecimal(OfficeDatabase.value("select coalesce(sum(amount), 0) from charge_line"
                + " where ordering_department = '5000' and service_time >= date_trunc('month', now())"));
        return LIMIT.multiply(new BigDecimal(share)).subtract(so).setScale(2).toPlainString();
    }

    private static String amount(String transaction) throws Exception {
        return OfficeDatabase.value("select amount from charge_line where transaction_id = ?", transaction);
    }
}
