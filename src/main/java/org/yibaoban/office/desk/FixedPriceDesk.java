package org.yibaoban.office.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.stay.FixedPrices;
import org.yibaoban.office.stay.Stays;
import org.yibaoban.store.FixedPriceChoices;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;

/**
 * Has a stay settled at the fixed price of its disease (单病种定额): the main diagnosis stands in the agreement's list, and an
 * insurance officer confirms it with a reason. It can be undone until the stay is claimed for.
 */
@ApplicationScoped
public class FixedPriceDesk {

    private static final int LONGEST_REASON = 200;

    @Inject
    private Visits visits;

    @Inject
    private FixedPriceChoices choices;

    @Inject
    private FixedPrices prices;

    @Inject
    private Stays stays;

    @Inject
    private Clock clock;

    /** @throws OfficeRefused when there is no such visit */
    @Transactional
    public FixedPriceView of(VisitNumber number) {
        VisitRow visit = visits.find(number).orElseThrow(() -> unknown(number));
        return new FixedPriceView(
                prices.offer(visit, stays.settlementDay(visit)).map(FixedPrices.Offer::price),
                visit.fixedPrice(),
                prices.fits(visit, stays.settlementDay(visit)),
                choices.of(visit));
    }

    /**
     * Settles the stay at the price that the agreement has for its main diagnosis.
     *
     * @throws OfficeRefused when it has none, the person's plan has no shares of one, the stay is claimed for or settled in
     *     parts, it is chosen already, or no reason is given
     */
    @Transactional
    public void choose(VisitNumber number, String reason, String user) {
        VisitRow visit = visits.lock(number).orElseThrow(() -> unknown(number));
        String why = reason(visit, reason);
        refuseClaimed(visit);
        FixedPrices.Offer offer = prices.offer(visit, stays.settlementDay(visit))
                .filter(found -> visit.fixedPrice().isEmpty())
                .orElseThrow(() -> new OfficeRefused(ReasonCode.FIXED_PRICE_NONE, "visit " + number, ""));
        choices.choose(visit, offer.agreement(), offer.price(), why, user, clock.instant());
        // the plan may have no shares for this person and level: then nothing of this stays
        stays.settle(visit, stays.benefitLines(visit));
    }

    /**
     * Settles the stay like any other again.
     *
     * @throws OfficeRefused when nothing is chosen, the stay is claimed for, or no reason is given
     */
    @Transactional
    public void undo(VisitNumber number, String reason, String user) {
        VisitRow visit = visits.lock(number).orElseThrow(() -> unknown(number));
        String why = reason(visit, reason);
        refuseClaimed(visit);
        if (visit.fixedPrice().isEmpty()) {
            throw new OfficeRefused(ReasonCode.FIXED_PRICE_NONE, "visit " + number, "");
        }
        choices.undo(visit, why, user, clock.instant());
    }

    private static void refuseClaimed(VisitRow visit) {
        if (visit.isClaimed()) {
            throw new OfficeRefused(ReasonCode.CLAIM_OPEN, "visit " + visit.number(), "");
        }
    }

    private static String reason(VisitRow visit, String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new OfficeRefused(ReasonCode.REASON_MISSING, "visit " + visit.number(), "");
        }
        return why;
    }

    private static OfficeRefused unknown(VisitNumber number) {
        return new OfficeRefused(ReasonCode.VISIT_UNKNOWN, "visit " + number, "");
    }
}
