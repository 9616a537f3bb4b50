package org.yibaoban.office.his;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.yibaoban.office.IncidentId;
import org.yibaoban.store.RawMessageRow;
import org.yibaoban.store.RawMessages;
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
    private OrderIntake orders;

    @Inject
    private Identities identities;

    @Inject
    private Clock clock;

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Kept keep(IncomingMessage message) {
        byte[] sha256 = sha256(message.content());
        if (message.controlId().isBlank()) {
            return new Kept.Fresh(store(message, sha256).id());
        }
        messages.lockIdentity(message.sender(), message.controlId());
        List<RawMessageRow> earlier = messages.sameIdentity(message.sender(), message.controlId());
        if (earlier.isEmpty()) {
            return new Kept.Fresh(store(message, sha256).id());
        }
        return earlier.stream()
                .filter(row -> Arrays.equals(row.sha256(), sha256))
                .findFirst()
                .map(MessageInbox::seenBefore)
                .orElseGet(() -> hold(message, sha256));
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

    private Kept hold(IncomingMessage message, byte[] sha256) {
        String incident = IncidentId.next(clock).value();
        RawMessageRow row = store(message, sha256);
        row.conclude(
                RawMessageRow.Verdict.HELD,
                "控制号相同而内容不同 / control id " + message.controlId() + " came before with other content",
                incident,
                null,
                clock.instant());
        return new Kept.Held(row.id(), incident);
    }

    private RawMessageRow store(IncomingMessage message, byte[] sha256) {
        return messages.add(new RawMessageRow(
                clock.instant(),
                message.channel(),
                shortened(message.sender(), 200),
                shortened(message.controlId(), 200),
                shortened(message.type(), 40),
                sha256,
                message.content()));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public byte[] apply(long messageId, HisCommand command, Function<Outcome, byte[]> answer) {
        RawMessageRow message = messages.get(messageId);
        command.concerns().stream().findFirst().ifPresent(visit -> message.concerns(visit.value()));
        Outcome outcome = outcomeOf(command, messageId);
        byte[] bytes = answer.apply(outcome);
        if (outcome instanceof Outcome.Waiting waiting) {
            message.conclude(RawMessageRow.Verdict.WAITING, waiting.reason(), "", bytes, clock.instant());
        } else {
            String note = ((Outcome.Applied) outcome).note();
            message.conclude(RawMessageRow.Verdict.APPLIED, note, "", bytes, clock.instant());
        }
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
        messages.get(messageId)
                .conclude(stored, reason, incidentId, answer == null ? NO_ANSWER : answer, clock.instant());
    }

    @Override
    @Transactional
    public List<WaitingMessage> waitingFor(VisitNumber visit) {
        return messages.waitingFor(visit).stream()
                .map(row -> new WaitingMessage(row.id(), row.content()))
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
