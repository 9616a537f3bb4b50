package org.yibaoban.portal.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yibaoban.his.hl7v2.DialectStay;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** Senders of other dialects against the running server, which reads theirs from {@code config/dialects}. */
class DialectStayIT extends ServerTest {

    static List<DialectStay> stays() {
        return DialectStay.all().toList();
    }

    @ParameterizedTest
    @MethodSource("stays")
    void eachSendersStayIsInTheLedgerAsItSaidIt(DialectStay stay) throws Exception {
        for (byte[] message : stay.messages()) {
            assertThat(new String(HisLine.exchange(message), stay.charset())).contains("MSA|AA|");
        }

        assertThat(OfficeDatabase.value(
                        "select v.status, v.discharged_at, v.charges, v.line_count, p.number from visit v"
                                + " join patient p on p.id = v.patient_id where v.number = ?",
                        stay.visit()))
                .isEqualTo("DISCHARGED|2026-11-22 10:00:00|332.00|3|" + stay.patient());
        assertThat(OfficeDatabase.rows(
                        "select verdict from raw_message where visit_number = ? and verdict <> 'APPLIED'",
                        stay.visit()))
                .isEmpty();
    }
}
