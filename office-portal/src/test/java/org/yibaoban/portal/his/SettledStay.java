package org.yibaoban.portal.his;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.server.OfficeClient.claim;

import java.io.IOException;
import java.util.Set;
import org.yibaoban.portal.server.OfficeClient;

/** Stays that the tests settle by the billing clerk. */
public final class SettledStay {

    private static final Set<String> ON_ITS_WAY = Set.of("QUEUED", "UNKNOWN", "PENDED");
    private static final OfficeClient CLERK = OfficeClient.as("billing");

    private SettledStay() {}

    /** A stay of 2,400.00 yuan, discharged and settled. */
    public static HisStay of(Person person) throws Exception {
        HisStay stay = discharged(person);
        settle(stay);
        return stay;
    }

    /** The same before its claim. */
    public static HisStay discharged(Person person) throws Exception {
        HisStay stay = new HisStay(person);
        accepted(stay.admit());
        accepted(stay.charges(charge(stay.id("1"), "NUR000", "20", "120.00")));
        accepted(stay.discharge());
        CLERK.awaitVisit(stay.visit(), state -> !OfficeClient.membership(state).equals("PENDING"));
        return stay;
    }

    public static void settle(HisStay stay) throws Exception {
        assertThat(CLERK.claim(stay.visit()).status()).isEqualTo(202);
        var state = CLERK.awaitVisit(stay.visit(), s -> !ON_ITS_WAY.contains(claim(s)));
        assertThat(claim(state)).as(state.toString()).isEqualTo("SETTLED");
    }

    /** The clerk asks, the officer approves, the payer takes it back, and the membership is known again. */
    public static void reverse(HisStay stay) throws Exception {
        assertThat(CLERK.ask(stay.visit(), "reversal", "重新结算").status()).isEqualTo(202);
        assertThat(OfficeClient.as("office").approve(stay.visit(), "reversal").status())
                .isEqualTo(202);
        CLERK.awaitVisit(
                stay.visit(),
                state -> claim(state).equals("REVERSED")
                        && !OfficeClient.membership(state).equals("PENDING"));
    }

    public static void accepted(String message) throws IOException {
        assertThat(HisLine.send(message).code()).isEqualTo("AA");
    }
}
