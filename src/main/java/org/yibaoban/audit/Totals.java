package org.yibaoban.audit;

import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;

/**
 * Running sums of what is left of a stay's lines, exact, so that a share is known without a look at every line.
 *
 * @param examining examinations and laboratory
 * @param selfPaid class C
 */
public record Totals(ExactAmount total, ExactAmount examining, ExactAmount selfPaid) {

    public static final Totals NONE = new Totals(ExactAmount.ZERO, ExactAmount.ZERO, ExactAmount.ZERO);

    /** Of a whole stay. */
    public static Totals of(AuditStay stay) {
        return of(NetLine.of(stay.lines()));
    }

    static Totals of(Iterable<NetLine> lines) {
        ExactSum total = new ExactSum();
        ExactSum examining = new ExactSum();
        ExactSum selfPaid = new ExactSum();
        for (NetLine line : lines) {
            total.add(line);
            if (isExamination(line.item())) {
                examining.add(line);
            }
            if (line.item().itemClass() == ItemClass.C) {
                selfPaid.add(line);
            }
        }
        return new Totals(total.total(), examining.total(), selfPaid.total());
    }

    private static boolean isExamination(AuditItem item) {
        return item.chargeType() == ChargeType.EXAM || item.chargeType() == ChargeType.LAB;
    }

    /** With a further charge. */
    public Totals charged(AuditLine line) {
        return line.quantity().signum() > 0 ? plus(line.item(), ExactAmount.of(line.amount())) : this;
    }

    /**
     * With a part of a charge taken back: the amount shrinks in proportion to the quantity, whatever amount the reversal
     * names.
     */
    public Totals reversed(AuditLine reversal, AuditLine charge) {
        return plus(charge.item(), ExactAmount.of(charge.amount()).portion(reversal.quantity(), charge.quantity()));
    }

    private Totals plus(AuditItem item, ExactAmount amount) {
        return new Totals(
                total.plus(amount),
                isExamination(item) ? examining.plus(amount) : examining,
                item.itemClass() == ItemClass.C ? selfPaid.plus(amount) : selfPaid);
    }
}
