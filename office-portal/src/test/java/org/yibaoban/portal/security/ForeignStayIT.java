package org.yibaoban.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;
import org.yibaoban.portal.server.ServerTest;

/** A ward doctor who names another department's stay wherever a stay can be named. */
class ForeignStayIT extends ServerTest {

    @Test
    void anOpenPageOfOnesOwnPatientIsNotTurnedIntoAnothersByWhatIsSentBack() throws Exception {
        HisStay own = admitted(new HisStay(Person.employee()));
        HisStay foreign = admitted(new HisStay(Person.employee()).in("0303", "W0303A", "09"));
        Visitor doctor = Visitor.as("ward");
        assertThat(doctor.isLetIn("GET", "/stay.xhtml?visit=" + foreign.visit()))
                .isFalse();

        HttpResponse<String> page =
                doctor.sendBack("/stay.xhtml", "/stay.xhtml?visit=" + own.visit(), Map.of("visit", foreign.visit()));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(own.visit()).doesNotContain(foreign.visit());
    }

    @Test
    void noPrintOfAnotherDepartmentsStayIsHandedOut() throws Exception {
        HisStay foreign = admitted(new HisStay(Person.employee()).in("0303", "W0303A", "09"));
        Visitor doctor = Visitor.as("ward");

        for (String address : new String[] {"/ward/bill?visit=", "/billing/items?visit=", "/billing/sheet?visit="}) {
            assertThat(doctor.isLetIn("GET", address + foreign.visit()))
                    .as(address)
                    .isFalse();
        }
    }

    private static HisStay admitted(HisStay stay) throws Exception {
        SettledStay.accepted(stay.admit());
        return stay;
    }
}
