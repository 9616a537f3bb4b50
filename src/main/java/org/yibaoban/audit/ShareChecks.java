package org.yibaoban.audit;

import java.math.BigDecimal;
import java.util.List;
import org.yibaoban.catalogue.ItemClass;

/** What makes up too much of the total. Shares are compared exactly, never as rounded percentages. */
final class ShareChecks {

    private ShareChecks() {}

    /**
     * "Inpatient of at most 3 days, total above 0, whose exam and lab amounts are at least 80 % of the total; no lines."
     * Silent while the stay lasts.
     */
    static List<Hit> examOnly(AuditedStay stay, AuditSettings settings) {
        int most = settings.whole(AuditParameter.EXAM_ONLY_DAYS);
        boolean brief = stay.visit().isInpatient()
                && stay.visit().days().filter(days -> days <= most).isPresent();
        ExactAmount total = stay.totals().total();
        BigDecimal share = settings.value(AuditParameter.EXAM_ONLY_SHARE);
        ExactAmount examining = stay.totals().examining();
        if (!brief || !total.isPositive() || examining.compareTo(total.times(share)) < 0) {
            return List.of();
        }
        String percent = examining.percentOf(total).toPlainString();
        return List.of(Hit.ofStay(
                () -> "住院 " + stay.visit().days().get() + " 天, 检查检验费用占 " + percent + "%, 达到 " + Words.percent(share),
                () -> "a stay of " + stay.visit().days().get() + " days with " + percent
                        + " % for examinations and laboratory, found from " + Words.percent(share)));
    }

    /**
     * "Class C amounts above 20 % of the total (the catalogue's class; total above 0; any visit type); all class C
     * lines."
     */
    static List<Hit> selfPay(AuditedStay stay, AuditSettings settings) {
        Totals totals = stay.totals();
        if (!above(totals, settings)) {
            return List.of();
        }
        BigDecimal share = settings.value(AuditParameter.SELF_PAY_SHARE);
        List<NetLine> selfPaid = stay.linesOf(item -> item.itemClass() == ItemClass.C);
        String percent = totals.selfPaid().percentOf(totals.total()).toPlainString();
        return List.of(new Hit(
                selfPaid,
                () -> "自费费用占 " + percent + "%, 限 " + Words.percent(share),
                () -> percent + " % of the total is self-paid, at most " + Words.percent(share)));
    }

    /** Whether the self-paid share is above its limit, by the totals alone. */
    static boolean above(Totals totals, AuditSettings settings) {
        BigDecimal share = settings.value(AuditParameter.SELF_PAY_SHARE);
        return totals.total().isPositive()
                && totals.selfPaid().compareTo(totals.total().times(share)) > 0;
    }
}
