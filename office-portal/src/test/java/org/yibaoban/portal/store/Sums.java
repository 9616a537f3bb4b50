package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;
import org.yibaoban.portal.server.OfficeDatabase;

/** The sums of the indicators, looked at past the server. */
final class Sums {

    private static final String NOTHING = "(\\|0(\\.0+)?)+";

    private Sums() {}

    /** Whatever was committed is in them now: a reader makes sure of it. */
    static void fold() throws Exception {
        Answer answer = OfficeClient.as("office")
                .get("/api/indicators?day=" + HisStay.now().toLocalDate());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Every row of sums that is not nothing; how they came about is not among them. */
    static List<String> all() throws SQLException {
        return OfficeDatabase.rows("select * from indicator_tally order by scope, code, grain, start").stream()
                .filter(row -> !row.matches("[A-Z]+\\|[^|]*\\|[A-Z]+\\|[-0-9]+" + NOTHING))
                .toList();
    }

    static Answer rebuild() throws Exception {
        return OfficeClient.as("office").post("/api/indicators/rebuild", "");
    }
}
