package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisListener;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.print.PrintedText;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;

/**
 * A self-paid drug from its order to the claim, through the real doors: the hook's card, the form that it links to, the
 * signature in a browser, the PDF that the HIS gets over MLLP, and the claim that waits for it.
 */
class ConsentJourneyIT extends BrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HisStay stay = new HisStay(Person.employee());
    private final OfficeClient clerk = OfficeClient.as("billing");

    @Test
    void fromTheOrdersCardToTheFiledFormAndTheClaimThatWaitedForIt() throws Exception {
        accepted(stay.admit());
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        JsonNode card = card("order-sign");
        assertThat(card.path("indicator").asText()).isEqualTo("warning");
        assertThat(card.path("summary").asText()).contains("需签知情同意书", "consent is due");
        String form = card.path("links").get(0).path("url").asText();

        // treated before anybody signed: the claim is stopped by the form that is missing and by the audit
        accepted(stay.charges(
                charge(stay.id("1"), "NUR000", "5", "120.00"), charge(stay.id("2"), "OWN001", "2", "268.00")));
        assertThat(findings()).containsExactly("no-consent|stop|OPEN");
        accepted(stay.discharge());
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        Answer stopped = clerk.claim(stay.visit());
        assertThat(stopped.status()).isEqualTo(409);
        assertThat(stopped.json().path("message").asText()).contains("知情同意未签署");
        assertThat(clerk.visit(stay.visit()).path("blockers").toString()).contains("CONSENT_MISSING", "AUDIT_OPEN");
        accepted(stay.cancelDischarge());

        sign(form);
        byte[] pdf = page.context()
                .request()
                .get(page.locator("#print-consent").getAttribute("href"))
                .body();
        assertThat(PrintedText.of(pdf)).contains(stay.person().name(), stay.visit() + "-ZQ1", "536.00");

        theHisHasTheVeryPdf(pdf);
        awaitAcknowledged();
        assertThat(page.locator("#filings")).containsText(sha256(pdf));
        screenshot("filed");
        assertThat(findings()).isEmpty();
        accepted(stay.discharge());
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        assertThat(clerk.claim(stay.visit()).status()).isEqualTo(202);
        clerk.awaitClaim(stay.visit(), "SETTLED");
    }

    @Test
    void whatIsSignedBeforeIsNotAskedForAgainAtTheNextOrder() throws Exception {
        accepted(stay.admit());
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        String form = card("order-select").path("links").get(0).path("url").asText();
        sign(form);

        JsonNode covered = card("order-sign");

        assertThat(covered.path("summary").asText()).contains("无需再签知情同意书");
        assertThat(covered.has("links")).isFalse();
    }

    /** At the bedside, from the address in the card. */
    private void sign(String form) {
        login(page, "ward");
        page.navigate(form.substring(form.indexOf("/consent.xhtml")));
        assertThat(page.locator("#quantity")).hasValue("2");
        page.locator("#necessity").fill("术后不能进食，需营养支持");
        page.locator("#prepare").click();
        page.locator("#signer").fill(stay.person().name());
        page.locator("#relation").selectOption("SELF");
        page.locator("#witness").fill("值班护士");
        drawSignature();
        page.locator("#sign").click();
        assertThat(page.locator("#consent-state")).hasAttribute("data-state", "SIGNED");
    }

    /** The card of the one item that is ordered. */
    private JsonNode card(String hook) throws Exception {
        Answer cards = OfficeClient.as("his")
                .post(
                        "/cds-services/yibaoban-" + hook,
                        "{\"hook\":\"" + hook
                                + "\",\"hookInstance\":\"00000000-0000-0000-0000-000000000001\",\"context\":{"
                                + "\"userId\":\"Practitioner/1\",\"patientId\":\"" + stay.patientNumber()
                                + "\",\"selections\":[\"MedicationRequest/m1\"],\"encounterId\":\"" + stay.visit()
                                + "\",\"draftOrders\":{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{"
                                + "\"resourceType\":\"MedicationRequest\",\"id\":\"m1\",\"status\":\"draft\","
                                + "\"medicationCodeableConcept\":{\"coding\":[{\"code\":\"OWN001\"}]},"
                                + "\"dispenseRequest\":{\"quantity\":{\"value\":2}}}}]}}}");
        assertThat(cards.status()).as(cards.body()).isEqualTo(200);
        return StreamSupport.stream(cards.json().path("cards").spliterator(), false)
                .filter(one -> one.path("summary").asText().startsWith("注射用复方营养因子：丙类自费"))
                .findFirst()
                .orElseThrow();
    }

    private void theHisHasTheVeryPdf(byte[] pdf) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> filed = filed();
        while (filed.isEmpty()) {
            assertThat(System.nanoTime()).as("not filed yet").isLessThan(deadline);
            Thread.sleep(250);
            filed = filed();
        }
        assertThat(filed).hasSize(1);
        String[] content = Arrays.stream(filed.get(0).split("\r"))
                .filter(segment -> segment.startsWith("OBX|1|ED|FORM"))
                .findFirst()
                .orElseThrow()
                .split("\\|")[5]
                .split("\\^");
        assertThat(content[2]).isEqualTo("PDF");
        assertThat(Base64.getDecoder().decode(content[4])).isEqualTo(pdf);
        assertThat(filed.get(0)).contains("|FORM_SHA256^").contains(sha256(pdf));
    }

    /** The HIS has it a moment before its acknowledgement is kept. */
    private void awaitAcknowledged() throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String address = "/consent.xhtml?visit=" + stay.visit() + "&form=" + stay.visit() + "-ZQ1";
        page.navigate(address);
        while (!page.locator("#filings").textContent().contains("HIS 已确认")) {
            assertThat(System.nanoTime()).as("not acknowledged yet").isLessThan(deadline);
            Thread.sleep(250);
            page.navigate(address);
        }
    }

    private List<String> filed() throws Exception {
        return HisListener.toldOf(stay.visit()).stream()
                .filter(told -> told.contains("MDM^T02"))
                .toList();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    /** Those that stop a claim. */
    private List<String> findings() throws Exception {
        return StreamSupport.stream(
                        clerk.get("/api/visits/" + stay.visit() + "/findings")
                                .json()
                                .spliterator(),
                        false)
                .filter(finding -> finding.path("severity").asText().equals("stop"))
                .filter(finding -> !finding.path("state").asText().equals("MENDED"))
                .map(finding -> finding.path("rule").asText() + "|"
                        + finding.path("severity").asText() + "|"
                        + finding.path("state").asText())
                .toList();
    }

    private static void accepted(String message) throws Exception {
        assertThat(HisLine.send(message).code()).isEqualTo("AA");
    }
}
