package org.yibaoban.portal.catalogue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.browser.BrowserTest;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;

/** The catalogue's pages in a real browser. */
class CataloguePageIT extends BrowserTest {

    private static final LocatorAssertions.HasTextOptions LONG =
            new LocatorAssertions.HasTextOptions().setTimeout(20_000);
    private static final LocatorAssertions.ContainsTextOptions LONGER =
            new LocatorAssertions.ContainsTextOptions().setTimeout(40_000);

    private final String run = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);

    @Test
    void aFileIsCheckedReleasedByAnotherPersonFoundAndTakenBack() {
        String code = "XA10BAE048A00101" + run + "0";
        login(page, "office");
        page.locator("#nav-catalogue").click();
        page.locator("#to-import").click();
        give(ChangeSets.line(code, "琥珀酸测试他汀片" + run, "10mg", "甲") + "\n"
                + ChangeSets.line("X123", "编码不对的药", "10mg", "甲"));
        assertThat(page.locator("#set-state")).hasText("待审批", LONG);
        assertThat(page.locator("#set-added")).hasText("1");
        assertThat(page.locator("#set-rejects")).containsText("不符合国家编码格式");
        assertThat(page.locator("#set-changes")).containsText("琥珀酸测试他汀片");
        page.locator("#set-release").click();
        assertThat(page.locator("#import-messages")).containsText("YB-3104");
        assertThat(page.locator("#import-messages")).containsText("须由另一人审批");
        screenshot("refused");

        try (BrowserContext second = newContext()) {
            Page other = second.newPage();
            login(other, "supervisor");
            other.navigate("/catalogue-import.xhtml");
            assertThat(other.locator("#set-changes")).containsText(code);
            other.locator("#set-release").click();
            assertThat(other.locator("#set-state")).hasText("已发布", LONG);
            keep(other, "released");

            find(page, "hpscstt" + "p" + run);
            assertThat(found(page)).containsText(code);
            page.locator("#catalogue-found a").first().click();
            assertThat(page.locator("#item-versions")).containsText("甲类");
            assertThat(page.locator("#item-history")).containsText("office → supervisor");
            screenshot("found");
            page.locator("#language").click();
            assertThat(page.locator("h1")).containsText("Catalogue");
            page.locator("#language").click();

            other.locator("#set-undo").click();
            assertThat(other.locator("#set-ended")).hasText("1");
            other.locator("#set-release").click();
            assertThat(other.locator("#import-messages")).containsText("YB-3104");
        }
        page.navigate("/catalogue-import.xhtml");
        assertThat(page.locator("#set-title")).containsText("撤回");
        page.locator("#set-release").click();
        assertThat(page.locator("#set-state")).hasText("已发布", LONG);
        find(page, code.toLowerCase(Locale.ROOT));
        assertThat(found(page)).containsText("当前无效");
    }

    @Test
    void anUnmappedItemIsListedByItsMoneyAndMappedToASuggestedCode() throws Exception {
        String code = "IT" + run;
        JsonNode set = ChangeSets.checked(
                "list=hospital&file=items.csv",
                "hospital_code,name,specification,unit,charge_type,class,price\n%s,阿司匹林肠溶片,100mg×30片/盒,盒,drug,C,13.20\n"
                        .formatted(code));
        Assertions.assertThat(ChangeSets.release(ChangeSets.SUPERVISOR, set).status())
                .isEqualTo(200);
        HisStay stay = new HisStay(Person.stranger());
        HisLine.send(stay.admit());
        HisLine.send(stay.charges(charge(stay.id("1"), code, "100000", "13.20")));

        login(page, "office");
        Locator row = page.locator("#mapping-unmapped tr", new Page.LocatorOptions().setHasText(code));
        for (int look = 0; look < 20 && !shows(row, "1,320,000.00"); look++) {
            page.waitForTimeout(2000);
            page.navigate("/mapping.xhtml");
        }
        assertThat(row).containsText("1,320,000.00", LONGER);
        row.locator("a").click();
        assertThat(page.locator("#mapping-suggestions")).containsText("100%");
        assertThat(page.locator("#mapping-suggestions")).containsText("XB01ACA002A006010100003");
        screenshot("suggested");
        page.locator("#mapping-suggestions .accept-suggestion").first().click();
        assertThat(page.locator("#mapping-messages")).containsText("已确认对照");
        assertThat(row).hasCount(0);
        find(page, code);
        page.locator("#catalogue-found a").first().click();
        assertThat(page.locator("#item-versions")).containsText("XB01ACA002A006010100003");
        HisLine.send(stay.charges(charge(stay.id("2"), code, "1", "13.20")));
    }

    @Test
    void aDoctorLooksUpAndChangesNothing() {
        login(page, "ward");
        find(page, "aspl");
        assertThat(found(page)).containsText("阿司匹林");
        assertThat(page.locator("#to-import")).hasCount(0);
        for (String closed : new String[] {"/catalogue-import.xhtml", "/mapping.xhtml"}) {
            page.navigate(closed);
            assertThat(page.locator("body")).containsText("无权访问");
        }
        find(page, "没有这个项目");
        assertThat(found(page)).containsText("没有符合的项目");
    }

    private static boolean shows(Locator row, String text) {
        return row.count() > 0 && row.first().textContent().contains(text);
    }

    private void give(String text) {
        page.locator("#import-file")
                .setInputFiles(new FilePayload("1301.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8)));
        page.locator("#import-send").click();
    }

    private static void find(Page person, String text) {
        person.navigate("/catalogue.xhtml");
        person.locator("#catalogue-text").fill(text);
        person.locator("#catalogue-find").click();
        assertThat(person.locator("#catalogue-found")).not().containsText("请输入编码");
    }

    private static Locator found(Page person) {
        return person.locator("#catalogue-found");
    }
}
