package org.yibaoban.office.his;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.yibaoban.office.notice.HisNews;
import org.yibaoban.store.NewMessageRows;
import org.yibaoban.store.RawMessageRow;
import org.yibaoban.store.RawMessages;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;

/** Keeps messages that were not here yet and applies their commands, all in one transaction with one commit. */
@ApplicationScoped
class NewMessages {

    /**
     * A message that is understood.
     *
     * @param answer makes the bytes of the answer from what became of the command
     */
    record Letter(RawMessages.Received message, HisCommand command, Function<Outcome, byte[]> answer) {

        /** The sender's name of it. */
        String identity() {
            return message.sender() + '\n' + message.controlId();
        }
    }

    @Inject
    private NewMessageRows rows;

    @Inject
    private CommandRules rules;

    @Inject
    private Visits visits;

    @Inject
    private ChargeIntake charges;

    @Inject
    private HisNews his;

    @Inject
    private Clock clock;

    /**
     * All of them or none.
     *
     * @param letters of different identities; where they are several, charges, of different visits and by visit number, as
     *     everybody locks them
     * @return what became of each whose identity was not known before; with the others nothing was done
     * @throws RuntimeException when one is wrong or the store failed: nothing is changed
     */
    @Transactional(TxType.REQUIRES_NEW)
    Map<Letter, HisInbox.AtOnce> keepAndApply(List<Letter> letters) {
        List<Optional<Long>> ids =
                rows.reserve(letters.stream().map(Letter::message).toList());
        List<Fresh> fresh = IntStream.range(0, letters.size())
                .boxed()
                .flatMap(i -> ids.get(i).map(id -> new Fresh(letters.get(i), id)).stream())
                .toList();
        return fresh.isEmpty() ? Map.of() : concluded(fresh, applied(fresh));
    }

    /** A message that was not here yet, and the row id that is reserved for it. */
    private record Fresh(Letter letter, long id) {}

    /** Several are charges: what would be locked or read one after the other is so for all at once, in one order. */
    private List<Outcome> applied(List<Fresh> fresh) {
        if (fresh.size() == 1) {
            Fresh one = fresh.get(0);
            return List.of(rules.apply(one.letter().command(), one.id()));
        }
        visits.lockAll(fresh.stream()
                .flatMap(one -> one.letter().command().concerns().stream())
                .toList());
        return charges.post(fresh.stream()
                .map(one -> new ChargeIntake.Message(
                        (HisCommand.PostCharges) one.letter().command(), one.id()))
                .toList());
    }

    /** Stores them with what became of them. */
    private Map<Letter, HisInbox.AtOnce> concluded(List<Fresh> fresh, List<Outcome> outcomes) {
        List<NewMessageRows.Concluded> concluded = IntStream.range(0, fresh.size())
                .mapToObj(i -> concluded(fresh.get(i).id(), fresh.get(i).letter(), outcomes.get(i)))
                .toList();
        Set<String> waitedFor = rows.add(concluded);
        Map<Letter, HisInbox.AtOnce> done = new IdentityHashMap<>();
        for (int i = 0; i < fresh.size(); i++) {
            Letter letter = fresh.get(i).letter();
            NewMessageRows.Concluded row = concluded.get(i);
            letter.command().concerns().forEach(his::visitMoved);
            done.put(letter, new HisInbox.AtOnce(row.answer(), mayWait(letter.command(), row, waitedFor)));
        }
        return done;
    }

    /** Only charges hold the visit locked from before they looked at it: what waits was looked for in time. */
    private static boolean mayWait(HisCommand command, NewMessageRows.Concluded row, Set<String> waitedFor) {
        return row.verdict() == RawMessageRow.Verdict.APPLIED
                && (!(command instanceof HisCommand.PostCharges)
                        || row.visit().filter(waitedFor::contains).isPresent());
    }

    private NewMessageRows.Concluded concluded(long id, Letter letter, Outcome outcome) {
        return new NewMessageRows.Concluded(
                id,
                letter.message(),
                verdict(outcome),
                outcome.words(),
                visit(letter.command()),
                letter.answer().apply(outcome),
                clock.instant());
    }

    static RawMessageRow.Verdict verdict(Outcome outcome) {
        return outcome instanceof Outcome.Waiting ? RawMessageRow.Verdict.WAITING : RawMessageRow.Verdict.APPLIED;
    }

    /** What a message is shown under: the visit that it is about first. */
    static Optional<String> visit(HisCommand command) {
        return command.concerns().stream().findFirst().map(VisitNumber::value);
    }
}
