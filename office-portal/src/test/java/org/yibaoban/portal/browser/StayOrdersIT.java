package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.inbox.HookRequest;
import org.yibaoban.portal.server.OfficeClient;

/** The ward sees a stay's orders: where each stands, what was charged for it, what its doctor was told and answered. */
class StayOrdersIT extends BrowserTest {

    private static final String SERVICE = "/cds-services/yibaoban-order-sign";

    private final OfficeClient his = OfficeClient.as("his");
    private final HisStay stay = new HisStay(Person.stranger());

    @Test
    void theWardSeesOrdersWithTheirStateTheirChargesAndTheAdvice() throws Exception {
        send(stay.admit());
        send(order("NW", "O1", "OWN001^注射用复方营养因子", "2"));
        send(order("NW", "O2", "CT0001^胸部CT平扫", "1"));
        send(order("NW", "O3", "NUR000^护理", "1"));
        send(order("XO", "O2", "CT0001^胸部CT平扫", "2"));
        send(order("DC", "O3", "NUR000^护理", "1"));
        send(stay.message(
                "DFT^P03",
                "FT1|1|" + stay.id("1") + "||20261122||CG|CT0001^胸部CT平扫|||1|268.00|268.00|0304||||||||||"
                        + stay.id("O2")));
        override(his.post(SERVICE, HookRequest.sign(stay.visit(), "OWN001")).json());

        login(page, "ward");
        page.navigate("/stay.xhtml?visit=" + stay.visit());

        Locator rows = page.locator("#stay-orders_data tr");
        assertThat(rows).hasCount(3);
        assertThat(rows.nth(0)).containsText("注射用复方营养因子");
        assertThat(rows.nth(0).locator(".order-state")).hasText("新开");
        assertThat(rows.nth(0).locator(".order-advice")).containsText("坚持开立");
        assertThat(rows.nth(0).locator(".order-advice")).containsText("患者已签知情同意书: 已签");
        assertThat(rows.nth(1).locator(".order-state")).hasText("已变更");
        assertThat(rows.nth(1)).containsText("268.00");
        assertThat(rows.nth(1).locator(".order-advice")).hasCount(0);
        assertThat(rows.nth(2).locator(".order-state")).hasText("已停止");
        page.setViewportSize(1366, 768);
        page.locator("#stay-orders").scrollIntoViewIfNeeded();
        screenshot("stay-orders");

        page.locator("#language").click();
        assertThat(rows.nth(0).locator(".order-advice")).containsText("The patient has consented");
        assertThat(rows.nth(2).locator(".order-state")).hasText("Discontinued");
    }

    @Test
    void aStayWithoutOrdersSaysSo() throws Exception {
        send(stay.admit());

        login(page, "ward");
        page.navigate("/stay.xhtml?visit=" + stay.visit());

        assertThat(page.locator("#stay-orders")).containsText("没有医嘱");
    }

    private String order(String control, String number, String item, String quantity) {
        return stay.message(
                "ORM^O01", "ORC|" + control + "|" + stay.id(number), "RXO|" + item + "|||||||||||" + quantity);
    }

    private void override(JsonNode answer) throws Exception {
        String card = HookRequest.card(answer, "复方营养因子").path("uuid").asText();
        assertThat(his.post(
                                SERVICE + "/feedback",
                                "{\"feedback\":[{\"card\":\"" + card
                                        + "\",\"outcome\":\"overridden\",\"overrideReason\":{\"reason\":{\"code\":"
                                        + "\"consent-signed\",\"system\":\"x\"},\"userComment\":\"已签\"},"
                                        + "\"outcomeTimestamp\":\"2026-11-22T08:30:00Z\"}]}")
                        .status())
                .isEqualTo(200);
    }

    private static void send(String message) throws Exception {
        assertThat(HisLine.send(message).code()).isEqualTo("AA");
    }
}
