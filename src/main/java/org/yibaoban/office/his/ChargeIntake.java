package org.yibaoban.office.his;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.catalogue.Catalogues;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.store.DrugMonths;
import org.yibaoban.store.Ledger;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;

/**
 * Takes charges and credits into the ledger. One message is taken whole or not at all; the number of queries does not
 * depend on how many postings it holds, nor on the hospital's history, and hardly on how many messages come at once.
 */
@ApplicationScoped
public class ChargeIntake {

    @Inject
    private Visits visits;

    @Inject
    private Ledger ledger;

    @Inject
    private Catalogues catalogues;

    @Inject
    private Event<ChargesPosted> posted;

    @Inject
    private VisitPerson person;

    @Inject
    private DrugMonths drugs;

    @Inject
    private Clock clock;

    /** Charges, and the row id of the message that brought them. */
    record Message(HisCommand.PostCharges command, long id) {}

    private record Found(Message message, Optional<VisitRow> visit) {}

    /** Runs in the caller's transaction. */
    Outcome post(HisCommand.PostCharges command, long messageId) {
        return post(List.of(new Message(command, messageId))).get(0);
    }

    /**
     * The charges of several messages, in the caller's transaction.
     *
     * @param messages of different visits
     * @return what became of each, in their order
     * @throws OfficeRefused when one is wrong: nothing of any was done
     * @throws IllegalStateException when two numbers mean one visit: likewise
     */
    List<Outcome> post(List<Message> messages) {
        List<Found> found = messages.stream()
                .map(message -> new Found(message, visits.lock(message.command().visit())))
                .toList();
        found.forEach(one ->
                one.visit().ifPresent(visit -> refuseWrong(visit, one.message().command())));
        Map<Long, List<ChargeLineRow>> named = named(found);
        List<ChargesPosted.Stay> stays = new ArrayList<>();
        List<Outcome> outcomes = found.stream()
                .map(one -> one.visit()
                        .map(visit -> enter(one.message(), visit, named.getOrDefault(visit.id(), List.of()), stays))
                        .orElseGet(() ->
                                Admissions.notHereYet(one.message().command().visit())))
                .toList();
        if (!stays.isEmpty()) {
            ledger.post(stays.stream().collect(Collectors.toMap(ChargesPosted.Stay::visit, ChargesPosted.Stay::lines)));
            posted.fire(new ChargesPosted(stays));
            // their rows are locked until the end, for all of a department's patients: the last to be done
            drugs.move(stays.stream().flatMap(stay -> stay.lines().stream()).toList());
        }
        return outcomes;
    }

    /** @param stays gets the lines, if there are any new ones */
    private Outcome enter(Message message, VisitRow visit, List<ChargeLineRow> named, List<ChargesPosted.Stay> stays) {
        HisCommand.PostCharges command = message.command();
        LedgerBatch batch = new LedgerBatch(
                visit.id(),
                visit.location().department(),
                catalogues.current(),
                known(visit, command, named),
                command.told());
        for (ChargePosting posting : command.postings()) {
            Optional<Outcome> early = batch.add(posting);
            if (early.isPresent()) {
                return early.get();
            }
        }
        List<ChargeLineRow> lines = List.copyOf(batch.lines());
        lines.forEach(line -> line.told(command.told()).postedBy(message.id(), clock.instant()));
        if (!lines.isEmpty()) {
            stays.add(new ChargesPosted.Stay(visit, lines));
        }
        return new Outcome.Applied("入账 " + lines.size() + " 行，此前已入账 " + batch.repeated() + " 行 / " + lines.size()
                + " lines posted, " + batch.repeated() + " posted before");
    }

    private void refuseWrong(VisitRow visit, HisCommand.PostCharges command) {
        command.patient().ifPresent(patient -> person.require(visit, patient, ReasonCode.PATIENT_MISMATCH));
        if (visit.isClosedByClaim() && !visit.reopenedAfterClaim()) {
            throw new OfficeRefused(
                    ReasonCode.VISIT_SETTLED,
                    "visit " + visit.number(),
                    "claim is " + visit.claimState().get());
        }
    }

    /** The lines in the ledgers that the messages name. */
    private Map<Long, List<ChargeLineRow>> named(List<Found> messages) {
        Map<VisitRow, Set<String>> ids = new HashMap<>();
        messages.forEach(one -> one.visit()
                .ifPresent(visit -> ids.computeIfAbsent(visit, none -> new HashSet<>())
                        .addAll(one.message().command().postings().stream()
                                .flatMap(p -> Stream.concat(Stream.of(p.transactionId()), p.reverses().stream()))
                                .toList())));
        return ledger.lines(ids);
    }

    /** What the ledger holds already of what a message names, and of the items that it credits without a name. */
    private LedgerBatch.Known known(VisitRow visit, HisCommand.PostCharges command, List<ChargeLineRow> named) {
        List<String> creditedItems = command.postings().stream()
                .filter(p ->
                        p.kind() == ChargePosting.Kind.CREDIT && p.reverses().isEmpty())
                .map(ChargePosting::itemCode)
                .distinct()
                .toList();
        List<ChargeLineRow> candidates = ledger.charges(visit, creditedItems);
        return new LedgerBatch.Known(
                named,
                candidates,
                ledger.takenBack(
                        Stream.concat(named.stream(), candidates.stream()).toList()));
    }
}
