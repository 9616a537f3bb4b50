package org.yibaoban.office.his;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.yibaoban.cashier.Receipt;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.store.Orders;
import org.yibaoban.store.Receipts;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;

/**
 * Two visits that were one: the number that is given up means the survivor from then on, whatever comes late or new under
 * it. Charges never move from one ledger to another; a visit that has some must be credited by the HIS first.
 */
@ApplicationScoped
public class VisitMerges {

    @Inject
    private Visits visits;

    @Inject
    private Orders orders;

    @Inject
    private Receipts receipts;

    @Inject
    private VisitPerson person;

    @Inject
    private Identities identities;

    /** Runs in the caller's transaction. All pairs of a message or none. */
    Outcome merge(HisCommand.MergeVisits command, long messageId) {
        visits.lockNumbers(command.concerns());
        int merged = 0;
        for (HisCommand.MergeVisits.Pair pair : command.pairs()) {
            Optional<VisitRow> survivor = visits.lock(pair.survivor());
            Optional<VisitRow> prior = visits.lock(pair.prior());
            if (survivor.isEmpty() && prior.isEmpty()) {
                if (!command.accounts()) {
                    return Admissions.notHereYet(pair.survivor());
                }
                continue;
            }
            Stream.concat(survivor.stream(), prior.stream())
                    .forEach(visit -> person.require(visit, pair.patient(), ReasonCode.PATIENT_MISMATCH));
            merged += merge(pair, survivor, prior, command, messageId) ? 1 : 0;
        }
        return new Outcome.Applied("合并就诊号 " + merged + " 个 / " + merged + " visit numbers merged");
    }

    private boolean merge(
            HisCommand.MergeVisits.Pair pair,
            Optional<VisitRow> survivor,
            Optional<VisitRow> prior,
            HisCommand.MergeVisits command,
            long messageId) {
        if (survivor.isEmpty()) {
            identities.renumber(prior.get(), pair.survivor(), command.told(), messageId);
        } else if (prior.isEmpty()) {
            visits.noteFormerNumber(survivor.get(), pair.prior(), command.told(), messageId);
        } else if (prior.get().id().equals(survivor.get().id())) {
            requireDirection(pair, survivor.get());
            return false;
        } else {
            giveUp(prior.get(), survivor.get(), command, messageId);
        }
        return true;
    }

    /** The same again changes nothing; the other way round would name a number that is given up as the one that stays. */
    private static void requireDirection(HisCommand.MergeVisits.Pair pair, VisitRow visit) {
        if (visit.number().equals(pair.prior())) {
            throw new OfficeRefused(ReasonCode.MERGE_CONTRADICTS, "visit " + pair.prior(), "");
        }
    }

    private void giveUp(VisitRow prior, VisitRow survivor, HisCommand.MergeVisits command, long messageId) {
        if (VisitPerson.isClaimed(prior)
                || !prior.charges().isZero()
                || !held(prior).isZero()) {
            throw new OfficeRefused(
                    ReasonCode.VISIT_HAS_CHARGES,
                    "visit " + prior.number(),
                    "charges of " + prior.charges() + " yuan, deposit of " + held(prior) + ", claim "
                            + prior.claimState().map(Enum::name).orElse("none"));
        }
        orders.move(prior, survivor);
        prior.cancel();
        visits.giveUpNumber(prior, survivor, command.told(), messageId);
    }

    /** What the cashiers hold of the visit's money: it is given back under the number that it was taken under. */
    private Money held(VisitRow visit) {
        return Money.sum(receipts.of(visit).stream().map(Receipt::amount).toList());
    }
}
