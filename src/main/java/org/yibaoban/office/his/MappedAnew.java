package org.yibaoban.office.his;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.store.DrugMonths;
import org.yibaoban.store.ItemSnapshot;
import org.yibaoban.store.Ledger;
import org.yibaoban.store.Ledger.TakenBack;
import org.yibaoban.store.UnmappedLines;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;

/**
 * Takes a stay's unmapped lines over under the code that their items have now. The ledger is not rewritten (ADR 1): what is
 * left of a line is taken back, and a line in its place says the same with the catalogue's word of now. Sums, consent,
 * audit and indicators follow as they follow any line.
 */
@ApplicationScoped
public class MappedAnew {

    @Inject
    private Visits visits;

    @Inject
    private UnmappedLines unmapped;

    @Inject
    private Ledger ledger;

    @Inject
    private DrugMonths drugs;

    @Inject
    private Event<ChargesPosted> posted;

    @Inject
    private Clock clock;

    /** The open stays, by row, that an item was charged on before it had a code. */
    @Transactional
    public List<Long> visits(CodedItems items) {
        return unmapped.visits(unmapped.items().stream().filter(items::isCoded).toList());
    }

    /** @return how many lines were taken over; none of a visit that is claimed for by now */
    @Transactional(TxType.REQUIRES_NEW)
    public int look(long visitId, CodedItems items, long edition) {
        VisitRow visit = visits.lock(visitId);
        boolean claimed = visit.isClosedByClaim();
        if (claimed && !visit.reopenedAfterClaim()) {
            return 0;
        }
        List<ChargeLineRow> before = unmapped.of(visit);
        Map<String, TakenBack> takenBack = ledger.takenBack(before);
        List<ChargeLineRow> lines = new ArrayList<>();
        int over = 0;
        for (ChargeLineRow line : before) {
            List<ChargeLineRow> anew =
                    anew(line, takenBack.getOrDefault(line.transactionId(), TakenBack.NOTHING), items, edition);
            lines.addAll(anew);
            over += anew.isEmpty() ? 0 : 1;
        }
        lines.forEach(line -> line.postedAt(clock.instant()));
        if (!lines.isEmpty()) {
            ledger.post(Map.of(visit, lines));
            posted.fire(new ChargesPosted(List.of(new ChargesPosted.Stay(visit, List.copyOf(lines)))));
            drugs.move(lines);
        }
        return over;
    }

    /** Nothing where nothing is left of the line, or its item still has no code. */
    static List<ChargeLineRow> anew(ChargeLineRow line, TakenBack takenBack, CodedItems items, long edition) {
        TakenBack left = new TakenBack(
                line.quantity().subtract(takenBack.quantity()), line.amount().minus(takenBack.amount()));
        Optional<ItemSnapshot> word =
                items.of(line.item().code(), line.serviceTime().toLocalDate()).map(ItemSnapshot::new);
        if (left.quantity().signum() == 0 || word.isEmpty()) {
            return List.of();
        }
        String id = line.sendersId() + "/e" + edition;
        ChargeLineRow anew = line.inItsPlace(id, word.get());
        List<ChargeLineRow> lines = new ArrayList<>(List.of(anew, line.undone(id + "-", left)));
        if (takenBack.quantity().signum() > 0) {
            // what was credited of the line is credited of this one: a later message finds both as the sender left them
            lines.add(anew.undone(id + "--", takenBack));
        }
        return lines;
    }
}
