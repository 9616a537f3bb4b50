package org.yibaoban.his.hl7v2;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yibaoban.office.IncidentId;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.his.HisInbox;
import org.yibaoban.office.his.HisInbox.WaitingMessage;
import org.yibaoban.office.his.IncomingMessage;
import org.yibaoban.office.his.Kept;
import org.yibaoban.office.his.Outcome;
import org.yibaoban.visit.VisitNumber;

/**
 * Handles one message: keeps it, says so where the sender asked for that, has the office apply it, and answers. For
 * many threads.
 */
final class MessageIntake {

    private static final System.Logger LOG = System.getLogger(MessageIntake.class.getName());
    /** MSH-9, 11 or 12: not for this system, whatever else stands in the message. */
    private static final Set<ErrorCode> NOT_FOR_US = Set.of(
            ErrorCode.UNSUPPORTED_TYPE,
            ErrorCode.UNSUPPORTED_EVENT,
            ErrorCode.UNSUPPORTED_PROCESSING_ID,
            ErrorCode.UNSUPPORTED_VERSION);

    private final HisInbox inbox;
    private final Clock clock;
    private final CommandReader reader;
    private final SenderCharsets charsets;
    private final WaitingReplay replay;

    /**
     * @param ours whether a message came through an HL7 door
     * @param otherDoors handles what waits for a visit and came through another door; never throws
     */
    MessageIntake(
            HisInbox inbox,
            Clock clock,
            CommandReader reader,
            SenderCharsets charsets,
            Predicate<WaitingMessage> ours,
            Consumer<WaitingMessage> otherDoors) {
        this.inbox = inbox;
        this.clock = clock;
        this.reader = reader;
        this.charsets = charsets;
        this.replay = new WaitingReplay(inbox, clock, reader, charsets, ours, otherDoors);
    }

    /**
     * Handles one message.
     *
     * @param answers gets each answer as soon as it is due
     * @return what was understood of the message, nothing where it was not understood
     */
    Optional<HisCommand> receive(String channel, byte[] content, Consumer<byte[]> answers) {
        Conversation talk = new Conversation(Incoming.of(content, charsets), clock, answers);
        Envelope envelope = talk.envelope();
        Reading reading = read(talk.incoming());
        IncomingMessage message = new IncomingMessage(
                channel, envelope.sender(), keptControlId(envelope), envelope.typeAndEvent(), content);
        if (reading.command().isPresent()
                && !message.controlId().isEmpty()
                && !talk.saysKeptFirst()
                && atOnce(message, reading.command().get(), talk)) {
            return reading.command();
        }
        Kept kept;
        try {
            kept = inbox.keep(message);
        } catch (RuntimeException notKept) {
            talk.say(failedWith(IncidentId.next(clock), talk, notKept));
            return Optional.empty();
        }
        if (kept.earlierAnswer().isPresent()) {
            talk.repeat(kept.earlierAnswer().get());
        } else if (kept instanceof Kept.Held held) {
            LOG.log(
                    Level.WARNING,
                    "{0}: message {1} of {2} held: its control id came before with other content",
                    held.incidentId(),
                    envelope.controlId(),
                    envelope.sender());
            talk.say(talk.notTaken(sameIdOtherContent(), held.incidentId()));
        } else {
            work(kept.messageId(), reading, talk);
        }
        return reading.command();
    }

    /**
     * The way of nearly all messages: kept and applied in one transaction.
     *
     * @return whether it went so; if not, nothing was changed or said
     */
    private boolean atOnce(IncomingMessage message, HisCommand command, Conversation talk) {
        Optional<HisInbox.AtOnce> done;
        try {
            done = inbox.keepAndApply(message, command, talk::accepted);
        } catch (RuntimeException | StackOverflowError refusedOrFailed) {
            LOG.log(
                    Level.DEBUG,
                    "message {0} of {1} is to be kept first: {2}",
                    message.controlId(),
                    message.sender(),
                    refusedOrFailed.getClass().getName());
            return false;
        }
        done.ifPresent(applied -> {
            if (applied.mayWait()) {
                command.concerns().forEach(replay::replay);
            }
            talk.sayKept();
            talk.say(applied.answer());
        });
        return done.isPresent();
    }

    /**
     * Keeps what is no whole message. It is kept without its control id, so that the whole message, sent again, is not
     * taken for the same id with other content.
     */
    void receiveBroken(String channel, byte[] part, MessageFault fault, Consumer<byte[]> answers) {
        Conversation talk = new Conversation(Incoming.of(part, charsets), clock, answers);
        Envelope envelope = talk.envelope();
        try {
            Kept kept = inbox.keep(new IncomingMessage(channel, envelope.sender(), "", envelope.typeAndEvent(), part));
            refuse(kept.messageId(), fault, talk, incident -> talk.notTaken(fault, incident));
        } catch (RuntimeException notKept) {
            talk.say(failedWith(IncidentId.next(clock), talk, notKept));
        }
    }

    /** Handles a message that is kept already, as it is understood now; its sender hears nothing. */
    void again(long id, byte[] content) {
        Conversation talk = new Conversation(Incoming.of(content, charsets), clock, unheard -> {});
        work(id, read(talk.incoming()), talk);
    }

    /** Handles what waits for a visit again. Never throws. */
    void tryWaiting(VisitNumber visit) {
        replay.replay(visit);
    }

    private void work(long id, Reading reading, Conversation talk) {
        if (reading.fault().isPresent()) {
            MessageFault fault = reading.fault().get();
            if (reading.notTaken()) {
                refuse(id, fault, talk, incident -> talk.notTaken(fault, incident));
            } else {
                talk.sayKept();
                refuse(id, fault, talk, incident -> talk.refused(fault, incident));
            }
            return;
        }
        if (talk.hearsOfFailures()) {
            talk.sayKept();
        }
        apply(id, reading.command().orElseThrow(), talk);
    }

    private void apply(long id, HisCommand command, Conversation talk) {
        AtomicReference<Outcome> outcome = new AtomicReference<>();
        try {
            byte[] answer = inbox.apply(id, command, result -> {
                outcome.set(result);
                return talk.accepted(result);
            });
            if (outcome.get() instanceof Outcome.Applied) {
                command.concerns().forEach(replay::replay);
            }
            talk.sayKept();
            talk.say(answer);
        } catch (OfficeRefused refused) {
            MessageFault fault = MessageFault.of(refused);
            talk.sayKept();
            refuse(id, fault, talk, incident -> talk.refused(fault, incident));
        } catch (RuntimeException unexpected) {
            failed(id, talk, unexpected);
        }
    }

    private Reading read(Incoming message) {
        try {
            return new Reading(
                    Optional.of(reader.read(message.content(), message.envelope(), message.decoded())),
                    Optional.empty(),
                    false);
        } catch (MessageFault fault) {
            boolean notTaken = NOT_FOR_US.contains(fault.code())
                    || message.envelope().isBlank()
                    || message.decoded().fault().isPresent()
                    || !CommandReader.isControlId(message.envelope().controlId());
            return new Reading(Optional.empty(), Optional.of(fault), notTaken);
        } catch (RuntimeException unexpected) {
            LOG.log(Level.ERROR, "a message of " + message.envelope().sender() + " could not be read", unexpected);
            return new Reading(Optional.empty(), Optional.of(MessageFault.internal()), false);
        }
    }

    private void refuse(long id, MessageFault fault, Conversation talk, Function<String, byte[]> answerFor) {
        IncidentId incident = IncidentId.next(clock);
        LOG.log(
                Level.INFO,
                "{0}: message {1} of {2} {3} {4}",
                incident,
                talk.envelope().controlId(),
                talk.envelope().sender(),
                fault.verdict(),
                fault.code());
        byte[] answer = answerFor.apply(incident.value());
        try {
            inbox.refuse(id, fault.verdict(), reasonOf(fault), incident.value(), answer);
            talk.say(answer);
        } catch (RuntimeException notStored) {
            talk.say(failedWith(incident, talk, notStored));
        }
    }

    private void failed(long id, Conversation talk, RuntimeException unexpected) {
        IncidentId incident = IncidentId.next(clock);
        byte[] answer = failedWith(incident, talk, unexpected);
        MessageFault fault = MessageFault.internal();
        try {
            inbox.refuse(id, fault.verdict(), reasonOf(fault), incident.value(), answer);
        } catch (RuntimeException notStored) {
            // It stays kept without an answer, so the sender's repetition is worked on afresh.
            LOG.log(Level.ERROR, incident + ": the verdict could not be stored either", notStored);
        }
        talk.say(answer);
    }

    private static byte[] failedWith(IncidentId incident, Conversation talk, RuntimeException reason) {
        LOG.log(
                Level.ERROR,
                incident + ": message " + talk.envelope().controlId() + " of "
                        + talk.envelope().sender() + " failed",
                reason);
        return talk.failed(incident.value());
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

    /** @param notTaken the fault is in what the door itself looks at: header, charset, control id */
    private record Reading(Optional<HisCommand> command, Optional<MessageFault> fault, boolean notTaken) {}
}
