package org.yibaoban.office.cashier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.yibaoban.store.Receipts;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;

/** Receipts as the database holds them. */
@ApplicationScoped
public class StoredTakenMoney implements TakenMoney {

    @Inject
    private Receipts receipts;

    @Inject
    private Visits visits;

    @Override
    @Transactional
    public List<TakenReceipt> between(Instant from, Instant until) {
        return receipts.between(from, until).stream()
                .map(kept -> new TakenReceipt(kept.visit(), kept.receipt()))
                .toList();
    }

    @Override
    @Transactional
    public List<TakenReceipt> ofVisit(String visit) {
        return visits.find(new VisitNumber(visit)).stream()
                .flatMap(found -> receipts.of(found).stream())
                .map(receipt -> new TakenReceipt(visit, receipt))
                .toList();
    }
}
