package org.yibaoban.portal.browser;

import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.SettledStay.accepted;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.security.WhoMay;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerSuite;

/**
 * What holds for every page, found by their files: it shows what the HIS sent as text however hostile, in both
 * languages, without a serious fault of accessibility, without a scroll bar across at 1366 x 768, and without a word to
 * another host. The screenshots are for looking at.
 */
class EveryPageIT extends BrowserTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final String SCRIPT = "<script>hurt=1</script><img src=x onerror=hurt=1>";
    private static final String LONG = "冠状动脉粥样硬化性心脏病".repeat(8);
    private static final String RARE = "䶮𬭚𠮷";

    /** The cells of tables whose content is wider than they are. */
    private static final String CUT_CELLS = "[...document.querySelectorAll('.ui-datatable td')]"
            + ".filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.textContent.trim()).slice(0, 5)";

    private static HisStay stay;
    private static long message;

    private final List<String> otherHosts = new ArrayList<>();

    static Stream<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(WEBAPP)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xhtml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @BeforeEach
    void watch() throws Exception {
        if (stay == null) {
            stay = hostileStay();
            message = Long.parseLong(OfficeDatabase.value("select max(id)::text from raw_message"));
        }
        page.setViewportSize(1366, 768);
        page.onRequest(request -> {
            if (!request.url().startsWith(ServerSuite.address())
                    && !request.url().startsWith("data:")) {
                otherHosts.add(request.url());
            }
        });
    }

    private static HisStay hostileStay() throws Exception {
        Person known = Person.employee();
        HisStay hostile =
                new HisStay(new Person(known.identityNumber(), "安" + RARE + SCRIPT, known.sex(), known.birth()));
        accepted(hostile.admit().replace("不稳定性心绞痛", SCRIPT + LONG));
        accepted(hostile.charges(
                charge(hostile.id("1"), "OWN001", "2", "268.00"), charge(hostile.id("2"), "NUR000", "3", "120.00")));
        return hostile;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isSoundInBothLanguages(String name) throws IOException {
        if (!name.equals("login.xhtml")) {
            login(page, userOf(name));
        }
        SoftAssertions softly = new SoftAssertions();
        look(name, "zh", softly);
        page.locator("#language").click();
        look(name, "en", softly);
        softly.assertThat(otherHosts).as("other hosts").isEmpty();
        softly.assertAll();
    }

    /** The office sees most pages; the others are seen by whom they are made for. */
    private static String userOf(String name) throws IOException {
        Set<String> roles = WhoMay.decided().get("GET /" + name);
        if (roles.contains("insurance-officer")) {
            return "office";
        }
        return roles.contains("auditor") ? "auditor" : "admin";
    }

    private void look(String name, String language, SoftAssertions softly) {
        Response response = page.navigate("/" + name + "?visit=" + stay.visit() + "&id=" + message);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/pages", name.replace(".xhtml", "-" + language + ".png"))));
        softly.assertThat(response.status()).as(language + " status").isEqualTo(200);
        softly.assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
        softly.assertThat(page.evaluate("typeof hurt"))
                .as(language + " script that came as data")
                .isEqualTo("undefined");
        softly.assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(language + " pixels too wide")
                .isEqualTo(0);
        softly.assertThat((List<?>) page.evaluate(CUT_CELLS))
                .as(language + " cut cells")
                .isEmpty();
        softly.assertThat(Axe.faults(page)).as(language + " accessibility").isEmpty();
    }
}
