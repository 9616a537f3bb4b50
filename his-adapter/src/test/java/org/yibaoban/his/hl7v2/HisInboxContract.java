package org.yibaoban.his.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.his.hl7v2.Messages.admit;
import static org.yibaoban.his.hl7v2.Messages.bytes;
import static org.yibaoban.his.hl7v2.Messages.charges;
import static org.yibaoban.his.hl7v2.Messages.event;
import static org.yibaoban.his.hl7v2.Messages.ft1;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What every inbox does with what comes off the wire, whatever it keeps it in. Visits, control ids and transaction ids
 * are new for each test, for a real store is not empty.
 */
public abstract class HisInboxContract {

    /** A kept message; a verdict as the message store names it. */
    public record Stored(String verdict, byte[] content, String incident) {}

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String visit = "V" + run;

    /** Hands a frame in and returns the answer. */
    protected abstract byte[] send(byte[] frame) throws Exception;

    /** What is kept under a control id, oldest first. */
    protected abstract List<Stored> stored(String controlId) throws Exception;

    /** The ledger's transaction ids that begin like this, sorted. */
    protected abstract List<String> ledger(String beginning) throws Exception;

    /** From now on nothing that begins like this can be posted, as if the store failed. */
    protected abstract void breakLedger(String beginning) throws Exception;

    protected abstract void mendLedger() throws Exception;

    @Test
    void the_same_message_again_gets_the_same_answer_byte_for_byte_and_is_applied_once() throws Exception {
        byte[] first = send(bytes(admit(id("1"), visit)));
        byte[] posted = send(bytes(charges(id("2"), visit, charge("T1"))));

        assertThat(send(bytes(admit(id("1"), visit)))).isEqualTo(first);
        assertThat(send(bytes(charges(id("2"), visit, charge("T1"))))).isEqualTo(posted);
        assertThat(ledger(run)).containsExactly(id("T1"));
        assertThat(stored(id("1"))).hasSize(1);
        assertThat(stored(id("2"))).hasSize(1);
    }

    @Test
    void bytes_are_kept_as_they_came() throws Exception {
        byte[] sent = bytes(admit(id("1"), visit));

        send(sent);

        assertThat(stored(id("1"))).extracting(Stored::verdict).containsExactly("APPLIED");
        assertThat(stored(id("1")).get(0).content()).isEqualTo(sent);
    }

    @Test
    void the_same_control_id_with_other_content_is_held_and_has_no_effect() throws Exception {
        send(bytes(admit(id("1"), visit)));
        byte[] other = bytes(charges(id("1"), visit, charge("T1")));

        Ack held = Ack.of(send(other));

        assertThat(held.code()).isEqualTo("AE");
        assertThat(held.errorCode()).isEqualTo("205");
        assertThat(stored(id("1"))).extracting(Stored::verdict).containsExactly("APPLIED", "HELD");
        assertThat(stored(id("1")).get(1).content()).isEqualTo(other);
        assertThat(stored(id("1")).get(1).incident()).isEqualTo(held.field("ERR", 7));
        assertThat(ledger(run)).isEmpty();
    }

    @Test
    void what_is_held_stays_held_under_its_incident_and_the_first_is_still_answered() throws Exception {
        byte[] first = send(bytes(admit(id("1"), visit)));
        Ack held = Ack.of(send(bytes(charges(id("1"), visit, charge("T1")))));

        Ack again = Ack.of(send(bytes(charges(id("1"), visit, charge("T1")))));

        assertThat(again.field("ERR", 7)).isEqualTo(held.field("ERR", 7));
        assertThat(send(bytes(admit(id("1"), visit)))).isEqualTo(first);
        assertThat(stored(id("1"))).hasSize(2);
    }

    @Test
    void what_comes_before_its_admission_waits_and_is_applied_by_it_oldest_first() throws Exception {
        Ack credit = Ack.of(send(bytes(charges(id("1"), visit, credit("T2", "T1")))));
        Ack charge = Ack.of(send(bytes(charges(id("2"), visit, charge("T1")))));
        assertThat(List.of(credit.code(), charge.code())).containsOnly("AA");
        assertThat(stored(id("1"))).extracting(Stored::verdict).containsExactly("WAITING");
        assertThat(ledger(run)).isEmpty();

        send(bytes(admit(id("3"), visit)));

        assertThat(ledger(run)).containsExactly(id("T1"), id("T2"));
        assertThat(stored(id("1"))).extracting(Stored::verdict).containsExactly("APPLIED");
        assertThat(stored(id("2"))).extracting(Stored::verdict).containsExactly("APPLIED");
    }

    @Test
    void a_message_that_waits_is_kept_once_however_often_it_is_sent() throws Exception {
        byte[] first = send(bytes(event("A02", id("1"), visit)));

        assertThat(send(bytes(event("A02", id("1"), visit)))).isEqualTo(first);
        assertThat(stored(id("1"))).extracting(Stored::verdict).containsExactly("WAITING");
    }

    @Test
    void what_waited_and_is_wrong_when_its_time_comes_is_kept_with_an_incident() throws Exception {
        send(bytes(charges(id("1"), visit, charge("T1"))));
        send(bytes(charges(id("2"), visit, ft1(1, id("T1"), "CG", "3", "30", "10", ""))));

        Ack ack = Ack.of(send(bytes(admit(id("3"), visit))));

        assertThat(ack.code()).isEqualTo("AA");
        assertThat(stored(id("2"))).extracting(Stored::verdict).containsExactly("ERROR");
        assertThat(stored(id("2")).get(0).incident()).startsWith("I");
        assertThat(ledger(run)).containsExactly(id("T1"));
    }

    @Test
    void a_refusal_is_kept_with_its_incident_and_answered_again_as_it_was() throws Exception {
        send(bytes(admit(id("1"), visit)));
        send(bytes(charges(id("2"), visit, charge("T1"))));
        byte[] changed = bytes(charges(id("3"), visit, ft1(1, id("T1"), "CG", "3", "30", "10", "")));

        byte[] refused = send(changed);

        assertThat(Ack.of(refused).field("ERR", 5)).isEqualTo("YB-2003");
        assertThat(stored(id("3"))).extracting(Stored::verdict).containsExactly("ERROR");
        assertThat(stored(id("3")).get(0).incident()).isEqualTo(Ack.of(refused).field("ERR", 7));
        assertThat(send(changed)).isEqualTo(refused);
    }

    @Test
    void after_a_failure_of_the_store_nothing_is_half_done_and_the_same_message_is_worked_on_again() throws Exception {
        send(bytes(admit(id("1"), visit)));
        byte[] message = bytes(charges(id("2"), visit, charge("T1"), charge("T2")));
        breakLedger(id("T2"));
        Ack failed;
        try {
            failed = Ack.of(send(message));
        } finally {
            mendLedger();
        }
        assertThat(failed.code()).isEqualTo("AR");
        assertThat(failed.errorCode()).isEqualTo("207");
        assertThat(stored(id("2"))).extracting(Stored::verdict).containsExactly("REJECTED");
        assertThat(stored(id("2")).get(0).incident()).isEqualTo(failed.field("ERR", 7));
        assertThat(ledger(run)).isEmpty();

        Ack again = Ack.of(send(message));

        assertThat(again.code()).isEqualTo("AA");
        assertThat(ledger(run)).containsExactly(id("T1"), id("T2"));
        assertThat(stored(id("2"))).extracting(Stored::verdict).containsExactly("APPLIED");
    }

    private String id(String part) {
        return run + "-" + part;
    }

    private String charge(String transaction) {
        return ft1(1, id(transaction), "CG", "2", "20.00", "10", "");
    }

    private String credit(String transaction, String reverses) {
        return ft1(1, id(transaction), "CD", "2", "20.00", "10", id(reverses));
    }
}
