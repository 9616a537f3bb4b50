package org.yibaoban.office.his;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.catalogue.Catalogues;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.store.DrugMonths;
import org.yibaoban.store.Ledger;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;

/**
 * Takes charges and credits into the ledger. One message is taken whole or not at all; the number of queries does not
 * depend on how many postings it holds, nor on the hospital's history.
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

    /** Runs in the caller's transaction. */
    Outcome post(HisCommand.PostCharges command, long messageId) {
        Optional<VisitRow> known = visits.lock(command.visit());
        if (known.isEmpty()) {
            return Admissions.notHereYet(command.visit());
        }
        VisitRow visit = known.get();
        refuseWrong(visit, command);
        LedgerBatch batch = new LedgerBatch(
                visit.id(), visit.location().department(), catalogues.current(), known(visit, command), command.told());
        for (ChargePosting posting : command.postings()) {
            Optional<Outcome> early = batch.add(posting);
            if (early.isPresent()) {
                return early.get();
            }
        }
        List<ChargeLineRow> lines = batch.lines();
        lines.forEach(line -> line.told(command.told()).postedBy(messageId, clock.instant()));
        ledger.post(visit, lines);
        posted.fire(new ChargesPosted(visit, List.copyOf(lines)));
        // their rows are locked until the end, for all of a department's patients: the last to be done
        drugs.move(lines);
        return new Outcome.Applied("入账 " + lines.size() + " 行，此前已入账 " + batch.repeated() + " 行 / " + lines.size()
                + " lines posted, " + batch.repeated() + " posted before");
    }

    private void refuseWrong(VisitRow visit, HisCommand.PostCharges command) {
        command.patient().ifPresent(patient -> person.require(visit, patient, ReasonCode.PATIENT_MISMATCH));
        if (visit.claimState().filter(ClaimState::holdsVisit).isPresent() && !visit.reopenedAfterClaim()) {
            throw new OfficeRefused(
                    ReasonCode.VISIT_SETTLED,
                    "visit " + visit.number(),
                    "claim is " + visit.claimState().get());
        }
    }

    /** What the ledger holds already of what a message names. */
    private LedgerBatch.Known known(VisitRow visit, HisCommand.PostCharges command) {
        List<String> ids = command.postings().stream()
                .flatMap(p -> Stream.concat(Stream.of(p.transactionId()), p.reverses().stream()))
                .distinct()
                .toList();
        List<String> creditedItems = command.postings().stream()
                .filter(p ->
                        p.kind() == ChargePosting.Kind.CREDIT && p.reverses().isEmpty())
                .map(ChargePosting::itemCode)
                .distinct()
                .toList();
        List<ChargeLineRow> named = ledger.lines(visit, ids);
        List<ChargeLineRow> candidates = ledger.charges(visit, creditedItems);
        return new LedgerBatch.Known(
                named,
                candidates,
                ledger.takenBack(
                        Stream.concat(named.stream(), candidates.stream()).toList()));
    }
}
