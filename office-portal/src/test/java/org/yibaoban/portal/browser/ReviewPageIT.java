package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.Ft1.credit;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeDatabase;

/** Prescriptions are drawn, judged by one person, published by another, and read on the ward, in a real browser. */
class ReviewPageIT extends BrowserTest {

    /** A drug that no other test orders. */
    private static final String DRUG = "Y00005";

    private static final String PRICE = "18.78";

    @Test
    void aSampleIsDrawnJudgedPublishedByAnotherPersonAndReadOnTheWardWithoutNames() throws Exception {
        List<HisStay> stays = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            HisStay stay = new HisStay(Person.employee());
            accepted(stay.admit());
            accepted(stay.charges(charge(stay.id("1"), DRUG, "2", PRICE)));
            stays.add(stay);
        }
        accepted(stays.get(0).charges(credit(stays.get(0).id("2"), stays.get(0).id("1"), DRUG, "2", PRICE)));
        login(page, "office");
        page.locator("#nav-review").click();

        List<String> first = draw("REPEAT", "2");
        // what was taken back wholly is no prescription any more
        assertThat(first).hasSize(2).doesNotContain(stays.get(0).visit());
        assertThat(page.locator("#sample-table").first()).containsText("2 / 2");
        assertThat(draw("REPEAT", "2")).isEqualTo(first);
        assertThat(draw("REPEAT", "1")).isEqualTo(first.subList(0, 1));
        page.locator("#draw-size").fill("0");
        answered(page.locator("#draw"));
        assertThat(page.locator("#messages")).containsText("YB-7106");

        draw("PUBLISHED", "2");
        judge(0, "UNSUITABLE", "");
        assertThat(page.locator("#messages")).containsText("YB-7103");
        judge(0, "UNSUITABLE", "无适应症记录");
        assertThat(page.locator("#messages")).containsText("结论已保存");
        assertThat(page.locator("#publish")).hasCount(0);
        judge(1, "REASONABLE", "");
        screenshot("judged");
        answered(page.locator("#publish"));
        assertThat(page.locator("#messages")).containsText("YB-7004");
        try (BrowserContext second = newContext()) {
            Page other = second.newPage();
            login(other, "supervisor");
            other.navigate("/review.xhtml");
            other.locator("#sample-table a", new Page.LocatorOptions().setHasText("PUBLISHED"))
                    .first()
                    .click();
            other.locator("#publish").click();
            assertThat(other.locator("#messages")).containsText("已公示给科室");
        }
        assertThatThrownBy(() -> OfficeDatabase.execute("update review_case set reason = 'x' where reason = '无适应症记录'"))
                .hasMessageContaining("append-only");

        try (BrowserContext ward = newContext()) {
            Page doctor = ward.newPage();
            login(doctor, "ward");
            doctor.locator("#nav-review").click();
            Locator row = doctor.locator("#published-table tr", new Page.LocatorOptions().setHasText("无适应症记录"));
            assertThat(row.first()).containsText("安*");
            assertThat(row.first()).containsText("用药不适宜");
            assertThat(doctor.content())
                    .doesNotContain(first.get(0), stays.get(1).person().name());
            assertThat(doctor.locator("#draw")).hasCount(0);
            assertThat(doctor.locator("#rank-table")).isVisible();
            keep(doctor, "ward");
            doctor.locator("#language").click();
            assertThat(doctor.locator("h1")).hasText("Prescription review");
            assertThat(doctor.locator("#published-table")).containsText("Unsuitable");
            keep(doctor, "english");
        }
    }

    @Test
    void drugsAreRankedByKeptSumsOfAmountOrQuantity() throws Exception {
        HisStay stay = new HisStay(Person.employee());
        stay.in("0303", "W0303A", "09");
        accepted(stay.admit());
        accepted(stay.charges(
                charge(stay.id("1"), DRUG, "9", PRICE),
                charge(stay.id("2"), "CEF001", "3", "19.60"),
                credit(stay.id("3"), stay.id("2"), "CEF001", "1", "19.60")));

        assertThat(OfficeDatabase.value(
                        "select sum(d.quantity) = (select sum(quantity) from charge_line where item_code = 'CEF001'"
                                + " and ordering_department = '0303') from drug_month d"
                                + " where d.item_code = 'CEF001' and d.department = '0303'"))
                .isEqualTo("t");
        login(page, "office");
        page.navigate("/review.xhtml");
        page.locator("#rank-department").selectOption("0303");
        answered(page.locator("#rank"));
        assertThat(page.locator("#rank-table")).containsText(DRUG);
        page.locator("#rank-by").selectOption("true");
        answered(page.locator("#rank"));
        assertThat(page.locator("#rank-table")).containsText("CEF001");
        screenshot("ranking");
        page.locator("#rank-month").fill("2026-13");
        answered(page.locator("#rank"));
        assertThat(page.locator("#messages")).containsText("月份写作");
    }

    @Test
    void threePrescriptionsOfAnOutpatientWithinADayAreShownToTheOfficeAlone() throws Exception {
        HisStay first = outpatient(new HisStay(Person.stranger()));
        HisStay second = outpatient(new HisStay(first.person()));
        HisStay third = outpatient(new HisStay(first.person()));
        for (HisStay later : java.util.List.of(second, third)) {
            accepted(first.message("ADT^A40^ADT_A39", "MRG|" + later.patientNumber() + "^^^HIS^MR"));
        }
        login(page, "office");
        page.navigate("/review.xhtml");

        Locator row = page.locator(
                "#split-table tbody tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText(first.visit()));
        assertThat(row).containsText(second.visit());
        assertThat(row).containsText(third.visit());
        assertThat(row.locator("td").nth(1)).hasText(Pattern.compile("\\w+、\\w+、\\w+"));
        assertThat(row).containsText("58.80");
        screenshot("split");
        page.locator("#split-month").fill("2026-13");
        answered(page.locator("#split-look"));
        assertThat(page.locator("#messages")).containsText("月份写作");
        login(page, "ward");
        page.navigate("/review.xhtml");
        assertThat(page.locator("#split-table")).hasCount(0);
    }

    private static HisStay outpatient(HisStay stay) throws Exception {
        stay.in("0303", "W0303A", "09");
        accepted(stay.message("ADT^A04^ADT_A01").replace("PV1|1|I|", "PV1|1|O|"));
        accepted(stay.charges(charge(stay.id("1"), "CEF001", "1", "19.60")));
        return stay;
    }

    /** The visits of a sample of today's prescriptions of the drug, in the order of the draw. */
    private List<String> draw(String seed, String size) {
        page.locator("#draw-item").fill(DRUG);
        page.locator("#draw-department").selectOption("0304");
        page.locator("#draw-size").fill(size);
        page.locator("#draw-seed").fill(seed);
        answered(page.locator("#draw"));
        assertThat(page.locator("#messages")).containsText("样本已抽取");
        assertThat(page.locator("#case-table tbody tr")).hasCount(Integer.parseInt(size));
        assertThat(page.locator("#cases-head")).containsText(seed);
        return page.locator("#case-table tbody tr a").allTextContents();
    }

    private void judge(int place, String verdict, String reason) {
        answered(page.locator("#case-table tbody tr a").nth(place));
        assertThat(page.locator("#case-head")).containsText("处方 " + (place + 1));
        assertThat(page.locator("#case-drugs")).containsText(DRUG);
        page.locator("#verdict").selectOption(verdict);
        page.locator("#verdict-reason").fill(reason);
        answered(page.locator("#judge"));
    }

    /** Clicks and waits for what it brings: the same place may show the same before and after. */
    private void answered(Locator button) {
        page.waitForResponse(response -> response.url().contains("/review.xhtml"), button::click);
    }

    private static void accepted(String message) throws Exception {
        assertThat(HisLine.send(message).code()).isEqualTo("AA");
    }
}
