package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yibaoban.portal.server.OfficeDatabase;

/** People come in by an identity provider that others wrote, in a real browser. */
class SingleSignOnIT extends BrowserTest {

    private static final Pattern LOGIN = Pattern.compile(".*/login\\.xhtml.*");
    private static final String INCIDENT = "I20\\d{6}-[2-9A-Z]{6}";

    private MockOAuth2Server provider;

    @AfterEach
    void stop() {
        if (provider != null) {
            provider.shutdown();
        }
    }

    @Test
    void whoIsProvedComesToTheDeskAndTheTrailTellsHow() throws Exception {
        start();
        page.navigate("/login.xhtml");
        screenshot("button");
        page.locator("#sso").click();
        assertThat(page.url()).contains("code_challenge_method=S256", "response_type=code", "nonce=", "state=");

        prove(page, "office", "");

        page.waitForURL("**/office.xhtml");
        assertThat(page.locator("#who")).isVisible();
        assertThat(logins("office", "login")).isPositive();
    }

    @Test
    void loggingOutEndsTheSessionHereAndThere() throws Exception {
        start();
        signOn("billing", "");
        page.waitForURL("**/billing.xhtml");

        page.locator("#logout").click();

        page.waitForURL(LOGIN);
        assertThat(asked("/hospital/endsession")).contains("id_token_hint=ey", "client_id=yibaoban");
        page.navigate("/billing.xhtml");
        page.waitForURL(LOGIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"nonce\": \"another\"",
                ", \"aud\": \"another\"",
                ", \"azp\": \"another\"",
                ", \"iss\": \"http://localhost/another\"",
                ", \"exp\": 1000000000",
                ", \"nbf\": 4000000000"
            })
    void aTokenThatIsNotForThisAttemptLeadsNowhere(String claim) throws Exception {
        start();
        long failed = logins("?", "login failed");

        signOn("office", claim);

        refused("单点登录未完成或已过期");
        page.navigate("/office.xhtml");
        page.waitForURL(LOGIN);
        assertThat(logins("?", "login failed")).isEqualTo(failed + 1);
    }

    @Test
    void anAnswerThatThisBrowserDidNotAskForLeadsNowhere() throws Exception {
        start();
        page.navigate("/sso");
        page.navigate("/sso/back?code=stolen&state=guessed");
        refused("单点登录未完成或已过期");
        page.navigate("/sso/back?code=stolen");
        refused("单点登录未完成或已过期");
        page.navigate("/sso");
        String back = answerFor(page, "office");
        try (BrowserContext other = newContext()) {
            Page victim = other.newPage();
            victim.navigate(back);
            assertThat(victim.locator("#sso-refusal")).containsText("单点登录未完成或已过期");
        }
        page.navigate(back);
        page.waitForURL("**/office.xhtml");
        page.navigate(back);
        refused("单点登录未完成或已过期");
    }

    @Test
    void anUnknownUserAndALockedOneAreRefused() throws Exception {
        start();
        account("sso-locked", "billing-clerk", true);
        signOn("sso-nobody", "");
        refused("没有账号，或账号已锁定");
        assertThat(OfficeDatabase.value("select count(*) from app_user where username = 'sso-nobody'"))
                .isEqualTo("0");
        assertThat(logins("sso-nobody", "login failed")).isPositive();
        signOn("sso-locked", "");
        refused("没有账号，或账号已锁定");
    }

    @Test
    void mappedGroupsGiveAndTakeTheirRolesAndNoOthers() throws Exception {
        start();
        account("sso-auditor", "", false);
        signOn("sso-auditor", "");
        refused("尚未分配角色");
        signOn("sso-auditor", ", \"groups\": [\"auditors\", \"insurance-officer\"]");
        page.waitForURL("**/trail.xhtml");
        assertThat(OfficeDatabase.value("select roles from app_user where username = 'sso-auditor'"))
                .isEqualTo("auditor");
        page.locator("#logout").click();
        page.waitForURL(LOGIN);
        signOn("sso-auditor", "");
        refused("尚未分配角色");
        signOn("cashier", ", \"groups\": [\"auditors\"]");
        refused("不相容岗位");
    }

    @Test
    void whereTheProviderIsAwayItSaysSoAndThePasswordStillOpens() {
        page.navigate("/sso");
        refused("统一身份认证系统暂时无法使用");
        screenshot("away");
        login(page, "office");
        page.waitForURL("**/office.xhtml");
    }

    @Test
    void whoTurnsBackAtTheProviderIsToldSo() throws Exception {
        start();
        page.navigate("/sso");
        String state = page.url().replaceAll(".*[?&]state=([^&]*).*", "$1");
        page.navigate("/sso/back?error=access_denied&state=" + state);
        refused("未予通过");
    }

    private void start() throws Exception {
        provider = new MockOAuth2Server(new OAuth2Config(true));
        provider.start(InetAddress.getByName("localhost"), Integer.getInteger("it.sso.port"));
    }

    private void signOn(String user, String claims) {
        page.navigate("/sso");
        prove(page, user, claims);
    }

    private static void prove(Page person, String user, String claims) {
        person.locator("input[name=username]").fill("subject-of-" + user);
        person.locator("textarea[name=claims]").fill("{\"preferred_username\": \"" + user + "\"" + claims + "}");
        person.locator("input[type=submit]").click();
    }

    /** Where the provider's answer leads, before a browser goes there. */
    private static String answerFor(Page person, String user) throws Exception {
        String form = "username=x&claims="
                + URLEncoder.encode("{\"preferred_username\": \"" + user + "\"}", StandardCharsets.UTF_8);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(person.url()))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private void refused(String why) {
        page.waitForURL(LOGIN);
        assertThat(page.locator("#sso-refusal")).containsText(why);
        assertThat(page.locator("#sso-refusal")).containsText(Pattern.compile(INCIDENT));
    }

    private String asked(String path) throws InterruptedException {
        RecordedRequest request = provider.takeRequest(10, TimeUnit.SECONDS);
        while (request != null && !request.getPath().startsWith(path)) {
            request = provider.takeRequest(10, TimeUnit.SECONDS);
        }
        return request == null ? "nothing" : request.getPath();
    }

    private static long logins(String who, String deed) throws SQLException {
        return Long.parseLong(OfficeDatabase.value(
                "select (select count(*) from trail where who = ? and deed = ? and door = '/sso')"
                        + " + (select count(*) from trail_waiting where who = ? and deed = ? and door = '/sso')",
                who,
                deed,
                who,
                deed));
    }

    private static void account(String name, String roles, boolean locked) throws SQLException {
        OfficeDatabase.execute(
                "insert into app_user (username, display_name, english_name, password_hash, roles, must_change, failures, locked)"
                        + " values (?, '测试员', ?, 'none', ?, true, 0, ?)",
                name,
                name,
                roles,
                locked);
    }
}
