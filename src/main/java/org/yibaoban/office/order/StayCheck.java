package org.yibaoban.office.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.office.stay.StayFlags;
import org.yibaoban.office.stay.Stays;
import org.yibaoban.store.RawMessages;
import org.yibaoban.store.VisitRow;

/** Where a stay stands as it begins, and as it ends. */
@ApplicationScoped
public class StayCheck {

    @Inject
    private StayFinder finder;

    @Inject
    private Stays stays;

    @Inject
    private RawMessages messages;

    /** @throws OfficeRefused PATIENT_MISMATCH when the visit is another patient's */
    @Transactional(dontRollbackOn = OfficeRefused.class)
    public Optional<StayAdvice> start(StayReference reference) {
        return finder.find(reference)
                .map(visit -> advice(visit, StayFlags.of(visit), Optional.empty(), Optional.empty()));
    }

    /** @throws OfficeRefused PATIENT_MISMATCH when the visit is another patient's */
    @Transactional(dontRollbackOn = OfficeRefused.class)
    public Optional<StayAdvice> discharge(StayReference reference) {
        return finder.find(reference).map(visit -> {
            Set<StayFlag> flags = StayFlags.of(visit, messages);
            try {
                return advice(
                        visit, flags, Optional.of(stays.settle(visit, stays.benefitLines(visit))), Optional.empty());
            } catch (OfficeRefused refused) {
                return advice(
                        visit,
                        flags,
                        Optional.empty(),
                        Optional.of(refused.reason().chinese() + " / "
                                + refused.reason().english()));
            }
        });
    }

    private static StayAdvice advice(
            VisitRow visit, Set<StayFlag> flags, Optional<Settlement> estimate, Optional<String> noEstimate) {
        return new StayAdvice(
                visit.number().value(), visit.status(), Cover.of(visit), visit.charges(), flags, estimate, noEstimate);
    }
}
