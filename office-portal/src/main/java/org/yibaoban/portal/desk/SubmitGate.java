package org.yibaoban.portal.desk;

import java.util.Optional;
import org.yibaoban.office.desk.ClaimView;
import org.yibaoban.office.desk.StayBill;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.visit.VisitStatus;

/**
 * Why a claim cannot be submitted from the page. The use case decides in the end; this only keeps the button shut and
 * says why.
 */
public enum SubmitGate {
    READ_ONLY,
    VISIT_CANCELLED,
    CLAIM_OPEN,
    NOT_DISCHARGED,
    BLOCKED,
    NO_ESTIMATE;

    /** @param clerk whether the user may submit at all */
    public static Optional<SubmitGate> of(StayBill bill, boolean clerk) {
        if (!clerk) {
            return Optional.of(READ_ONLY);
        }
        if (bill.claim().filter(ClaimView::holdsVisit).isPresent() || bill.isSettledInParts()) {
            return Optional.of(CLAIM_OPEN);
        }
        if (bill.visit().status() == VisitStatus.CANCELLED) {
            return Optional.of(VISIT_CANCELLED);
        }
        if (!bill.visit().type().isClaimable(bill.visit().status())) {
            return Optional.of(NOT_DISCHARGED);
        }
        if (bill.flags().stream().anyMatch(StayFlag::blocksClaim)) {
            return Optional.of(BLOCKED);
        }
        return bill.estimate().isEmpty() ? Optional.of(NO_ESTIMATE) : Optional.empty();
    }
}
