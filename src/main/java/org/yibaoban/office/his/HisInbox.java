package org.yibaoban.office.his;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.VisitNumber;

/**
 * The office's side of every HIS door. A door first {@link #keep}s what it received, which is durable when the call
 * returns, then {@link #apply}s what it understood or {@link #refuse}s it, and only then answers the sender. Each call
 * is a transaction of its own. {@link #keepAndApply} is both in one, for what nothing stands in the way of.
 */
public interface HisInbox {

    /**
     * Keeps a new message and applies its command in one transaction. Where that cannot be, nothing is changed and the
     * message has to be kept and applied in two: {@link #keep} says whether it came before, {@link #apply} why it is
     * refused.
     *
     * @param message with a control id
     * @param answer makes the bytes of the answer from what became of the command
     * @return nothing where a message of this sender and control id is here already
     * @throws RuntimeException when the command is wrong or the store failed: nothing is changed
     */
    Optional<AtOnce> keepAndApply(IncomingMessage message, HisCommand command, Function<Outcome, byte[]> answer);

    /**
     * What became of a message that was kept and applied at once.
     *
     * @param mayWait whether something may be waiting for what was applied, to be handled again now
     */
    record AtOnce(byte[] answer, boolean mayWait) {}

    /** Stores a message before it is understood or acknowledged. */
    Kept keep(IncomingMessage message);

    /**
     * Applies a command and stores verdict and answer in the same transaction.
     *
     * @param answer makes the bytes of the answer from what became of the command
     * @return the answer to send
     * @throws org.yibaoban.office.OfficeRefused when the command is wrong: nothing is changed, call {@link #refuse} next
     */
    byte[] apply(long messageId, HisCommand command, Function<Outcome, byte[]> answer);

    /**
     * Applies all that one message asks for, or nothing of it, and stores verdict and answer in the same transaction.
     *
     * @param people whom the message describes; described before the commands are applied
     * @param commands in the order in which they are applied
     * @param answer makes the bytes of the answer, in the same transaction, from what became of each command
     * @return the answer to send
     * @throws org.yibaoban.office.OfficeRefused when one of them is wrong: nothing is changed, call {@link #refuse} next
     * @throws MustWait when one of them came too early: nothing is changed, call {@link #refuse} next
     */
    byte[] applyAll(
            long messageId,
            List<PatientDetails> people,
            List<HisCommand.OfVisit> commands,
            Function<List<Outcome>, byte[]> answer);

    /**
     * Stores that a message was not accepted, and why.
     *
     * @param incidentId what the sender can quote
     */
    void refuse(long messageId, Verdict verdict, String reason, String incidentId, byte[] answer);

    /** Stores what was found of something that asks nothing of the office, such as the envelope of a batch. */
    void note(long messageId, String note, byte[] answer);

    /** Messages that wait for this visit, oldest first, to be handled again after a command for it was applied. */
    List<WaitingMessage> waitingFor(VisitNumber visit);

    /**
     * A kept message that waits.
     *
     * @param channel the door it came through, which alone can read it
     */
    record WaitingMessage(long messageId, String channel, byte[] content) {}

    enum Verdict {
        /** The content is wrong; it must be mended before it is sent again (AE). */
        ERROR,
        /** The type is not handled here, or the system failed; the same message may be sent again later (AR). */
        REJECTED
    }
}
