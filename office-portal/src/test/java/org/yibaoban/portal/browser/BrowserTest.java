package org.yibaoban.portal.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.server.ServerSuite;
import org.yibaoban.portal.server.ServerTest;

/**
 * Base of the tests that look at the pages with a real browser: {@code page} is fresh for each test. They are reported
 * as skipped on a machine with no Chromium.
 */
public abstract class BrowserTest extends ServerTest {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private static Playwright playwright;
    private static Browser browser;

    /** The page of the running test, in a session of its own. */
    protected Page page;

    private BrowserContext context;
    private String testName;

    @BeforeAll
    static void openBrowser() {
        Chromium.find().ifPresent(chromium -> {
            playwright = Playwright.create();
            browser = playwright.chromium().launch(Chromium.options(chromium));
        });
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
            playwright = null;
            browser = null;
        }
    }

    @BeforeEach
    void openPage(TestInfo test) {
        // for each test, not for the class: only then is each reported as skipped
        assumeTrue(browser != null, "No Chromium on this machine; name one with the environment variable CHROMIUM");
        testName = test.getTestMethod().orElseThrow().getName();
        context = newContext();
        page = context.newPage();
    }

    @AfterEach
    void closePage() {
        if (context != null) {
            screenshot(testName + "-end");
            context.close();
        }
    }

    /** A second person: a session of its own, to be closed by the test. */
    protected static BrowserContext newContext() {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(ServerSuite.address())
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(WIDTH, HEIGHT));
    }

    /** Signs in as one of the demonstration's users, who is led to the desk of the role. */
    protected static void login(Page person, String user) {
        login(person, user, "demo-2026");
        person.waitForURL(url -> !url.contains("login.xhtml"));
    }

    /** Fills in the login page, whatever comes of it. */
    protected static void login(Page person, String user, String password) {
        person.navigate("/login.xhtml");
        person.locator("#username").fill(user);
        person.locator("#password").fill(password);
        person.locator("#login").click();
    }

    /** The stay's row on the ward page, found as by a doctor of many patients. */
    protected static Locator wardRow(Page person, HisStay stay) {
        person.locator("#ward-text").fill(stay.visit());
        return person.locator("#ward-table tr", new Page.LocatorOptions().setHasText(stay.visit()));
    }

    /** Draws a signature on the pad of the consent form with the mouse. */
    protected void drawSignature() {
        page.locator("#signature-pad").scrollIntoViewIfNeeded();
        BoundingBox pad = page.locator("#signature-pad").boundingBox();
        page.mouse().move(pad.x + 60, pad.y + 100);
        page.mouse().down();
        for (int i = 1; i <= 20; i++) {
            page.mouse().move(pad.x + 60 + 20 * i, pad.y + (i % 2 == 0 ? 50 : 150));
        }
        page.mouse().up();
    }

    /** Keeps what {@code page} shows, whole, as {@code target/screenshots/NAME.png}. */
    protected void screenshot(String name) {
        keep(page, name);
    }

    /** The same of another person's page. */
    protected void keep(Page person, String name) {
        person.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve(getClass().getSimpleName() + "-" + name + ".png")));
    }
}
