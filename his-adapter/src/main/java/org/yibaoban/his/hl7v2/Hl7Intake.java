package org.yibaoban.his.hl7v2;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.yibaoban.his.dialect.Dialects;
import org.yibaoban.office.IncidentId;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.his.HisInbox;
import org.yibaoban.office.his.IncomingMessage;
import org.yibaoban.office.his.Kept;
import org.yibaoban.office.his.Outcome;

/**
 * The HL7 v2 door: keeps a message as it came, then understands it, has the office apply it, and answers. Whatever goes
 * wrong becomes an answer with a reason and an incident id. For many threads.
 */
public final class Hl7Intake implements FrameHandler {

    private static final System.Logger LOG = System.getLogger(Hl7Intake.class.getName());
    private static final String CHANNEL = "mllp";
    private static final byte[] NO_ANSWER = {};

    private final HisInbox inbox;
    private final Clock clock;
    private final CommandReader reader;
    private final WaitingReplay replay;

    /**
     * For production messages (MSH-11 P or blank).
     *
     * @param clock its zone is the hospital's
     */
    public Hl7Intake(HisInbox inbox, Clock clock) {
        this(inbox, clock, Set.of("P"));
    }

    /** @param dialects how each sender speaks */
    public Hl7Intake(HisInbox inbox, Clock clock, Dialects dialects) {
        this(inbox, clock, Set.of("P"), dialects);
    }

    /** @param processingIds values of MSH-11 that are taken, besides blank; a training message must not reach a ledger */
    public Hl7Intake(HisInbox inbox, Clock clock, Set<String> processingIds) {
        this(inbox, clock, processingIds, Dialects.standard());
    }

    private Hl7Intake(HisInbox inbox, Clock clock, Set<String> processingIds, Dialects dialects) {
        this.inbox = inbox;
        this.clock = clock;
        this.reader = new CommandReader(clock.getZone(), dialects, processingIds);
        this.replay = new WaitingReplay(inbox, clock, reader);
    }

    @Override
    public byte[] receive(byte[] frame) {
        Envelope envelope = Envelope.of(frame);
        DecodedText decoded = DecodedText.of(frame, envelope);
        Acknowledgement acknowledgement = new Acknowledgement(envelope, decoded, clock);
        Kept kept;
        try {
            kept = inbox.keep(new IncomingMessage(
                    CHANNEL, envelope.sender(), keptControlId(envelope), envelope.typeAndEvent(), frame));
        } catch (RuntimeException notKept) {
            return notKept(acknowledgement, envelope, notKept);
        }
        byte[] answer = kept.earlierAnswer().orElseGet(() -> answer(kept, frame, envelope, decoded, acknowledgement));
        return Acknowledgement.wanted(envelope, answer) ? answer : NO_ANSWER;
    }

    /**
     * Keeps a frame that did not come whole. It is kept without its control id, so that the whole message, sent again,
     * is not taken for the same id with other content.
     */
    @Override
    public byte[] receiveBroken(byte[] part, FrameFault fault) {
        Envelope envelope = Envelope.of(part);
        Acknowledgement acknowledgement = new Acknowledgement(envelope, DecodedText.of(part, envelope), clock);
        try {
            Kept kept = inbox.keep(new IncomingMessage(CHANNEL, envelope.sender(), "", envelope.typeAndEvent(), part));
            return kept.earlierAnswer()
                    .orElseGet(() -> refuse(kept.messageId(), faultOf(fault), acknowledgement, envelope));
        } catch (RuntimeException notKept) {
            return notKept(acknowledgement, envelope, notKept);
        }
    }

    private byte[] answer(
            Kept kept, byte[] frame, Envelope envelope, DecodedText decoded, Acknowledgement acknowledgement) {
        if (kept instanceof Kept.Held held) {
            LOG.log(
                    Level.WARNING,
                    "{0}: message {1} of {2} held: its control id came before with other content",
                    held.incidentId(),
                    envelope.controlId(),
                    envelope.sender());
            return acknowledgement.refused(sameIdOtherContent(), held.incidentId());
        }
        long id = kept.messageId();
        try {
            HisCommand command = reader.read(frame, envelope, decoded);
            AtomicReference<Outcome> outcome = new AtomicReference<>();
            byte[] answer = inbox.apply(id, command, result -> {
                outcome.set(result);
                return acknowledgement.accepted(result);
            });
            if (outcome.get() instanceof Outcome.Applied) {
                command.concerns().forEach(replay::replay);
            }
            return answer;
        } catch (MessageFault fault) {
            return refuse(id, fault, acknowledgement, envelope);
        } catch (OfficeRefused refused) {
            return refuse(id, MessageFault.of(refused), acknowledgement, envelope);
        } catch (RuntimeException unexpected) {
            return failed(id, acknowledgement, envelope, unexpected);
        }
    }

    private byte[] refuse(long id, MessageFault fault, Acknowledgement acknowledgement, Envelope envelope) {
        IncidentId incident = IncidentId.next(clock);
        LOG.log(
                Level.INFO,
                "{0}: message {1} of {2} {3} {4}",
                incident,
                envelope.controlId(),
                envelope.sender(),
                fault.verdict(),
                fault.code());
        byte[] answer = acknowledgement.refused(fault, incident.value());
        try {
            inbox.refuse(id, fault.verdict(), reasonOf(fault), incident.value(), answer);
        } catch (RuntimeException notStored) {
            return failedWith(incident, acknowledgement, envelope, notStored);
        }
        return answer;
    }

    private byte[] failed(long id, Acknowledgement acknowledgement, Envelope envelope, RuntimeException unexpected) {
        IncidentId incident = IncidentId.next(clock);
        byte[] answer = failedWith(incident, acknowledgement, envelope, unexpected);
        MessageFault fault = MessageFault.internal();
        try {
            inbox.refuse(id, fault.verdict(), reasonOf(fault), incident.value(), answer);
        } catch (RuntimeException notStored) {
            // It stays kept without an answer, so the sender's repetition is worked on afresh.
            LOG.log(Level.ERROR, incident + ": the verdict could not be stored either", notStored);
        }
        return answer;
    }

    private byte[] notKept(Acknowledgement acknowledgement, Envelope envelope, RuntimeException reason) {
        return failedWith(IncidentId.next(clock), acknowledgement, envelope, reason);
    }

    private static byte[] failedWith(
            IncidentId incident, Acknowledgement acknowledgement, Envelope envelope, RuntimeException reason) {
        LOG.log(
                Level.ERROR,
                incident + ": message " + envelope.controlId() + " of " + envelope.sender() + " failed",
                reason);
        return acknowledgement.refused(MessageFault.internal(), incident.value());
    }

    static String reasonOf(MessageFault fault) {
        return fault.code().code() + " " + fault.chinese() + " / " + fault.english();
    }

    private static String keptControlId(Envelope envelope) {
        return CommandReader.isControlId(envelope.controlId()) ? envelope.controlId() : "";
    }

    private static MessageFault sameIdOtherContent() {
        return MessageFault.error(
                ErrorCode.DUPLICATE_KEY,
                FieldPath.of("MSH", 10),
                "同一消息控制号的内容与之前不同，已搁置待核对",
                "this control id came before with other content; held for a person to look at");
    }

    private static MessageFault faultOf(FrameFault fault) {
        return fault == FrameFault.TOO_LARGE
                ? MessageFault.rejected(ErrorCode.VALUE_TOO_LONG, fault.chinese(), fault.english())
                : MessageFault.error(ErrorCode.SEGMENT_SEQUENCE, fault.chinese(), fault.english());
    }
}
