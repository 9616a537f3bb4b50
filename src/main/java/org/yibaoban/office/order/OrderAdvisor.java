package org.yibaoban.office.order;

import java.util.List;
import java.util.Optional;

/**
 * What the HIS's hooks may ask of the office. Answered from what is here, without a call to the payer, and free of work
 * that grows with the hospital's history.
 */
public interface OrderAdvisor {

    /**
     * What an order means before it is signed.
     *
     * @throws org.yibaoban.office.OfficeRefused PATIENT_MISMATCH when the visit is another patient's
     */
    OrderAdvice order(StayReference stay, List<OrderedItem> items);

    /** Where a stay stands as it begins; empty when the office does not know it. */
    Optional<StayAdvice> start(StayReference stay);

    /** The same with the estimate and what stands in the way of the claim. */
    Optional<StayAdvice> discharge(StayReference stay);
}
