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
    private CommandRules rules;

    @Inject
    private SharedCommits together;

    @Inject
    private HisNews his;

    @Inject
    private Identities identities;

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
    public Optional<AtOnce> keepAndApply(
            IncomingMessage message, HisCommand command, Function<Outcome, byte[]> answer) {
        return together.keepAndApply(new NewMessages.Letter(received(message), command, answer));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public byte[] apply(long messageId, HisCommand command, Function<Outcome, byte[]> answer) {
        Outcome outcome = rules.apply(command, messageId);
        byte[] bytes = answer.apply(outcome);
        messages.conclude(
                messageId,
                NewMessages.verdict(outcome),
                outcome.words(),
                "",
                NewMessages.visit(command),
                bytes,
                clock.instant());
        command.concerns().forEach(his::visitMoved);
        return bytes;
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
            Outcome outcome = rules.apply(command, messageId);
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
