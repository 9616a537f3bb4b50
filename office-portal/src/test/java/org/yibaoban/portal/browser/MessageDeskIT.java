package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.Ack;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;

/** The message desk in a real browser: find, look into, have handled again. */
class MessageDeskIT extends BrowserTest {

    @Test
    void aHeldMessageIsFoundLookedIntoAndHandledAgain() throws Exception {
        HisStay stay = new HisStay(Person.employee());
        assertThat(HisLine.send(stay.admit()).code()).isEqualTo("AA");
        String first = stay.charges(charge(stay.id("1"), "NUR000", "1", "120.00"));
        assertThat(HisLine.send(first).code()).isEqualTo("AA");
        Ack held = HisLine.send(first.replace(stay.id("1"), stay.id("2")));
        assertThat(held.code()).isNotEqualTo("AA");
        String control = first.split("\\|")[9];

        login(page, "office");
        page.locator("#nav-messages").click();
        page.locator("#messages-open").check();
        page.locator("#messages-filter").fill(control);
        page.locator("#messages-table tbody tr a").first().click();

        assertThat(page.locator("#verdict")).hasText("已扣留");
        assertThat(page.locator("#message-content")).containsText("FT1|");
        assertThat(page.locator("#message-content"))
                .not()
                .containsText(stay.person().name().substring(1));
        assertThat(page.locator("#unmask")).hasCount(0);
        screenshot("held");

        page.locator("#replay").click();
        assertThat(page.locator("#messages")).containsText("请写明原因");
        page.locator("#replay-reason").fill("核对无误，两次收费");
        page.locator("#replay").click();

        assertThat(page.locator("#verdict")).hasText("已处理");
        assertThat(page.locator("#replays")).containsText("核对无误");
        assertThat(OfficeClient.as("billing").visit(stay.visit()).path("total").asText())
                .isEqualTo("240.00");
    }

    @Test
    void namesAreShownToWhoHasTheRight() throws Exception {
        HisStay stay = new HisStay(Person.employee());
        String admission = stay.admit();
        assertThat(HisLine.send(admission).code()).isEqualTo("AA");
        try (BrowserContext context = newContext()) {
            Page head = context.newPage();
            login(head, "supervisor");
            head.locator("#nav-messages").click();
            head.locator("#messages-filter").fill(admission.split("\\|")[9]);
            head.locator("#messages-table tbody tr a").first().click();
            assertThat(head.locator("#message-content"))
                    .not()
                    .containsText(stay.person().identityNumber());

            head.locator("#unmask").click();
            assertThat(head.locator("#messages")).containsText("原因");
            assertThat(head.locator("#message-content"))
                    .not()
                    .containsText(stay.person().identityNumber());

            head.locator("#clear-reason").fill("核对患者证件");
            head.locator("#unmask").click();

            assertThat(head.locator("#message-content"))
                    .containsText(stay.person().identityNumber());
            keep(head, "unmasked");
        }
    }

    @Test
    void aMessageThatIsNotThereIsSaidToBeNot() {
        login(page, "office");
        page.navigate("/message.xhtml?id=1");

        assertThat(page.locator("#messages")).containsText("YB-4002");
    }
}
