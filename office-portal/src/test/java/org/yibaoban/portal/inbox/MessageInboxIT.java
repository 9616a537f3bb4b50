package org.yibaoban.portal.inbox;

import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.yibaoban.his.hl7v2.HisInboxContract;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.server.OfficeDatabase;

/** The real inbox, over the wire into the database, keeps the contract. */
@ArquillianTest
@RunAsClient
class MessageInboxIT extends HisInboxContract {

    @Override
    protected byte[] send(byte[] frame) throws Exception {
        return HisLine.exchange(frame);
    }

    @Override
    protected List<Stored> stored(String controlId) throws SQLException {
        return OfficeDatabase.rows(
                        "select verdict, encode(content, 'hex'), incident_id from raw_message where control_id = ? order by id",
                        controlId)
                .stream()
                .map(row -> row.split("\\|", -1))
                .map(row -> new Stored(row[0], HexFormat.of().parseHex(row[1]), row[2]))
                .toList();
    }

    @Override
    protected List<String> ledger(String beginning) throws SQLException {
        return OfficeDatabase.rows(
                "select transaction_id from charge_line where starts_with(transaction_id, ?) order by 1", beginning);
    }

    @Override
    protected void breakLedger(String beginning) throws SQLException {
        OfficeDatabase.execute("create function refuse_for_the_test() returns trigger language plpgsql as $$"
                + " begin raise exception 'the store fails'; end $$");
        OfficeDatabase.execute("create trigger refuse_for_the_test before insert on charge_line for each row"
                + " when (starts_with(new.transaction_id, '" + beginning
                + "')) execute function refuse_for_the_test()");
    }

    @Override
    protected void mendLedger() throws SQLException {
        OfficeDatabase.execute("drop function refuse_for_the_test() cascade");
    }
}
