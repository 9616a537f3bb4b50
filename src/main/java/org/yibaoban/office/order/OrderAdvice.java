package org.yibaoban.office.order;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yibaoban.audit.AuditRule;
import org.yibaoban.audit.Finding;
import org.yibaoban.audit.LineId;
import org.yibaoban.audit.Severity;
import org.yibaoban.money.Money;
import org.yibaoban.office.audit.OrderAudit;
import org.yibaoban.office.desk.DepartmentOverview;
import org.yibaoban.office.payment.StayPayments.OrderEffect;
import org.yibaoban.visit.VisitStatus;

/**
 * What a doctor should know before signing an order. It never blocks care.
 *
 * @param stay empty where the office knows no such stay: then it speaks by the catalogue alone
 * @param orderTotal of the items whose price is known, in yuan
 * @param found what the audit rules would find if the order were charged now, beside what they found before;
 *     empty where they were not asked, as where no such stay lies here
 */
public record OrderAdvice(
        Optional<StayEffect> stay, Money orderTotal, List<ItemAdvice> items, Optional<List<Found>> found) {

    public OrderAdvice {
        items = List.copyOf(items);
        found = found.map(List::copyOf);
    }

    public Cover cover() {
        return stay.map(StayEffect::cover).orElse(Cover.OF_NO_STAY);
    }

    /** Whether consent is to be signed before the item is charged; what is self-paid may be covered by a form already. */
    public boolean asksConsent(ItemAdvice item) {
        boolean covered = item.isSelfPaid()
                && found.filter(all -> all.stream()
                                .noneMatch(one -> one.rule() == AuditRule.NO_CONSENT
                                        && one.items().contains(item)))
                        .isPresent();
        return item.needsConsent() && !covered;
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

    /**
     * A finding that the order would add.
     *
     * @param items the ordered items that it is about; none where it is about the stay
     */
    public record Found(
            AuditRule rule, Severity severity, List<ItemAdvice> items, String chinese, String english, String clause) {

        public Found {
            items = List.copyOf(items);
        }

        /** @param order the items in the order of their lines */
        static Found of(Finding finding, List<ItemAdvice> order) {
            return new Found(
                    finding.rule(),
                    finding.severity(),
                    IntStream.range(0, order.size())
                            .filter(i -> finding.lines().contains(new LineId(OrderAudit.ORDER_LINE + (i + 1))))
                            .mapToObj(order::get)
                            .toList(),
                    finding.chinese(),
                    finding.english(),
                    finding.clause());
        }
    }
}
