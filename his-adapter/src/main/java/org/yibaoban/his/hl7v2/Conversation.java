package org.yibaoban.his.hl7v2;

import java.time.Clock;
import java.util.function.Consumer;
import org.yibaoban.office.his.Outcome;

/**
 * What is said to the sender of one message, by its wishes: in the enhanced mode CA when the message is kept, or CE or
 * CR when it is not taken, and then the application's answer. A refusal never meets silence, whatever the wishes: over
 * MLLP that looks like a lost message. For one message and thread.
 */
final class Conversation {

    private final Incoming incoming;
    private final Wishes wishes;
    private final Acknowledgement acknowledgement;
    private final Consumer<byte[]> answers;
    private boolean saidKept;
    private boolean saidAnything;

    Conversation(Incoming incoming, Clock clock, Consumer<byte[]> answers) {
        this.incoming = incoming;
        this.wishes = Wishes.of(incoming.envelope());
        this.acknowledgement = new Acknowledgement(incoming.envelope(), incoming.decoded(), clock);
        this.answers = answers;
    }

    Incoming incoming() {
        return incoming;
    }

    Envelope envelope() {
        return incoming.envelope();
    }

    /**
     * Whether the application's answer would tell the sender of a failure after CA. Where not, CA waits for the end, so
     * that a failure of the system can still be CE and the message be sent again.
     */
    boolean hearsOfFailures() {
        return wishes.application().wants(false);
    }

    /** Whether CA is to be heard before the application has worked. */
    boolean saysKeptFirst() {
        return hearsOfFailures() && wishes.accept().wants(true);
    }

    /** CA, once, where it is wanted. */
    void sayKept() {
        if (!saidKept && wishes.accept().wants(true)) {
            answer(acknowledgement.kept());
        }
        saidKept = true;
    }

    byte[] accepted(Outcome outcome) {
        return acknowledgement.accepted(outcome);
    }

    /** AE or AR: the application's word. */
    byte[] refused(MessageFault fault, String incident) {
        return acknowledgement.refused(Acknowledgement.Level.APPLICATION, fault, incident);
    }

    /** CE or CR where the sender listens for that, else AE or AR. */
    byte[] notTaken(MessageFault fault, String incident) {
        return acknowledgement.refused(levelOfRefusal(), fault, incident);
    }

    /** The system failed: by the acknowledgement that is still to come. */
    byte[] failed(String incident) {
        Acknowledgement.Level level = saidKept ? Acknowledgement.Level.APPLICATION : levelOfRefusal();
        return acknowledgement.refused(level, MessageFault.internal(), incident);
    }

    /** An answer, where it is wanted, and a refusal where nothing was said before. */
    void say(byte[] answer) {
        String code = Acknowledgement.codeOf(answer, envelope());
        boolean success = code.endsWith("A");
        Wishes.Wish wish = code.startsWith("C") ? wishes.accept() : wishes.application();
        if (wish.wants(success) || !success && !saidAnything) {
            answer(answer);
        }
    }

    /** The answer that was given before to the same message. */
    void repeat(byte[] earlier) {
        if (!Acknowledgement.codeOf(earlier, envelope()).startsWith("C")) {
            sayKept();
        }
        say(earlier);
    }

    private void answer(byte[] answer) {
        saidAnything = true;
        answers.accept(answer);
    }

    private Acknowledgement.Level levelOfRefusal() {
        return wishes.accept().wants(false) ? Acknowledgement.Level.ACCEPT : Acknowledgement.Level.APPLICATION;
    }
}
