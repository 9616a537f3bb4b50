package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.PaperConsents;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.print.PrintedText;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;

/** Consent at the bedside, in a real browser: from the charge to the signature, the PDF and the claim. */
class ConsentPageIT extends BrowserTest {

    private final HisStay stay = new HisStay(Person.employee());
    private final OfficeClient clerk = OfficeClient.as("billing");

    @BeforeEach
    void chargeWithoutConsent() throws Exception {
        accepted(stay.admit());
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        accepted(stay.charges(
                charge(stay.id("1"), "NUR000", "5", "120.00"), charge(stay.id("2"), "OWN001", "2", "268.00")));
    }

    @Test
    void aDrawnSignatureLetsTheClaimGo() throws Exception {
        accepted(stay.discharge());
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        assertThat(clerk.claim(stay.visit()).json().path("message").asText()).contains("知情同意未签署");
        accepted(stay.cancelDischarge());
        login(page, "ward");
        Locator row = wardRow(page, stay);
        assertThat(row).containsText("知情同意未签署");
        row.locator("a.patient-name").click();
        assertThat(page.locator("#stay-flags")).containsText("知情同意未签署");

        page.locator("#stay-consents").click();
        assertThat(page.locator("#consent-due")).hasText("536.00");
        assertThat(page.locator("#due-table")).containsText("目录外全自费");
        screenshot("1-due");
        page.locator("tr.due-OWN001 a.fill-in").click();
        assertThat(page.locator("#quantity")).hasValue("2");
        page.locator("#prepare").click();
        assertThat(page.locator("#messages")).containsText("YB-6002");
        page.locator("#necessity").fill("术后不能进食，需营养支持");
        page.locator("#prepare").click();
        assertThat(page.locator("#consent-state")).hasAttribute("data-state", "DUE");
        assertThat(page.locator("#form-amount")).hasText("536.00");

        page.locator("#signer").fill(stay.person().name());
        page.locator("#relation").selectOption("SELF");
        page.locator("#witness").fill("值班护士");
        page.locator("#sign").click();
        assertThat(page.locator("#messages")).containsText("签名");
        drawSignature();
        screenshot("2-drawn");
        page.locator("#sign").click();
        assertThat(page.locator("#consent-state")).hasAttribute("data-state", "SIGNED");
        assertThat(page.locator("#steps")).containsText("ward");
        assertThat(page.locator("#messages")).containsText("已保存");
        screenshot("3-signed");
        // what was signed is not sent again by a reload
        assertThat(page).hasURL(Pattern.compile(".*/consent\\.xhtml\\?.*form=.*"));
        page.reload();
        assertThat(page.locator("#messages")).hasText("");
        assertThat(page.locator("#consent-state")).hasAttribute("data-state", "SIGNED");
        thePdfIsWhatWasSigned();

        page.locator("#all-consents").click();
        assertThat(page.locator("#nothing-due")).isVisible();
        assertThat(page.locator("#forms-table")).containsText("已签署");
        accepted(stay.discharge());
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        assertThat(clerk.claim(stay.visit()).status()).isEqualTo(202);
        clerk.awaitClaim(stay.visit(), "SETTLED");
    }

    private void thePdfIsWhatWasSigned() throws Exception {
        byte[] pdf = pdf();
        String hash = page.locator("#form-hash").textContent();
        assertThat(PrintedText.of(pdf))
                .contains("医疗保险自费项目知情同意书", stay.person().name(), stay.visit() + "-ZQ1", "注射用复方营养因子")
                .contains("536.00", "伍佰叁拾陆元整", "术后不能进食", "本人", "值班护士", "目录外全自费", "补签", hash);
        assertThat(pdf()).isEqualTo(pdf);
        assertThat(OfficeDatabase.value(
                        "select d.sha256 from consent_document d join consent c on c.id = d.consent_id"
                                + " where c.number = ? and d.kind = 'FORM'",
                        stay.visit() + "-ZQ1"))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(pdf)));
        assertThat(OfficeDatabase.value("select sha256 from consent where number = ?", stay.visit() + "-ZQ1"))
                .isEqualTo(hash);
    }

    @Test
    void anEmergencyIsToldWithItsReasonSignedAfterOnPaperAndWithdrawn() throws Exception {
        login(page, "ward");
        prepareForm();
        page.locator("#emergency").click();
        assertThat(page.locator("#messages")).containsText("原因");
        page.locator("#why").fill("室颤抢救，家属未到场");
        page.locator("#emergency").click();
        assertThat(page.locator("#consent-state")).hasAttribute("data-state", "EMERGENCY");
        assertThat(clerk.visit(stay.visit()).path("blockers").toString()).contains("CONSENT_MISSING");
        assertThat(PrintedText.of(pdf())).contains("室颤抢救", "不得空白签字");

        page.locator("#signer").fill("路远");
        page.locator("#relation").selectOption("CHILD");
        page.locator("#witness").fill("值班护士");
        page.locator("#signed-at").fill(HisStay.now().minusMinutes(2).toString().substring(0, 16));
        page.locator("#scan")
                .setInputFiles(new FilePayload(
                        "x.pdf", "application/pdf", "no pdf at all".repeat(9).getBytes()));
        page.locator("#bring-paper").click();
        assertThat(page.locator("#messages")).containsText("扫描件");
        page.locator("#scan").setInputFiles(new FilePayload("x.pdf", "application/pdf", PaperConsents.SCAN));
        page.locator("#bring-paper").click();
        assertThat(page.locator("#consent-state")).hasAttribute("data-state", "PAPER");
        assertThat(page.locator("#signed-by")).containsText("子女");
        assertThat(get("#show-scan")).isEqualTo(PaperConsents.SCAN);
        assertThat(clerk.visit(stay.visit()).path("blockers")).isEmpty();

        page.locator("#why").fill("患者改变主意");
        page.locator("#withdraw").click();
        assertThat(page.locator("#consent-state")).hasAttribute("data-state", "WITHDRAWN");
        assertThat(page.locator("#sign")).hasCount(0);
        screenshot("withdrawn");
        // what was used before stays agreed to, what comes after does not
        assertThat(clerk.visit(stay.visit()).path("blockers")).isEmpty();
    }

    @Test
    void theOfficeSeesWhoseConsentIsMissingAndAnotherWardDoesNot() throws Exception {
        login(page, "office");
        page.locator("#nav-consents").click();
        page.locator("#missing-table .table-find").pressSequentially(stay.visit());
        Locator row = page.locator("#missing-table tr", new Page.LocatorOptions().setHasText(stay.visit()));
        assertThat(row).containsText("536.00");
        row.locator("a.patient-name").click();
        assertThat(page.locator("#visit-number")).hasText(stay.visit());
        page.locator("#logout").click();

        stay.in("0303", "W0303A", "07");
        accepted(stay.transfer());
        login(page, "ward");
        assertThat(page.navigate("/consent.xhtml?visit=" + stay.visit()).status())
                .isEqualTo(403);
        assertThat(page.navigate("/consents.xhtml").status()).isEqualTo(403);
        page.navigate("/consent.xhtml?visit=NOWHERE");
        assertThat(page.locator("#messages")).containsText("YB-1001");
    }

    @Test
    void theSamePageSpeaksEnglish() {
        login(page, "ward");
        page.locator("#language").click();
        prepareForm();

        assertThat(page.locator("h1")).containsText("Informed consent");
        assertThat(page.locator("#consent-state")).hasText("To be signed");
        assertThat(page.locator("#sign")).hasText(Pattern.compile("Sign"));
        screenshot("english");
    }

    private void prepareForm() {
        page.navigate("/consent.xhtml?visit=" + stay.visit() + "&item=OWN001");
        page.locator("#necessity").fill("病情需要");
        page.locator("#prepare").click();
        assertThat(page.locator("#consent-state")).hasAttribute("data-state", "DUE");
    }

    private byte[] pdf() {
        return get("#print-consent");
    }

    private byte[] get(String link) {
        return page.context()
                .request()
                .get(page.locator(link).getAttribute("href"))
                .body();
    }

    private static void accepted(String message) throws IOException {
        assertThat(HisLine.send(message).code()).isEqualTo("AA");
    }
}
