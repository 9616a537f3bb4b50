package org.yibaoban.portal.his;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.SettledStay.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Set;
import org.yibaoban.portal.server.OfficeClient;

/** Stays that go on and are settled in parts. */
public final class DividedStay {

    private static final Set<String> ON_ITS_WAY = Set.of("QUEUED", "UNKNOWN", "PENDED", "REVERSING");
    private static final OfficeClient CLERK = OfficeClient.as("billing");

    private DividedStay() {}

    /** Admitted six days ago, with 1,200.00 yuan of that day and of each of the two that followed; not over. */
    public static HisStay open(Person person) throws Exception {
        HisStay stay = new HisStay(person, 6);
        accepted(stay.admit());
        for (int day = 6; day > 3; day--) {
            accepted(stay.charges(day, charge(stay.id("day" + day), "NUR000", "10", "120.00")));
        }
        CLERK.awaitVisit(stay.visit(), state -> !OfficeClient.membership(state).equals("PENDING"));
        return stay;
    }

    public static LocalDate ago(int days) {
        return HisStay.now().toLocalDate().minusDays(days);
    }

    /** Settles up to a day, and waits for the payer. @return the visit's state */
    public static JsonNode settle(HisStay stay, LocalDate through) throws Exception {
        OfficeClient.Answer answer = CLERK.part(stay.visit(), through);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return still(stay);
    }

    /** Discharges it and settles what is left. */
    public static JsonNode end(HisStay stay) throws Exception {
        accepted(stay.discharge());
        CLERK.awaitVisit(stay.visit(), state -> !OfficeClient.membership(state).equals("PENDING"));
        assertThat(CLERK.claim(stay.visit()).status()).isEqualTo(202);
        return still(stay);
    }

    /** The last part is taken back by two persons. */
    public static JsonNode reverse(HisStay stay) throws Exception {
        OfficeClient.Answer asked = CLERK.ask(stay.visit(), "reversal", "重新结算");
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(OfficeClient.as("office").approve(stay.visit(), "reversal").status())
                .isEqualTo(202);
        return CLERK.awaitVisit(
                stay.visit(),
                state -> OfficeClient.claim(state).equals("REVERSED")
                        && !OfficeClient.membership(state).equals("PENDING"));
    }

    private static JsonNode still(HisStay stay) throws Exception {
        return CLERK.awaitVisit(stay.visit(), state -> !ON_ITS_WAY.contains(OfficeClient.claim(state)));
    }
}
