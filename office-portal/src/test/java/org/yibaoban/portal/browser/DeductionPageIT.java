package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;
import org.yibaoban.portal.server.OfficeDatabase;

/** A line of the payer's notice is entered, appealed against with evidence, and answered. */
class DeductionPageIT extends BrowserTest {

    private static final byte[] PROOF = "护理记录 2026-11-20 𠮷".getBytes(StandardCharsets.UTF_8);

    @Test
    void aDeductionIsAppealedAgainstWithEvidenceAndPartlyWithdrawn() throws Exception {
        HisStay stay = SettledStay.of(Person.retired());
        String notice = "K-" + stay.visit();
        login(page, "office");
        page.navigate("/deductions.xhtml");
        enter(notice, stay, LocalDate.now().plusDays(3));
        assertThat(page.locator("#deduction-state")).hasAttribute("data-state", "NOTIFIED");
        assertThat(row(notice)).containsText("剩余天数");

        enter(notice, stay, LocalDate.now().plusDays(3));
        assertThat(page.locator("#messages")).containsText("YB-3612");

        page.locator("#evidence-file").setInputFiles(new FilePayload("护理记录.txt", "text/plain", PROOF));
        page.locator("#evidence-keep").click();
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PROOF));
        assertThat(page.locator("#evidence")).containsText(hash);
        var download = page.waitForDownload(() -> page.locator("#evidence a").click());
        Assertions.assertArrayEquals(PROOF, Files.readAllBytes(download.path()));

        page.locator("#deed-appeal").click();
        assertThat(page.locator("#messages")).containsText("YB-3107");
        page.locator("#deed-words").fill("护理记录与收费相符");
        page.locator("#deed-appeal").click();
        assertThat(page.locator("#deduction-state")).hasAttribute("data-state", "APPEALED");
        Assertions.assertTrue(Axe.faults(page).isEmpty(), () -> Axe.faults(page).toString());
        screenshot("1-appealed");

        page.locator("#deed-words").fill("返还部分");
        page.locator("#deed-returned").fill("300");
        page.locator("#deed-answer").click();
        assertThat(page.locator("#messages")).containsText("YB-3611");
        page.locator("#deed-words").fill("返还部分");
        page.locator("#deed-returned").fill("100.50");
        page.locator("#deed-answer").click();
        assertThat(page.locator("#deduction-state")).hasAttribute("data-state", "PARTLY");
        assertThat(row(notice)).containsText("160.00");
        assertThat(page.locator("#department-costs")).containsText("心血管内科");
        assertThat(page.locator("#deduction-steps")).containsText("护理记录与收费相符");
        screenshot("2-answered");
    }

    @Test
    void nothingIsDeductedFromWhatThePayerHasNotSettled() throws Exception {
        HisStay stay = SettledStay.of(Person.retired());
        String claim = "(select c.id from claim c join visit v on v.id = c.visit_id where v.number = ?)";
        OfficeDatabase.execute("update claim set state = 'PENDED' where id = " + claim, stay.visit());
        OfficeDatabase.execute("delete from claim_answer where claim_id = " + claim, stay.visit());
        login(page, "office");
        page.navigate("/deductions.xhtml");
        enter("P-" + stay.visit(), stay, LocalDate.now().plusDays(3));
        assertThat(page.locator("#messages")).containsText("YB-3611");
    }

    @Test
    void afterTheLastDayItCanOnlyBeConceded() throws Exception {
        HisStay stay = SettledStay.of(Person.retired());
        login(page, "office");
        page.locator("#language").click();
        page.navigate("/deductions.xhtml");
        page.locator("#d-notified").fill(LocalDate.now().minusDays(20).toString());
        enter("L-" + stay.visit(), stay, LocalDate.now().minusDays(5));
        assertThat(page.locator("#deduction-state")).hasAttribute("data-state", "NOTIFIED");
        assertThat(page.locator("#deed-appeal")).hasCount(0);
        page.locator("#deed-words").fill("too late");
        page.locator("#deed-concede").click();
        assertThat(page.locator("#deduction-state")).hasAttribute("data-state", "CONCEDED");
        Assertions.assertTrue(Axe.faults(page).isEmpty(), () -> Axe.faults(page).toString());
        screenshot("conceded");
    }

    /** Two lines of one notice that are the same in all but their number. */
    @Test
    void aLineIsKnownByItsNumberWithinTheNotice() throws Exception {
        HisStay stay = SettledStay.of(Person.retired());
        String notice = "N-" + stay.visit();
        login(page, "office");
        page.navigate("/deductions.xhtml");
        for (String line : List.of("1", "2")) {
            page.locator("#d-line").fill(line);
            enter(notice, stay, LocalDate.now().plusDays(3));
            assertThat(row(notice).filter(new Locator.FilterOptions().setHasText("行号 " + line)))
                    .hasCount(1);
        }
        page.locator("#d-line").fill("2");
        enter(notice, stay, LocalDate.now().plusDays(3));
        assertThat(page.locator("#messages")).containsText("YB-3612");
        assertThat(row(notice)).hasCount(2);
        screenshot("numbered");
    }

    private void enter(String notice, HisStay stay, LocalDate deadline) {
        page.locator("#d-notice").fill(notice);
        page.locator("#d-visit").fill(stay.visit());
        page.locator("#d-item").fill("二级护理");
        page.locator("#d-rule").fill("护理等级不符");
        page.locator("#d-reason").fill("收费与护理记录不符");
        page.locator("#d-amount").fill("260.50");
        page.locator("#d-deadline").fill(deadline.toString());
        page.locator("#d-enter").click();
    }

    private Locator row(String notice) {
        return page.locator("#deductions tr", new Page.LocatorOptions().setHasText(notice));
    }
}
