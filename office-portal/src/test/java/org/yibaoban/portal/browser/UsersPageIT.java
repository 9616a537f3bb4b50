package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;

/** The administrator keeps the accounts on a page, in a real browser. */
class UsersPageIT extends BrowserTest {

    private static final String OWN = "Hecheng#2026";

    @Test
    void aNewUserChangesThePasswordBeforeAnythingElse() {
        String first = add("new-doctor", "ward-doctor", "0304");
        screenshot("added");
        try (BrowserContext second = newContext()) {
            Page doctor = second.newPage();
            login(doctor, "new-doctor", first);
            assertThat(doctor.locator("#password-due")).isVisible();
            doctor.navigate("/ward.xhtml");
            assertThat(doctor.locator("#password-due")).isVisible();
            change(doctor, first, "new-Doctor-2026");
            assertThat(doctor.locator("#messages")).containsText("YB-9007");
            change(doctor, first, "short");
            assertThat(doctor.locator("#messages")).containsText("密码太短");
            change(doctor, "wrong-old-1A", OWN);
            assertThat(doctor.locator("#messages")).containsText("YB-9006");
            keep(doctor, "refused");
            change(doctor, first, OWN);
            assertThat(doctor.locator("#messages")).containsText("密码已修改");
            doctor.navigate("/ward.xhtml");
            assertThat(doctor.locator("#ward-table")).isVisible();
        }
    }

    @Test
    void afterFiveWrongPasswordsTheAdministratorUnlocks() throws Exception {
        String password = add("forgetful", "his-system", "");
        for (int i = 0; i < 5; i++) {
            assertThat(OfficeClient.as("forgetful").get("/fhir/Patient/0").status())
                    .isEqualTo(401);
        }
        assertThat(OfficeClient.as("forgetful", password).get("/fhir/Patient/0").status())
                .as("the right one is refused, too")
                .isEqualTo(401);
        page.reload();
        assertThat(row("forgetful")).containsText("密码错误过多");
        row("forgetful").locator("a").click();
        page.locator("#user-unlock").click();
        assertThat(row("forgetful")).containsText("正常");
        assertThat(OfficeClient.as("forgetful", password).get("/fhir/Patient/0").status())
                .isEqualTo(404);
        row("forgetful").locator("a").click();
        page.locator("#user-lock").click();
        assertThat(row("forgetful")).containsText("已锁定");
        assertThat(OfficeClient.as("forgetful", password).get("/fhir/Patient/0").status())
                .isEqualTo(401);
    }

    @Test
    void rolesThatDoNotGoTogetherAndADoctorWithoutDepartmentAreRefused() {
        open();
        fill("two-hats", "administrator", "");
        page.locator("#user-roles input[value=billing-clerk]").check();
        page.locator("#user-save").click();
        assertThat(page.locator("#messages")).containsText("YB-9004");
        fill("no-ward", "ward-doctor", "");
        page.locator("#user-roles input[value=administrator]").uncheck();
        page.locator("#user-roles input[value=billing-clerk]").uncheck();
        page.locator("#user-save").click();
        assertThat(page.locator("#messages")).containsText("YB-9003");
        fill("Not A Name", "billing-clerk", "");
        page.locator("#user-save").click();
        assertThat(page.locator("#messages")).containsText("YB-9001");
    }

    @Test
    void nobodyLocksOneselfAndANewPasswordVoidsTheOld() throws Exception {
        String password = add("clerk-two", "his-system", "");
        assertThat(OfficeClient.as("clerk-two", password).get("/fhir/Patient/0").status())
                .isEqualTo(404);
        row("clerk-two").locator("a").click();
        page.locator("#user-reset").click();
        page.locator("#confirm-yes").click();
        assertThat(page.locator("#made")).not().hasText(password);
        assertThat(OfficeClient.as("clerk-two", password).get("/fhir/Patient/0").status())
                .isEqualTo(401);
        assertThat(OfficeDatabase.value("select password_hash from app_user where username = 'clerk-two'"))
                .startsWith("PBKDF2WithHmacSHA256:210000:")
                .doesNotContain(password);
        row("admin").locator("a").click();
        page.locator("#user-lock").click();
        assertThat(page.locator("#messages")).containsText("YB-9005");
    }

    private String add(String name, String role, String department) {
        open();
        fill(name, role, department);
        page.locator("#user-save").click();
        assertThat(row(name)).isVisible();
        return page.locator("#made").textContent();
    }

    private void fill(String name, String role, String department) {
        page.locator("#user-name").fill(name);
        page.locator("#display-name").fill("测试员");
        page.locator("#user-department").selectOption(department);
        page.locator("#user-roles input[value=" + role + "]").check();
    }

    private static void change(Page person, String old, String wanted) {
        person.locator("#old").fill(old);
        person.locator("#wanted").fill(wanted);
        person.locator("#again").fill(wanted);
        person.locator("#change").click();
    }

    private void open() {
        login(page, "admin");
        assertThat(page.locator("#user-table")).isVisible();
    }

    private Locator row(String name) {
        return page.locator("#user-table tbody tr:has(a:text-is('" + name + "'))");
    }
}
