package org.yibaoban.portal.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.server.OfficeClient.claim;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisListener;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** The HIS, whose door is HAPI's, is told what became of its stays: in order, once each, and later when it is busy. */
class HisNoticeIT extends ServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final OfficeClient clerk = OfficeClient.as("billing");

    @Test
    void flagsAndTheSettlementArriveInOrder() throws Exception {
        HisStay stay = settled();

        List<String> told = awaitTold(stay, all -> all.stream().anyMatch(m -> m.contains("SETTLED^")));

        String flags = told.get(0);
        assertThat(flags).contains("OBR|1||" + stay.visit() + "|FLAGS^").contains("MEMBERSHIP_PENDING^");
        String settlement = told.stream()
                .filter(message -> message.contains("|SETTLEMENT^"))
                .findFirst()
                .orElseThrow();
        assertThat(settlement).contains("hifp_pay^基本医保统筹基金^NHSA||1275.00|CNY", "psn_part_amt^");
        assertThat(told.stream().filter(message -> message.contains("|SETTLEMENT^")))
                .hasSize(1);
    }

    @Test
    void aBusyReceiverIsToldTheSameLater() throws Exception {
        HisStay stay = new HisStay(Person.employee());
        HisListener.putOff(stay.visit(), 2);

        accepted(stay.admit());

        List<String> told = awaitTold(stay, all -> !all.isEmpty());
        assertThat(told.get(0)).contains("MEMBERSHIP_PENDING^");
        assertThat(OfficeDatabase.value(
                        "select max(n.attempts) from his_notice n join visit v on v.id = n.visit_id where v.number = ?",
                        stay.visit()))
                .isEqualTo("3");
    }

    private HisStay settled() throws Exception {
        HisStay stay = new HisStay(Person.employee());
        accepted(stay.admit());
        accepted(stay.charges(charge(stay.id("1"), "NUR000", "20", "120.00")));
        accepted(stay.discharge());
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        assertThat(clerk.claim(stay.visit()).status()).isEqualTo(202);
        clerk.awaitVisit(stay.visit(), state -> claim(state).equals("SETTLED"));
        return stay;
    }

    private static List<String> awaitTold(HisStay stay, Predicate<List<String>> wanted) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> told = HisListener.toldOf(stay.visit());
        while (!wanted.test(told)) {
            assertThat(System.nanoTime()).as("told so far: " + told.size()).isLessThan(deadline);
            Thread.sleep(250);
            told = HisListener.toldOf(stay.visit());
        }
        return told;
    }

    private static void accepted(String message) throws Exception {
        assertThat(HisLine.send(message).code()).isEqualTo("AA");
    }
}
