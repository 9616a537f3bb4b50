package org.yibaoban.office.his;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
        Map<Letter, Long> fresh = new LinkedHashMap<>();
        for (int i = 0; i < letters.size(); i++) {
            Letter letter = letters.get(i);
            ids.get(i).ifPresent(id -> fresh.put(letter, id));
        }
        Map<Letter, NewMessageRows.Concluded> concluded = concluded(fresh);
        if (concluded.isEmpty()) {
            return Map.of();
        }
        Set<String> waitedFor = rows.add(List.copyOf(concluded.values()));
        Map<Letter, HisInbox.AtOnce> done = new IdentityHashMap<>();
        concluded.forEach((letter, row) -> {
            letter.command().concerns().forEach(his::visitMoved);
            done.put(letter, new HisInbox.AtOnce(row.answer(), mayWait(letter.command(), row, waitedFor)));
        });
        return done;
    }

    private Map<Letter, NewMessageRows.Concluded> concluded(Map<Letter, Long> fresh) {
        Map<Letter, NewMessageRows.Concluded> concluded = new LinkedHashMap<>();
        if (fresh.size() > 1) {
            Iterator<Outcome> outcomes = together(fresh).iterator();
            fresh.forEach((letter, id) -> concluded.put(letter, concluded(id, letter, outcomes.next())));
        } else {
            fresh.forEach((letter, id) ->
                    concluded.put(letter, concluded(id, letter, rules.apply(letter.command(), id))));
        }
        return concluded;
    }

    /** Several are charges: what would be locked or read one after the other is so for all at once, in one order. */
    private List<Outcome> together(Map<Letter, Long> fresh) {
        visits.lockAll(fresh.keySet().stream()
                .flatMap(letter -> letter.command().concerns().stream())
                .toList());
        return charges.post(fresh.entrySet().stream()
                .map(one -> new ChargeIntake.Message(
                        (HisCommand.PostCharges) one.getKey().command(), one.getValue()))
                .toList());
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
