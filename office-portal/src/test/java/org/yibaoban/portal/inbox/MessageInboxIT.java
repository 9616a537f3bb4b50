package org.yibaoban.portal.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.yibaoban.his.hl7v2.HisInboxContract;
import org.yibaoban.portal.his.Ack;
import org.yibaoban.portal.his.Ft1;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeDatabase;

/** The real inbox, over the wire into the database, keeps the contract. */
@ArquillianTest
@RunAsClient
class MessageInboxIT extends HisInboxContract {

    private static final int GATE = 20261122;

    /** The charge has seen no visit and is not kept yet when the admission comes: that must not miss it. */
    @Test
    void aChargeThatIsStillBeingKeptIsNotMissedByItsAdmission() throws Exception {
        HisStay stay = new HisStay(Person.stranger());
        String charge = stay.charges(Ft1.charge(stay.id("1"), "NUR000", "1", "120.00"));
        OfficeDatabase.execute("create function wait_for_the_test() returns trigger language plpgsql as $$ begin"
                + " perform pg_advisory_xact_lock(" + GATE + "); return new; end $$");
        OfficeDatabase.execute("create trigger wait_for_the_test before insert on raw_message for each row when"
                + " (new.control_id = '" + charge.split("\\|")[9] + "') execute function wait_for_the_test()");
        CompletableFuture<Ack> charged;
        CompletableFuture<Ack> admitted;
        try (OfficeDatabase.Gate gate = OfficeDatabase.shut(GATE)) {
            charged = sent(charge);
            gate.awaitOneBeforeIt();
            admitted = sent(stay.admit());
            gate.awaitOneBehindThat(admitted::isDone);
        } finally {
            OfficeDatabase.execute("drop function wait_for_the_test() cascade");
        }

        assertThat(charged.get(30, TimeUnit.SECONDS).code()).isEqualTo("AA");
        assertThat(admitted.get(30, TimeUnit.SECONDS).code()).isEqualTo("AA");
        assertThat(ledger(stay.visit())).containsExactly(stay.id("1"));
    }

    private static CompletableFuture<Ack> sent(String message) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return HisLine.send(message);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

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
