package org.yibaoban.portal.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.browser.BrowserTest;

/** Who is let in where, as a person at a browser finds out. */
class DoorsIT extends BrowserTest {

    @Test
    void aWrongPasswordIsSaidWithoutSayingWhatIsWrong() {
        login(page, "billing", "demo-2025");

        assertThat(page.locator("#messages")).containsText("用户名或密码错误");
        assertThat(page.locator("#username")).hasValue("billing");
        assertThat(page.locator("#password")).hasValue("");
    }

    @Test
    void aClerkGetsThe403PageInsteadOfTheOfficesDesk() {
        login(page, "billing");

        Response response = page.navigate("/office.xhtml");

        assertThat(response.status()).isEqualTo(403);
        assertThat(page.locator("body")).containsText("无权访问");
        assertThat(page.locator("body")).containsText("您的角色不能使用此页面");
    }

    @Test
    void aWardDoctorIsNotShownAnotherDepartmentsBillingDesk() {
        login(page, "ward");

        assertThat(page.navigate("/billing.xhtml").status()).isEqualTo(403);
        assertThat(page.navigate("/billing/sheet?visit=ZY990001").status()).isEqualTo(403);
    }

    @Test
    void whoIsNotSignedInIsLedToTheLogin() {
        page.navigate("/office.xhtml");

        assertThat(page.locator("#login")).isVisible();
        assertThat(page.url()).endsWith("/login.xhtml");
    }

    @Test
    void aVisitThatIsNotThereIsSaidWithACodeAndAnIncident() {
        login(page, "billing");
        page.navigate("/bill.xhtml?visit=%3Cscript%3E");

        assertThat(page.locator("body")).containsText("YB-1001 就诊号不存在");
        assertThat(page.locator("body")).containsText(Pattern.compile("事件编号 I\\d{8}-[2-9A-Z]{6}"));
        assertThat(page.locator("body")).containsText("visit <script>");
    }
}
