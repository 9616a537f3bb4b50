package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.Ft1.credit;
import static org.yibaoban.portal.his.SettledStay.accepted;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.Ft1;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;

/** A stay of ten thousand lines on the ward's and the billing page. What the opening takes is kept in {@link #FIGURES}. */
class LongStayIT extends BrowserTest {

    /** Of a shared machine: to be read, not asserted. */
    private static final Path FIGURES = Path.of("target", "long-stay.txt");

    private static final String ANSWERED = "() => { const n = performance.getEntriesByType('navigation')[0];"
            + " return Math.round(n.responseEnd - n.requestStart); }";

    /** What the browser had to do with it: kilobytes, elements, and the steps of its work in ms since it asked. */
    private static final String WORK = "() => { const n = performance.getEntriesByType('navigation')[0];"
            + " const at = time => Math.round(time - n.requestStart);"
            + " return `${Math.round(n.decodedBodySize / 1024)} KB, ${document.querySelectorAll('*').length} elements,`"
            + " + ` parsed after ${at(n.domInteractive)} ms, ready after ${at(n.loadEventEnd)} ms`; }";

    private static final int MOST_ELEMENTS = 5000;
    private static final int MESSAGES = 20;
    private static final int LINES = 500;
    private static final String LAST = "ZZ-LAST";

    /** Classes A, B and C, with price limits, and one item that the catalogue does not know. */
    private static final List<String> ITEMS = List.of("NUR000", "MRI001", "STN001", "BED002", "OWN001", "ALB001");

    @Test
    void opensScrollsSortsFiltersAndIsExported() throws Exception {
        HisStay stay = longStay();
        String sum = OfficeDatabase.value(
                "select to_char(sum(amount), 'FM9,999,999,990.00') from charge_line join visit on visit.id = visit_id"
                        + " where number = ?",
                stay.visit());

        login(page, "office");
        Files.deleteIfExists(FIGURES);
        opens("/stay.xhtml", stay);
        opens("/stay.xhtml", stay);
        assertThat(page.locator("#line-count")).hasText("10000");
        assertThat(page.locator("#line-amount")).hasText(sum);
        assertThat(page.locator("#bill-total")).hasText(sum);
        scrollsToTheLastLine();
        sortsByAmount();
        isExportedWhole();
        findsOneOfTenThousand();

        page.locator("#logout").click();
        login(page, "billing");
        opens("/bill.xhtml", stay);
        theDatabaseSplitsAsTheRulesDo();
    }

    /** Charges of many quantities and prices, each tenth taken back in part. */
    private static HisStay longStay() throws Exception {
        HisStay stay = new HisStay(Person.employee()).in("0302", "W0302A", "01");
        accepted(stay.admit());
        int number = 0;
        for (int message = 0; message < MESSAGES; message++) {
            List<Ft1> lines = new ArrayList<>();
            while (lines.size() < LINES && number < MESSAGES * LINES - 1) {
                number++;
                String item = ITEMS.get(number % ITEMS.size());
                String price = price(number);
                if (number % 10 == 0) {
                    String earlier = ITEMS.get((number - 1) % ITEMS.size());
                    lines.add(
                            credit(stay.id("" + number), stay.id("" + (number - 1)), earlier, "1", price(number - 1)));
                } else {
                    lines.add(charge(stay.id("" + number), item, "" + (1 + number % 3), price));
                }
            }
            accepted(stay.charges(lines.toArray(Ft1[]::new)));
        }
        accepted(stay.charges(charge(stay.id("last"), LAST, "1", "1.00")));
        OfficeClient.as("billing").awaitMembership(stay.visit(), "VERIFIED");
        return stay;
    }

    /** Mostly some fen, so that no quota is moved much; some above the items' price limits. */
    private static String price(int number) {
        return (number % 1009 == 0 ? 810 : 0) + "." + (10 + number % 90);
    }

    private void opens(String path, HisStay stay) throws IOException {
        long start = System.nanoTime();
        page.navigate(path + "?visit=" + stay.visit());
        assertThat(page.locator("#bill-lines_data tr").first()).isVisible();
        long millis = (System.nanoTime() - start) / 1_000_000;
        // whatever the machine's load: the browser gets a page, not a stay
        assertThat((int) page.evaluate("document.querySelectorAll('*').length")).isLessThan(MOST_ELEMENTS);
        Files.writeString(
                FIGURES,
                path + " with 10,000 lines: first lines there after " + millis + " ms, the server answered within "
                        + page.evaluate(ANSWERED) + " ms; " + page.evaluate(WORK) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private void scrollsToTheLastLine() {
        assertThat(page.locator("#bill-lines_data")).not().containsText(LAST);
        page.locator("#bill-lines .ui-datatable-scrollable-body")
                .evaluate("body => body.scrollTop = body.scrollHeight");
        assertThat(page.locator("#bill-lines_data tr").last()).containsText(LAST);
    }

    private void sortsByAmount() {
        Locator head = page.locator(
                "#bill-lines .ui-datatable-scrollable-header th", new Page.LocatorOptions().setHasText("金额"));
        head.click();
        assertThat(head).hasAttribute("aria-sort", "ascending");
        assertThat(page.locator("#bill-lines_data tr").first()).hasClass(Pattern.compile("reversal"));
        head.click();
        assertThat(head).hasAttribute("aria-sort", "descending");
        assertThat(page.locator("#bill-lines_data tr.reversal")).hasCount(0);
    }

    private void findsOneOfTenThousand() {
        page.locator("#line-text").fill(LAST.toLowerCase(Locale.ROOT));
        assertThat(page.locator("#line-count")).hasText("1");
        assertThat(page.locator("#bill-lines_data tr")).hasCount(1);
    }

    private void isExportedWhole() throws Exception {
        Download file = page.waitForDownload(() -> page.locator("#line-export").click());
        Path kept = Path.of("target", "long-stay.xlsx");
        file.saveAs(kept);
        try (ZipFile workbook = new ZipFile(kept.toFile())) {
            String sheet = new String(
                    workbook.getInputStream(workbook.getEntry("xl/worksheets/sheet1.xml"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            // a head above and the sum below
            assertThat(sheet.split("<row ", -1).length - 1).isEqualTo(MESSAGES * LINES + 2);
        }
    }

    /** The sums above the lines come from SQL, those of the estimate from the benefit rules. */
    private void theDatabaseSplitsAsTheRulesDo() {
        List<String> shown = page.locator("#line-sums dd").allTextContents();
        List<String> estimated = List.of("total", "full_self_pay", "over_limit", "pre_self_pay", "in_scope").stream()
                .map(field -> page.locator("#estimate-table tr.field-" + field + " td")
                        .nth(1)
                        .textContent()
                        .strip())
                .toList();
        assertThat(shown.subList(1, shown.size())).isEqualTo(estimated);
    }
}
