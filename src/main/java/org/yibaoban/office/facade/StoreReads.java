package org.yibaoban.office.facade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.benefit.ChargeSplit;
import org.yibaoban.charge.LedgerLine;
import org.yibaoban.office.stay.Stays;
import org.yibaoban.selection.Selection;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.store.Claims;
import org.yibaoban.store.ConsentRow;
import org.yibaoban.store.ItemSnapshot;
import org.yibaoban.store.LeaveRow;
import org.yibaoban.store.LocationRow;
import org.yibaoban.store.MembershipState;
import org.yibaoban.store.PatientRow;
import org.yibaoban.store.Readings;
import org.yibaoban.store.StoredBytes;
import org.yibaoban.store.VisitRow;

/** Makes the views out of the store's rows. */
@ApplicationScoped
public class StoreReads implements HisReads {

    @Inject
    private Readings readings;

    @Inject
    private Claims claims;

    @Inject
    private SettlementPages settlements;

    @Inject
    private FlagPages flags;

    @Override
    @Transactional
    public List<PatientView> patients(Selection wanted) {
        return readings.patients(wanted).stream().map(StoreReads::patient).toList();
    }

    private static PatientView patient(PatientRow row) {
        return new PatientView(row.id(), row.details(), row.changedAt());
    }

    @Override
    @Transactional
    public List<VisitView> visits(Selection wanted) {
        List<VisitRow> rows = readings.visits(wanted);
        Map<Long, List<LocationRow>> places = readings.locations(rows);
        Map<Long, List<LeaveRow>> leaves = readings.leaves(rows);
        return rows.stream()
                .map(row ->
                        visit(row, places.getOrDefault(row.id(), List.of()), leaves.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static VisitView visit(VisitRow row, List<LocationRow> places, List<LeaveRow> leaves) {
        return new VisitView(
                row.id(),
                patient(row.patient()),
                row.number(),
                row.type(),
                row.status(),
                row.doctor(),
                row.admittedAt(),
                row.dischargedAt(),
                row.diagnoses(),
                history(places),
                leaves.stream()
                        .map(leave -> new VisitView.Leave(leave.from(), leave.to()))
                        .toList(),
                row.changedAt());
    }

    /** An admission that came twice left the same place twice. */
    private static List<VisitView.Place> history(List<LocationRow> rows) {
        List<VisitView.Place> places = new ArrayList<>();
        for (LocationRow row : rows) {
            boolean same = !places.isEmpty()
                    && places.get(places.size() - 1).location().equals(row.location());
            if (!same) {
                places.add(new VisitView.Place(row.location(), row.from()));
            }
        }
        return places;
    }

    @Override
    @Transactional
    public List<MemberView> members(Selection wanted) {
        return readings.members(wanted).stream()
                .map(row -> new MemberView(
                        subject(row),
                        row.number(),
                        row.membership().orElseThrow(),
                        row.membershipState() != MembershipState.REFUSED,
                        row.changedAt()))
                .toList();
    }

    static Subject subject(VisitRow row) {
        return new Subject(row.id(), row.patient().id());
    }

    @Override
    @Transactional
    public List<ChargeView> charges(Selection wanted) {
        List<ChargeLineRow> rows = readings.lines(wanted);
        Map<Long, VisitRow> visits = readings.visits(
                rows.stream().map(ChargeLineRow::visitId).distinct().toList());
        Map<Long, String> reversed = readings.transactionIds(
                rows.stream().flatMap(row -> row.reversesId().stream()).toList());
        Set<Long> inParts = claims.inSettledParts(rows.stream()
                .filter(row -> visits.get(row.visitId()).parts().isDivided())
                .map(ChargeLineRow::id)
                .toList());
        return rows.stream()
                .map(row -> charge(
                        row,
                        visits.get(row.visitId()),
                        row.reversesId().map(reversed::get),
                        inParts.contains(row.id())))
                .toList();
    }

    private static ChargeView charge(ChargeLineRow row, VisitRow visit, Optional<String> reverses, boolean inPart) {
        ItemSnapshot item = row.item();
        LedgerLine line = new LedgerLine(
                row.transactionId(),
                row.serviceTime(),
                item.code(),
                item.nationalCode(),
                item.name(),
                item.unit(),
                item.chargeType(),
                item.itemClass(),
                row.quantity(),
                row.unitPrice(),
                row.amount(),
                row.orderingDepartment(),
                reverses,
                item.restriction(),
                ChargeSplit.of(Stays.benefitLine(visit, row)));
        return new ChargeView(
                row.id(),
                subject(visit),
                line,
                row.reversesId(),
                row.orderedBy(),
                row.orderNumber(),
                row.supply(),
                inPart || visit.claimState().filter(ClaimState.SETTLED::equals).isPresent(),
                row.postedAt());
    }

    @Override
    @Transactional
    public List<ExchangedView> sentClaims(Selection wanted) {
        return readings.sentClaims(wanted).stream().map(StoreReads::exchanged).toList();
    }

    @Override
    @Transactional
    public List<ExchangedView> claimAnswers(Selection wanted) {
        return readings.claimAnswers(wanted).stream().map(StoreReads::exchanged).toList();
    }

    private static ExchangedView exchanged(StoredBytes stored) {
        return new ExchangedView(
                stored.id(),
                new Subject(stored.visitId(), stored.patientId()),
                stored.claimId(),
                stored.content(),
                stored.changedAt());
    }

    @Override
    @Transactional
    public List<SettlementView> settlements(Selection wanted) {
        return settlements.page(wanted);
    }

    @Override
    @Transactional
    public List<ConsentView> consents(Selection wanted) {
        List<ConsentRow> rows = readings.consents(wanted);
        Map<Long, VisitRow> visits = readings.visits(
                rows.stream().map(ConsentRow::visitId).distinct().toList());
        return rows.stream()
                .map(row -> {
                    VisitRow visit = visits.get(row.visitId());
                    return new ConsentView(row.id(), subject(visit), row.consent(visit), row.told());
                })
                .toList();
    }

    @Override
    @Transactional
    public FlagPage flags(Selection wanted) {
        return flags.page(wanted);
    }

    @Override
    @Transactional
    public Map<String, Long> patientIds(Collection<String> numbers) {
        return readings.patientIds(numbers);
    }

    @Override
    @Transactional
    public Map<String, Long> visitIds(Collection<String> numbers) {
        return readings.visitIds(numbers);
    }

    @Override
    @Transactional
    public Map<String, Long> lineIds(String visitNumber, Collection<String> transactionIds) {
        return readings.lineIds(visitNumber, transactionIds);
    }
}
