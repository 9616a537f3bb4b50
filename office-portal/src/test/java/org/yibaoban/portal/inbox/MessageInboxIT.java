package org.yibaoban.portal.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
        gateBefore(List.of(charge));
        CompletableFuture<Ack> charged;
        CompletableFuture<Ack> admitted;
        try (OfficeDatabase.Gate gate = OfficeDatabase.shut(GATE)) {
            charged = sent(charge);
            gate.awaitBeforeIt(1);
            admitted = sent(stay.admit());
            gate.awaitOneBehindThat(admitted::isDone);
        } finally {
            removeGate();
        }

        assertThat(charged.get(30, TimeUnit.SECONDS).code()).isEqualTo("AA");
        assertThat(admitted.get(30, TimeUnit.SECONDS).code()).isEqualTo("AA");
        assertThat(ledger(stay.visit())).containsExactly(stay.id("1"));
    }

    @Test
    void chargesThatComeAtTheSameMomentShareACommit() throws Exception {
        List<HisStay> stays = admitted(6);
        List<String> charges = stays.stream().map(MessageInboxIT::charge).toList();

        List<Ack> answers = behindTwoThatStop(charges);

        assertThat(answers).extracting(Ack::code).containsOnly("AA");
        for (HisStay stay : stays) {
            assertThat(ledger(stay.visit())).containsExactly(stay.id("1"));
        }
        assertThat(transactions(charges.subList(2, 6))).isEqualTo("1");
    }

    @Test
    void oneThatIsWrongAmongThemIsRefusedAndTheOthersArePosted() throws Exception {
        List<HisStay> stays = admitted(6);
        List<String> charges =
                new ArrayList<>(stays.stream().map(MessageInboxIT::charge).toList());
        charges.set(
                3, stays.get(3).chargesOf(stays.get(4), Ft1.charge(stays.get(3).id("1"), "NUR000", "1", "120.00")));
        // the second charge of a visit, and the first message once more on another connection
        charges.add(stays.get(2).charges(Ft1.charge(stays.get(2).id("2"), "NUR000", "1", "120.00")));
        charges.add(charges.get(2));

        List<Ack> answers = behindTwoThatStop(charges);

        assertThat(answers).extracting(Ack::code).containsExactly("AA", "AA", "AA", "AE", "AA", "AA", "AA", "AA");
        assertThat(ledger(stays.get(2).visit()))
                .containsExactly(stays.get(2).id("1"), stays.get(2).id("2"));
        assertThat(ledger(stays.get(3).visit())).isEmpty();
        assertThat(ledger(stays.get(5).visit())).containsExactly(stays.get(5).id("1"));
        assertThat(stored(controlId(charges.get(2)))).hasSize(1);
    }

    private static List<HisStay> admitted(int count) throws IOException {
        List<HisStay> stays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            HisStay stay = new HisStay(Person.stranger());
            assertThat(HisLine.send(stay.admit()).code()).isEqualTo("AA");
            stays.add(stay);
        }
        return stays;
    }

    private static String charge(HisStay stay) {
        return stay.charges(Ft1.charge(stay.id("1"), "NUR000", "1", "120.00"));
    }

    /** Sends the first two, which keep whoever works at their commit, then the others, and lets all go on. */
    private static List<Ack> behindTwoThatStop(List<String> messages) throws Exception {
        List<CompletableFuture<Ack>> answers = new ArrayList<>();
        gateBefore(messages.subList(0, 2));
        try (OfficeDatabase.Gate gate = OfficeDatabase.shut(GATE)) {
            messages.subList(0, 2).forEach(message -> answers.add(sent(message)));
            gate.awaitBeforeIt(2);
            messages.subList(2, messages.size()).forEach(message -> answers.add(sent(message)));
            // nothing tells from outside that they are read and wait
            Thread.sleep(2_000);
        } finally {
            removeGate();
        }
        List<Ack> acks = new ArrayList<>();
        for (CompletableFuture<Ack> answer : answers) {
            acks.add(answer.get(30, TimeUnit.SECONDS));
        }
        return acks;
    }

    private static String transactions(List<String> messages) throws SQLException {
        return OfficeDatabase.value("select count(distinct xmin::text) from raw_message where control_id in ("
                + messages.stream().map(m -> "'" + controlId(m) + "'").collect(Collectors.joining(", ")) + ")");
    }

    private static void gateBefore(List<String> messages) throws SQLException {
        OfficeDatabase.execute("create function wait_for_the_test() returns trigger language plpgsql as $$ begin"
                + " perform pg_advisory_xact_lock(" + GATE + "); return new; end $$");
        OfficeDatabase.execute("create trigger wait_for_the_test before insert on raw_message for each row when"
                + " (new.control_id in ("
                + messages.stream().map(m -> "'" + controlId(m) + "'").collect(Collectors.joining(", "))
                + ")) execute function wait_for_the_test()");
    }

    private static void removeGate() throws SQLException {
        OfficeDatabase.execute("drop function wait_for_the_test() cascade");
    }

    private static String controlId(String message) {
        return message.split("\\|")[9];
    }

    private static CompletableFuture<Ack> sent(String message) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return HisLine.send(message);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                sending -> new Thread(sending).start());
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
