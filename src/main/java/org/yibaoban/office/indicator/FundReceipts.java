package org.yibaoban.office.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.yibaoban.quota.indicator.Measure;
import org.yibaoban.quota.indicator.Place;
import org.yibaoban.quota.indicator.Tally;
import org.yibaoban.quota.indicator.TallyBook;
import org.yibaoban.settlement.clearing.PaymentPart;
import org.yibaoban.store.ClearingPayments;
import org.yibaoban.store.IndicatorMoves;
import org.yibaoban.store.IndicatorTallies;

/**
 * What the payer paid among the sums of the indicators (fund received): for the hospital and the insurance, on the last day
 * of the month that it was paid for. In the caller's transaction.
 */
@ApplicationScoped
public class FundReceipts {

    @Inject
    private IndicatorMoves moves;

    @Inject
    private IndicatorTallies tallies;

    @Inject
    private ClearingPayments payments;

    /** Adds a payment that was just confirmed. */
    public void add(List<PaymentPart> parts) {
        moves.lock();
        tallies.add(book(parts));
    }

    /** Adds all that was ever received, to sums that are made anew. */
    void addAll() {
        tallies.add(book(payments.received()));
    }

    static TallyBook book(List<PaymentPart> parts) {
        TallyBook book = new TallyBook();
        parts.forEach(part -> book.add(
                new Place("", "", "", part.insurance()),
                part.month().atEndOfMonth(),
                Tally.of(Measure.FUND_RECEIVED, part.paid())));
        return book;
    }
}
