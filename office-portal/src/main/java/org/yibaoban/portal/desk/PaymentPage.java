package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yibaoban.money.Money;
import org.yibaoban.office.payment.PaymentBoard;
import org.yibaoban.quota.payment.MethodMonth;
import org.yibaoban.quota.payment.MonthPayment;
import org.yibaoban.quota.payment.UnitShare;

/** The office's view of a month under the payer's ways of paying: by method, department and doctor. */
@Named
@ViewScoped
public class PaymentPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private PaymentBoard board;

    @Inject
    private Today today;

    private YearMonth month;
    // kept for the page being drawn only: it is read again with every request
    private transient PaymentBoard.Month payment;

    /** Begins with this month. */
    @PostConstruct
    public void open() {
        month = today.month();
    }

    public void earlier() {
        month = month.minusMonths(1);
        payment = null;
    }

    public void later() {
        month = month.plusMonths(1);
        payment = null;
    }

    public YearMonth getMonth() {
        return month;
    }

    /** What was read of the month. */
    public PaymentBoard.Month getPayment() {
        if (payment == null) {
            payment = board.month(month);
        }
        return payment;
    }

    /** A method's month; those without a stay and without money are left out. */
    public List<Row> getMethods() {
        return rows(getPayment().settled());
    }

    /** The stays that are open now, as if they ended today. */
    public List<Row> getOpenMethods() {
        return rows(getPayment().open()).stream()
                .filter(row -> row.method().stays() > 0)
                .toList();
    }

    /** A method's month with its agreement. */
    public record Row(MonthPayment agreement, MethodMonth method) {}

    private static List<Row> rows(List<MonthPayment> months) {
        return months.stream()
                .flatMap(one -> one.methods().stream().map(method -> new Row(one, method)))
                .filter(row -> row.method().stays()
                                        + row.method().belowDeductible()
                                        + row.method().unestimated()
                                > 0
                        || !row.method().brought().isZero())
                .toList();
    }

    /** All methods together, by department and doctor; a list of our own, for the table sorts it in place. */
    public List<UnitShare> getUnits() {
        Map<String, UnitShare> units = new TreeMap<>();
        getPayment().settled().stream()
                .flatMap(one -> one.methods().stream())
                .flatMap(method -> method.shares().stream())
                .forEach(share -> units.merge(share.department() + " " + share.doctor(), share, UnitShare::plus));
        return new ArrayList<>(units.values());
    }

    public Money getCounted() {
        return Money.sum(
                getPayment().settled().stream().map(MonthPayment::counted).toList());
    }

    public Money getBrought() {
        return Money.sum(
                getPayment().settled().stream().map(MonthPayment::brought).toList());
    }

    /** In yuan; negative for an overrun. */
    public Money getSurplus() {
        return getBrought().minus(getCounted());
    }

    /** Visits of the month that no method pays for, with those that no agreement does. */
    public int getUncovered() {
        return getPayment().unpaid()
                + getPayment().settled().stream()
                        .mapToInt(MonthPayment::uncovered)
                        .sum();
    }
}
