package org.yibaoban.office.order;

import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.office.desk.DepartmentOverview;
import org.yibaoban.office.payment.StayPayments.OrderEffect;
import org.yibaoban.visit.VisitStatus;

/**
 * What a doctor should know before signing an order. It never blocks care.
 *
 * @param stay empty where the office knows no such stay: then it speaks by the catalogue alone
 * @param orderTotal of the items whose price is known, in yuan
 */
public record OrderAdvice(Optional<StayEffect> stay, Money orderTotal, List<ItemAdvice> items) {

    public OrderAdvice {
        items = List.copyOf(items);
    }

    public Cover cover() {
        return stay.map(StayEffect::cover).orElse(Cover.OF_NO_STAY);
    }

    /**
     * What the order does to the stay.
     *
     * @param chargesSoFar the stay's net charges before this order, in yuan
     * @param share who would pay the order by today's estimate; empty where there is none
     * @param payment what the payer's way of paying brings without and with the order; empty where none applies
     * @param department the ordering department's month with this order in it; empty where it has no quota
     */
    public record StayEffect(
            String visit,
            VisitStatus status,
            Cover cover,
            Money chargesSoFar,
            Optional<Share> share,
            Optional<OrderEffect> payment,
            Optional<DepartmentOverview> department) {}

    /**
     * What the order adds to either side, in yuan; both together are the order's total.
     *
     * @param others the funds, and whoever else takes over a part under the plan
     */
    public record Share(Money patient, Money others) {}
}
