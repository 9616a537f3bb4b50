package org.yibaoban.his.hl7v2;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.yibaoban.office.IncidentId;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.his.HisInbox;
import org.yibaoban.office.his.HisInbox.WaitingMessage;
import org.yibaoban.office.his.Outcome;
import org.yibaoban.visit.VisitNumber;

/**
 * Handles messages that came early again, once something of their visit was applied. Their senders were answered AA
 * long ago; a message that is refused now is an incident for the office. Never throws: the message that set it off was
 * accepted already.
 */
final class WaitingReplay {

    private static final System.Logger LOG = System.getLogger(WaitingReplay.class.getName());

    private final HisInbox inbox;
    private final Clock clock;
    private final CommandReader reader;
    private final SenderCharsets charsets;
    private final Predicate<WaitingMessage> ours;
    private final Consumer<WaitingMessage> otherDoors;

    /**
     * @param ours whether a message came through an HL7 door
     * @param otherDoors handles what came through another door; never throws
     */
    WaitingReplay(
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
        this.ours = ours;
        this.otherDoors = otherDoors;
    }

    /** Again and again while something is applied, because one message may be what another waits for. */
    void replay(VisitNumber visit) {
        try {
            int before = Integer.MAX_VALUE;
            List<WaitingMessage> waiting = inbox.waitingFor(visit);
            while (!waiting.isEmpty() && waiting.size() < before) {
                before = waiting.size();
                waiting.forEach(this::again);
                waiting = inbox.waitingFor(visit);
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, IncidentId.next(clock) + ": what waits for a visit could not be read", failed);
        }
    }

    private void again(WaitingMessage message) {
        if (!ours.test(message)) {
            otherDoors.accept(message);
            return;
        }
        Incoming incoming = Incoming.of(message.content(), charsets);
        Envelope envelope = incoming.envelope();
        DecodedText decoded = incoming.decoded();
        Acknowledgement acknowledgement = new Acknowledgement(envelope, decoded, clock);
        try {
            HisCommand command = reader.read(message.content(), envelope, decoded);
            AtomicBoolean applied = new AtomicBoolean();
            inbox.apply(message.messageId(), command, outcome -> {
                applied.set(outcome instanceof Outcome.Applied);
                return acknowledgement.accepted(outcome);
            });
            LOG.log(Level.DEBUG, "waiting message {0} tried again, applied: {1}", message.messageId(), applied);
        } catch (MessageFault fault) {
            refuse(message, fault, acknowledgement);
        } catch (OfficeRefused refused) {
            refuse(message, MessageFault.of(refused), acknowledgement);
        } catch (RuntimeException failed) {
            LOG.log(
                    Level.ERROR,
                    IncidentId.next(clock) + ": waiting message " + message.messageId() + " failed, it goes on waiting",
                    failed);
        }
    }

    private void refuse(WaitingMessage message, MessageFault fault, Acknowledgement acknowledgement) {
        String incident = IncidentId.next(clock).value();
        LOG.log(Level.WARNING, "{0}: waiting message {1} refused: {2}", incident, message.messageId(), fault.code());
        byte[] answer = acknowledgement.refused(fault, incident);
        inbox.refuse(message.messageId(), fault.verdict(), MessageIntake.reasonOf(fault), incident, answer);
    }
}
