package org.yibaoban.his.hl7v2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.his.HisInbox;
import org.yibaoban.office.his.IncomingMessage;
import org.yibaoban.office.his.Kept;
import org.yibaoban.office.his.Outcome;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.VisitNumber;

/** The small inbox with a list of all that was handed to it. */
final class RecordingInbox implements HisInbox {

    private final MemoryInbox inbox = new MemoryInbox();
    private final List<IncomingMessage> offered = new ArrayList<>();
    private int refusals;

    List<byte[]> offered() {
        return offered.stream().map(IncomingMessage::content).toList();
    }

    List<MemoryInbox.Entry> entries() {
        return List.copyOf(inbox.entries.values());
    }

    /** How often this content came without an id by which it could be known again. */
    long timesWithoutId(byte[] content) {
        return offered.stream()
                .filter(message -> message.controlId().isEmpty() && Arrays.equals(message.content(), content))
                .count();
    }

    /** Refusals are answered whatever the sender's wishes. */
    int mustBeAnswered() {
        return refusals;
    }

    @Override
    public Optional<AtOnce> keepAndApply(
            IncomingMessage message, HisCommand command, Function<Outcome, byte[]> answer) {
        Optional<AtOnce> done = inbox.keepAndApply(message, command, answer);
        done.ifPresent(applied -> offered.add(message));
        return done;
    }

    @Override
    public Kept keep(IncomingMessage message) {
        offered.add(message);
        return inbox.keep(message);
    }

    @Override
    public byte[] apply(long messageId, HisCommand command, Function<Outcome, byte[]> answer) {
        return inbox.apply(messageId, command, answer);
    }

    @Override
    public byte[] applyAll(
            long messageId,
            List<PatientDetails> people,
            List<HisCommand.OfVisit> commands,
            Function<List<Outcome>, byte[]> answer) {
        return inbox.applyAll(messageId, people, commands, answer);
    }

    @Override
    public void refuse(long messageId, Verdict verdict, String reason, String incidentId, byte[] answer) {
        boolean cutOff = reason.contains(FrameFault.RESTARTED.english());
        boolean waited = inbox.entries.get(messageId).answer != null && verdict == Verdict.ERROR;
        refusals += cutOff || waited ? 0 : 1;
        inbox.refuse(messageId, verdict, reason, incidentId, answer);
    }

    @Override
    public void note(long messageId, String note, byte[] answer) {
        inbox.note(messageId, note, answer);
    }

    @Override
    public List<WaitingMessage> waitingFor(VisitNumber visit) {
        return inbox.waitingFor(visit);
    }
}
