package org.yibaoban.office.his;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yibaoban.office.IncidentId;
import org.yibaoban.office.notice.HisNews;
import org.yibaoban.store.RawMessageRow;
import org.yibaoban.store.RawMessages;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.VisitNumber;

/** The inbox over the message store. A command and its message's verdict are one transaction. */
@ApplicationScoped
public class MessageInbox implements HisInbox {

    private static final byte[] NO_ANSWER = new byte[0];

    @Inject
    private RawMessages messages;

    @Inject
    private Admissions admissions;

    @Inject
    private ChargeIntake charges;

    @Inject
    private HisNews his;

    @Inject
    private OrderIntake orders;

    @Inject
    private Identities identities;

    @Inject
    private VisitMerges visitMerges;

    @Inject
    private Clock clock;

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Kept keep(IncomingMessage message) {
        RawMessages.Received received = received(message);
        if (message.controlId().isBlank()) {
            return new Kept.Fresh(messages.add(received));
        }
        Optional<Long> added = messages.addNew(received);
        if (added.isPresent()) {
            return new Kept.Fresh(added.get());
        }
        return messages.sameIdentity(received.sender(), received.controlId()).stream()
                .filter(row -> Arrays.equals(row.sha256(), received.sha256()))
                .findFirst()
                .map(MessageInbox::seenBefore)
                .orElseGet(() -> hold(received));
    }

    /** A message that was never answered, or that the sender was told to send again, is worked on again. */
    private static Kept seenBefore(RawMessageRow row) {
        return switch (row.verdict()) {
            case HELD -> new Kept.Held(row.id(), row.incidentId());
            case RECEIVED, REJECTED -> new Kept.Fresh(row.id());
            case APPLIED, WAITING, ERROR ->
                row.answer()
                        .<Kept>map(answer -> new Kept.Repeat(row.id(), answer))
                        .orElseGet(() -> new Kept.Fresh(row.id()));
        };
    }

    private Kept hold(RawMessages.Received message) {
        String incident = IncidentId.next(clock).value();
        long id = messages.add(message);
        messages.conclude(
                id,
                RawMessageRow.Verdict.HELD,
                "控制号相同而内容不同 / control id " + message.controlId() + " came before with other content",
                incident,
                Optional.empty(),
                null,
                clock.instant());
        return new Kept.Held(id, incident);
    }

    private RawMessages.Received received(IncomingMessage message) {
        return new RawMessages.Received(
                clock.instant(),
                message.channel(),
                shortened(message.sender(), 200),
                shortened(message.controlId(), 200),
                shortened(message.type(), 40),
                sha256(message.content()),
                message.content());
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<AtOnce> keepAndApply(
            IncomingMessage message, HisCommand command, Function<Outcome, byte[]> answer) {
        RawMessages.Received received = received(message);
        Optional<Long> id = messages.reserve(received.sender(), received.controlId());
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Outcome outcome = outcomeOf(command, id.get());
        RawMessages.Conclusion conclusion = conclusion(command, outcome, answer);
        boolean waits = messages.addConcluded(id.get(), received, conclusion);
        command.concerns().forEach(his::visitMoved);
        // only charges hold the visit locked from before they looked at it: what waits was looked for in time
        boolean mayWait = outcome instanceof Outcome.Applied && (waits || !(command instanceof HisCommand.PostCharges));
        return Optional.of(new AtOnce(conclusion.answer(), mayWait));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public byte[] apply(long messageId, HisCommand command, Function<Outcome, byte[]> answer) {
        RawMessages.Conclusion conclusion = conclusion(command, outcomeOf(command, messageId), answer);
        messages.conclude(
                messageId,
                conclusion.verdict(),
                conclusion.reason(),
                "",
                conclusion.visit(),
                conclusion.answer(),
                conclusion.at());
        command.concerns().forEach(his::visitMoved);
        return conclusion.answer();
    }

    private RawMessages.Conclusion conclusion(HisCommand command, Outcome outcome, Function<Outcome, byte[]> answer) {
        boolean waits = outcome instanceof Outcome.Waiting;
        return new RawMessages.Conclusion(
                waits ? RawMessageRow.Verdict.WAITING : RawMessageRow.Verdict.APPLIED,
                waits ? ((Outcome.Waiting) outcome).reason() : ((Outcome.Applied) outcome).note(),
                command.concerns().stream().findFirst().map(VisitNumber::value),
                answer.apply(outcome),
                clock.instant());
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public byte[] applyAll(
            long messageId,
            List<PatientDetails> people,
            List<HisCommand.OfVisit> commands,
            Function<List<Outcome>, byte[]> answer) {
        LocalDateTime told = LocalDateTime.now(clock);
        people.forEach(person -> identities.register(person, told));
        List<Outcome> outcomes = new ArrayList<>();
        for (HisCommand.OfVisit command : commands) {
            Outcome outcome = outcomeOf(command, messageId);
            if (outcome instanceof Outcome.Waiting waiting) {
                throw new MustWait(command.visit(), waiting.reason());
            }
            outcomes.add(outcome);
        }
        byte[] bytes = answer.apply(outcomes);
        String notes = outcomes.stream()
                .map(outcome -> ((Outcome.Applied) outcome).note())
                .distinct()
                .collect(Collectors.joining("; "));
        messages.conclude(
                messageId,
                RawMessageRow.Verdict.APPLIED,
                notes,
                "",
                commands.stream().map(command -> command.visit().value()).findFirst(),
                bytes,
                clock.instant());
        commands.stream().map(HisCommand.OfVisit::visit).distinct().forEach(his::visitMoved);
        return bytes;
    }

    private Outcome outcomeOf(HisCommand command, long messageId) {
        if (command instanceof HisCommand.PostCharges posted) {
            return charges.post(posted, messageId);
        }
        if (command instanceof HisCommand.PlaceOrders placed) {
            return orders.place(placed, messageId);
        }
        if (command instanceof HisCommand.OfVisit ofVisit) {
            return admissions.apply(ofVisit, messageId);
        }
        if (command instanceof HisCommand.MergePatients merge) {
            return identities.merge(merge, messageId);
        }
        if (command instanceof HisCommand.MergeVisits merge) {
            return visitMerges.merge(merge, messageId);
        }
        if (command instanceof HisCommand.IdentifyVisit identified) {
            return identities.identify(identified, messageId);
        }
        if (command instanceof HisCommand.DescribePatient described) {
            return identities.describe(described);
        }
        HisCommand.Noted noted = (HisCommand.Noted) command;
        return new Outcome.Applied(noted.event() + " 对医保办无影响 / " + noted.event() + " changes nothing here");
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void refuse(long messageId, Verdict verdict, String reason, String incidentId, byte[] answer) {
        RawMessageRow.Verdict stored =
                verdict == Verdict.ERROR ? RawMessageRow.Verdict.ERROR : RawMessageRow.Verdict.REJECTED;
        messages.conclude(
                messageId,
                stored,
                reason,
                incidentId,
                Optional.empty(),
                answer == null ? NO_ANSWER : answer,
                clock.instant());
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void note(long messageId, String note, byte[] answer) {
        messages.conclude(
                messageId, RawMessageRow.Verdict.APPLIED, note, "", Optional.empty(), answer, clock.instant());
    }

    @Override
    @Transactional(TxType.SUPPORTS)
    public List<WaitingMessage> waitingFor(VisitNumber visit) {
        return messages.waitingFor(visit).stream()
                .map(row -> new WaitingMessage(row.id(), row.channel(), row.content()))
                .toList();
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
