package org.yibaoban.his.hl7v2;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import org.yibaoban.his.dialect.Dialects;
import org.yibaoban.office.his.HisInbox;
import org.yibaoban.office.his.HisInbox.WaitingMessage;
import org.yibaoban.office.message.MessageDoor;
import org.yibaoban.visit.VisitNumber;

/**
 * The HL7 v2 door: keeps a message as it came, then understands it, has the office apply it, and answers. A frame or
 * file may hold one message, several one after another, or batches (FHS, BHS). Whatever goes wrong becomes an answer
 * with a reason and an incident id. For many threads.
 */
public final class Hl7Intake implements FrameHandler, MessageDoor {

    private static final String MLLP = "mllp";
    private static final String FILE = "hl7-file";

    private final MessageIntake messages;
    private final BatchIntake batches;

    /**
     * For production messages (MSH-11 P or blank) of senders that speak for themselves.
     *
     * @param clock its zone is the hospital's
     */
    public Hl7Intake(HisInbox inbox, Clock clock) {
        this(inbox, clock, Dialects.standard(), notHere -> {});
    }

    /**
     * The door.
     *
     * @param dialects how each sender speaks
     * @param otherDoors handles what waits for a visit and came through another door; never throws
     */
    public Hl7Intake(HisInbox inbox, Clock clock, Dialects dialects, Consumer<WaitingMessage> otherDoors) {
        this(inbox, clock, Set.of("P"), dialects, dialects::charset, otherDoors);
    }

    /** The only door of its inbox. */
    Hl7Intake(HisInbox inbox, Clock clock, Set<String> processingIds, SenderCharsets charsets) {
        this(inbox, clock, processingIds, Dialects.standard(), charsets, notHere -> {});
    }

    /** @param processingIds values of MSH-11 that are taken, besides blank; a training message must not reach a ledger */
    private Hl7Intake(
            HisInbox inbox,
            Clock clock,
            Set<String> processingIds,
            Dialects dialects,
            SenderCharsets charsets,
            Consumer<WaitingMessage> otherDoors) {
        CommandReader reader = new CommandReader(clock.getZone(), dialects, processingIds);
        this.messages =
                new MessageIntake(inbox, clock, reader, charsets, message -> isOurs(message.channel()), otherDoors);
        this.batches = new BatchIntake(inbox, clock, messages);
    }

    @Override
    public void receive(byte[] frame, Reply reply) {
        if (!Piece.manyIn(frame)) {
            messages.receive(MLLP, frame, reply::answer);
            return;
        }
        try {
            batches.receive(MLLP, new ByteArrayInputStream(frame), frame.length, reply);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    @Override
    public void receiveBroken(byte[] part, FrameFault fault, Reply reply) {
        messages.receiveBroken(MLLP, part, fault.asMessageFault(), reply::answer);
    }

    /**
     * Takes a file: a message, several, or batches of them. Only one message at a time is held in memory.
     *
     * @param maxMessageBytes a longer message in it is refused
     * @throws IOException when the file cannot be read to its end; what was read until then is handled
     */
    public void receiveFile(InputStream file, int maxMessageBytes, Reply reply) throws IOException {
        batches.receive(FILE, file, maxMessageBytes, reply);
    }

    @Override
    public boolean opens(String channel) {
        return isOurs(channel);
    }

    private static boolean isOurs(String channel) {
        return channel.equals(MLLP) || channel.equals(FILE);
    }

    @Override
    public void again(long messageId, String channel, byte[] content) {
        messages.again(messageId, content);
    }

    /** Handles what waits for a visit again, after another door applied something of it. Never throws. */
    public void tryWaiting(VisitNumber visit) {
        messages.tryWaiting(visit);
    }

    /** Takes a frame and gathers its answers. */
    public byte[] receive(byte[] frame) {
        Gathered gathered = new Gathered();
        receive(frame, gathered);
        return gathered.bytes.toByteArray();
    }

    /** As {@link #receive(byte[])}, of a frame that did not come whole. */
    public byte[] receiveBroken(byte[] part, FrameFault fault) {
        Gathered gathered = new Gathered();
        receiveBroken(part, fault, gathered);
        return gathered.bytes.toByteArray();
    }

    private static final class Gathered implements Reply {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void part(byte[] answer) {
            bytes.writeBytes(answer);
        }

        @Override
        public void end() {
            // All frames' answers stand one after another.
        }
    }
}
