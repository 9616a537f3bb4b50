package org.yibaoban.his.tabular;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.yibaoban.office.IncidentId;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.his.HisInbox;
import org.yibaoban.office.his.HisInbox.Verdict;
import org.yibaoban.office.his.HisInbox.WaitingMessage;
import org.yibaoban.office.his.IncomingMessage;
import org.yibaoban.office.his.Kept;
import org.yibaoban.office.message.MessageDoor;
import org.yibaoban.office.tabular.KnownVisit;
import org.yibaoban.office.tabular.LoadBook;
import org.yibaoban.office.tabular.PatientBook;
import org.yibaoban.office.tabular.SeenRow;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;

/**
 * Tells rows to the office: keeps them as a message, has the command applied, and notes their keys in the same
 * transaction. For many threads.
 */
public final class Teller implements MessageDoor {

    private static final Logger LOG = System.getLogger(Teller.class.getName());

    private final HisInbox inbox;
    private final LoadBook book;
    private final PatientBook patients;
    private final Clock clock;

    public Teller(HisInbox inbox, LoadBook book, PatientBook patients, Clock clock) {
        this.inbox = inbox;
        this.book = book;
        this.patients = patients;
        this.clock = clock;
    }

    @Override
    public boolean opens(String channel) {
        return channel.equals(Run.FILE) || channel.equals(Run.VIEW);
    }

    @Override
    public void again(long messageId, String channel, byte[] content) {
        again(new WaitingMessage(messageId, channel, content));
    }

    /**
     * What became of what was told.
     *
     * @param again whether it is the answer of an earlier time
     */
    record Reply(Answer answer, boolean again) {}

    /**
     * @param notes noted when the command is applied or waits
     * @param replay told the visit for which something was applied
     */
    Reply tell(
            Run run,
            HisCommand.OfVisit command,
            List<Draft> drafts,
            List<SeenRow> notes,
            Consumer<VisitNumber> replay) {
        Kept kept = keep(run, drafts, Optional.of(command));
        if (kept instanceof Kept.Fresh) {
            Answer answer =
                    apply(kept.messageId(), command, () -> book.note(run.map().id(), notes));
            if (answer.verdict() == Answer.Verdict.APPLIED) {
                replay.accept(command.visit());
            }
            return new Reply(answer, false);
        }
        return earlier(kept);
    }

    /** Tells patients that come without a visit. */
    Reply describe(Run run, List<PatientDetails> people, List<Draft> drafts, List<SeenRow> notes) {
        Kept kept = keep(run, drafts, Optional.empty());
        if (kept instanceof Kept.Fresh) {
            Answer applied = new Answer(Answer.Verdict.APPLIED, "", "", "");
            patients.describe(
                    kept.messageId(),
                    people,
                    applied.bytes(),
                    () -> book.note(run.map().id(), notes));
            return new Reply(applied, false);
        }
        return earlier(kept);
    }

    private Kept keep(Run run, List<Draft> drafts, Optional<HisCommand.OfVisit> command) {
        byte[] content = KeptBatch.encode(run.map(), run.header(), drafts, command);
        // the digest is part of the identity, so nothing is ever held here: what has changed was found out by its keys
        String controlId = run.attempt() + "/" + Digest.of(content);
        return inbox.keep(new IncomingMessage(
                run.channel(), run.map().id(), controlId, run.map().kind().key(), content));
    }

    private static Reply earlier(Kept kept) {
        return new Reply(
                kept.earlierAnswer().map(Answer::of).orElseThrow(() -> new IllegalStateException("held " + kept)),
                true);
    }

    /** A message of rows that waited, once something of its visit was applied. Never throws. */
    public void again(WaitingMessage message) {
        try {
            KeptBatch batch = KeptBatch.decode(message.content());
            Answer answer = apply(message.messageId(), batch.command().orElseThrow(), () -> {});
            if (answer.verdict() == Answer.Verdict.REFUSED) {
                // its rows may come again, and get the same reason in front of a user
                book.forget(batch.table(), batch.keys());
            }
        } catch (RuntimeException failed) {
            LOG.log(
                    Level.ERROR,
                    IncidentId.next(clock) + ": waiting rows " + message.messageId() + " failed, they go on waiting",
                    failed);
        }
    }

    private Answer apply(long messageId, HisCommand.OfVisit command, Runnable noted) {
        try {
            return Answer.of(inbox.apply(messageId, ofItsPatient(command), outcome -> {
                noted.run();
                return Answer.of(outcome).bytes();
            }));
        } catch (OfficeRefused refused) {
            String incident = IncidentId.next(clock).value();
            LOG.log(
                    Level.INFO,
                    "{0}: rows {1} refused: {2}",
                    incident,
                    messageId,
                    refused.reason().code());
            Answer answer = Answer.refused(refused, incident);
            inbox.refuse(
                    messageId, Verdict.ERROR, answer.chinese() + " / " + answer.english(), incident, answer.bytes());
            return answer;
        }
    }

    /** Rows of diagnoses name the visit alone. */
    private HisCommand.OfVisit ofItsPatient(HisCommand.OfVisit command) {
        if (!(command instanceof HisCommand.Update update) || update.patient() != RowMapping.NOBODY) {
            return command;
        }
        Map<VisitNumber, KnownVisit> known = book.visits(List.of(update.visit()));
        PatientNumber patient = Optional.ofNullable(known.get(update.visit()))
                .map(KnownVisit::patient)
                .orElse(RowMapping.NOBODY.number());
        PatientDetails nobody = RowMapping.NOBODY;
        return new HisCommand.Update(
                update.visit(),
                new PatientDetails(patient, nobody.identityNumber(), "", nobody.sex(), nobody.birthDate()),
                update.doctor(),
                update.diagnoses(),
                update.insurance(),
                LocalDateTime.now(clock));
    }
}
