package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A page that is still open when its user has left, in another tab or by waiting too long. */
class EndedSessionIT extends BrowserTest {

    private static final Pattern LOGIN = Pattern.compile(".*/login\\.xhtml");

    @Test
    void aPageThatAsksInTheBackgroundLeadsToTheLogin() {
        login(page, "ward");
        Page other = page.context().newPage();
        other.navigate("/ward.xhtml");
        other.locator("#logout").click();
        other.waitForURL(LOGIN);

        page.locator("#ward-text").fill("安");

        page.waitForURL(LOGIN);
        assertThat(page.locator("#username")).isVisible();
    }

    @Test
    void soDoesOneWhoseUserIsNowAnother() {
        login(page, "ward");
        Page other = page.context().newPage();
        other.navigate("/ward.xhtml");
        other.locator("#logout").click();
        other.waitForURL(LOGIN);
        login(other, "billing");

        page.locator("#ward-text").fill("安");

        page.waitForURL(LOGIN);
    }
}
