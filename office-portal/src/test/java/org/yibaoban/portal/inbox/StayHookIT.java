package org.yibaoban.portal.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.Ft1;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.ServerTest;

/** The hooks at the beginning and the end of a stay. */
class StayHookIT extends ServerTest {

    private final OfficeClient his = OfficeClient.as("his");
    private final OfficeClient billing = OfficeClient.as("billing");

    @Test
    void aVerifiedMemberIsSaidToBeOne() throws Exception {
        HisStay stay = admitted(Person.employee(), "VERIFIED");

        JsonNode card = only("encounter-start", stay);

        assertThat(card.path("summary").asText()).contains("已核验，正常参保");
        assertThat(card.path("indicator").asText()).isEqualTo("info");
        assertThat(card.path("detail").asText()).contains("职工 employees");
    }

    @Test
    void aSuspendedMemberAndAStrangerAreWarnedOf() throws Exception {
        JsonNode suspended = only("encounter-start", admitted(Person.suspended(), "VERIFIED"));
        assertThat(suspended.path("summary").asText()).contains("欠费暂停");
        assertThat(suspended.path("indicator").asText()).isEqualTo("warning");

        JsonNode stranger = only("encounter-start", admitted(Person.stranger(), "REFUSED"));
        assertThat(stranger.path("summary").asText()).contains("未参保");
        assertThat(stranger.path("indicator").asText()).isEqualTo("warning");
    }

    @Test
    void aWrongIdentityNumberIsWarnedOf() throws Exception {
        Person wrong = new Person("990000197001011234", "路仁", "1", "19700101");
        HisStay stay = new HisStay(wrong);
        HisLine.send(stay.admit());

        JsonNode card = only("encounter-start", stay);

        assertThat(card.path("indicator").asText()).isEqualTo("warning");
        assertThat(card.path("detail").asText()).contains("身份证号有误");
        assertThat(card.toString()).doesNotContain("990000197001011234").doesNotContain("路仁");
    }

    @Test
    void aStayThatIsNotKnownYetIsSaidToBeSo() throws Exception {
        JsonNode cards = his.post("/cds-services/yibaoban-encounter-start", HookRequest.stay("encounter-start", "NEW1"))
                .json()
                .path("cards");

        assertThat(cards).hasSize(1);
        assertThat(cards.get(0).path("summary").asText()).contains("尚无此就诊");
    }

    @Test
    void atDischargeTheEstimateAddsUpAndWhatBlocksTheClaimComesFirst() throws Exception {
        HisStay stay = admitted(Person.employee(), "VERIFIED");
        HisLine.send(stay.charges(
                Ft1.charge(stay.id("T1"), "CT0001", "10", "268.00"),
                Ft1.charge(stay.id("T2"), "NOBODY-1", "1", "50.00")));

        JsonNode cards = cards("encounter-discharge", stay);

        assertThat(cards.get(0).path("indicator").asText()).isEqualTo("warning");
        assertThat(cards.get(0).path("summary").asText()).contains("结算前须处理 3 项", "知情同意未签署", "未对码", "拦截级审核问题");
        assertThat(cards.get(1).path("summary").asText()).contains("估算：费用 2730.00 元");
        assertThat(cards.get(1).path("detail").asText())
                .contains("统筹基金")
                .contains("全自费金额 Outside the catalogue: 50.00");
    }

    private HisStay admitted(Person person, String membership) throws Exception {
        HisStay stay = new HisStay(person);
        HisLine.send(stay.admit());
        billing.awaitMembership(stay.visit(), membership);
        return stay;
    }

    private JsonNode only(String hook, HisStay stay) throws Exception {
        JsonNode cards = cards(hook, stay);
        assertThat(cards).hasSize(1);
        return cards.get(0);
    }

    private JsonNode cards(String hook, HisStay stay) throws Exception {
        return his.post("/cds-services/yibaoban-" + hook, HookRequest.stay(hook, stay.visit()))
                .json()
                .path("cards");
    }
}
