package org.yibaoban.office.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yibaoban.benefit.PlanKeys;
import org.yibaoban.benefit.PlanTerm;
import org.yibaoban.benefit.Plans;
import org.yibaoban.money.Money;
import org.yibaoban.quota.indicator.ChargeCell;
import org.yibaoban.quota.indicator.Readmissions;
import org.yibaoban.quota.indicator.TallyBook;
import org.yibaoban.quota.indicator.VisitFacts;
import org.yibaoban.quota.payment.PaymentAgreements;
import org.yibaoban.store.IndicatorMoves;
import org.yibaoban.store.IndicatorTallies;
import org.yibaoban.store.IndicatorVisits;
import org.yibaoban.store.PaymentStays;

/**
 * Adds what transactions moved to the sums of the indicators, one folder at a time: what a visit counted for is taken out,
 * what it counts for now is put in (docs/indicators.md, ADR 12).
 */
@ApplicationScoped
public class IndicatorFold {

    /** Moves of one transaction: a fraction of a second. */
    private static final int MOST = 2000;

    private static final int VISITS_A_PART = 1000;

    @Inject
    private IndicatorMoves moves;

    @Inject
    private IndicatorVisits visits;

    @Inject
    private PaymentStays stays;

    @Inject
    private PaymentAgreements agreements;

    @Inject
    private IndicatorTallies tallies;

    @Inject
    private FundReceipts receipts;

    @Inject
    private QuotaWatch watch;

    @Inject
    private Plans plans;

    /**
     * Folds the oldest moves.
     *
     * @param patient whether to wait for another folder; else nothing is done while there is one
     * @return whether there may be more to do at once
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean fold(boolean patient) {
        if (patient) {
            moves.lock();
        } else if (!moves.tryLock()) {
            return false;
        }
        IndicatorMoves.Taken taken = moves.take(MOST);
        if (taken.moves() > 0) {
            TallyBook book = moved(taken.visits());
            tallies.add(book);
            watch.look(book.tallies().keySet());
        }
        return taken.moves() == MOST;
    }

    /**
     * Makes all sums anew from the ledger and the visits; readers see the old ones until it is done. Warnings stay.
     *
     * @return the number of visits
     */
    @Transactional(TxType.REQUIRES_NEW)
    public long rebuild() {
        moves.lock();
        moves.beginAnew();
        long done = 0;
        List<Long> part = moves.visits(0, VISITS_A_PART);
        while (!part.isEmpty()) {
            Map<Long, List<ChargeCell>> nothingNew = new HashMap<>();
            part.forEach(visit -> nothingNew.put(visit, List.of()));
            tallies.add(moved(nothingNew));
            done += part.size();
            part = moves.visits(part.get(part.size() - 1), VISITS_A_PART);
        }
        receipts.addAll();
        return done;
    }

    /** What the sums are moved by; cells and visits count so from now on. */
    private TallyBook moved(Map<Long, List<ChargeCell>> charges) {
        Map<Long, VisitFacts> before = visits.counted(charges.keySet());
        Map<Long, VisitFacts> now = new HashMap<>(now(charges.keySet()));
        Set<Long> patients = patientsToLookAt(before, now);
        if (!patients.isEmpty()) {
            Set<Long> others = moves.visitsOf(patients);
            others.removeAll(now.keySet());
            before.putAll(visits.counted(others));
            now.putAll(now(others));
        }
        now.replaceAll((id, visit) -> visit.readmission(Optional.ofNullable(before.get(id))
                .filter(VisitFacts::readmission)
                .isPresent()));
        now.values().stream()
                .filter(visit -> patients.contains(visit.patient()))
                .collect(Collectors.groupingBy(VisitFacts::patient))
                .values()
                .forEach(ofOne -> Readmissions.marked(ofOne).forEach(visit -> now.put(visit.visit(), visit)));
        TallyBook book = new TallyBook();
        Map<Long, List<ChargeCell>> cells = moves.cells(placedAnew(before, now.values()));
        now.forEach((id, visit) -> move(
                book,
                Optional.ofNullable(before.get(id)),
                visit,
                charges.getOrDefault(id, List.of()),
                cells.getOrDefault(id, List.of())));
        moves.fold(charges);
        visits.count(now.values().stream()
                .filter(visit -> !visit.equals(before.get(visit.visit())))
                .toList());
        return book;
    }

    /** The visits as they are, with what the groups of those that have ended stand for. */
    private Map<Long, VisitFacts> now(Collection<Long> ids) {
        Map<Long, VisitFacts> now = new HashMap<>(visits.now(ids, this::cap));
        List<Long> ended = now.values().stream()
                .filter(VisitFacts::isStay)
                .map(VisitFacts::visit)
                .toList();
        stays.ended(ended)
                .forEach((id, stay) ->
                        now.computeIfPresent(id, (same, visit) -> visit.group(agreements.caseWeight(stay))));
        return now;
    }

    /** Whose stays may be readmissions, or none any more, by what changed. */
    private static Set<Long> patientsToLookAt(Map<Long, VisitFacts> before, Map<Long, VisitFacts> now) {
        Set<Long> patients = new HashSet<>();
        now.forEach((id, visit) -> {
            VisitFacts was = before.get(id);
            if (was == null || !visit.sameStay(was)) {
                patients.add(visit.patient());
                Optional.ofNullable(was).map(VisitFacts::patient).ifPresent(patients::add);
            }
        });
        return patients;
    }

    /** Visits all of whose charges count elsewhere than before. */
    private static List<Long> placedAnew(Map<Long, VisitFacts> before, Collection<VisitFacts> now) {
        List<Long> placed = new ArrayList<>();
        for (VisitFacts visit : now) {
            VisitFacts was = before.get(visit.visit());
            if (was == null || !visit.chargesCountAsIn(was)) {
                placed.add(visit.visit());
            }
        }
        return placed;
    }

    private static void move(
            TallyBook book,
            Optional<VisitFacts> before,
            VisitFacts now,
            List<ChargeCell> charges,
            List<ChargeCell> folded) {
        if (before.filter(now::chargesCountAsIn).isPresent()) {
            book.remove(before.get(), List.of());
            book.add(now, charges);
        } else {
            before.ifPresent(was -> book.remove(was, folded));
            List<ChargeCell> all = new ArrayList<>(folded);
            all.addAll(charges);
            book.add(now, all);
        }
    }

    /** The highest where a plan has several. */
    private Optional<Money> cap(String planId, LocalDate day) {
        return plans.inForce(planId, day).stream()
                .flatMap(plan -> plan.terms().stream())
                .filter(term -> term.key().equals(PlanKeys.BASIC_CAP))
                .map(PlanTerm::money)
                .max(Money::compareTo);
    }
}
