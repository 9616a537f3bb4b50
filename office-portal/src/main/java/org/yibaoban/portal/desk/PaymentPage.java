package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.yibaoban.money.Money;
import org.yibaoban.office.payment.PaymentBoard;
import org.yibaoban.quota.payment.MethodMonth;
import org.yibaoban.quota.payment.MonthPayment;
import org.yibaoban.quota.payment.OutlyingCase;
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
    private PaymentBoard.Month payment;
    private List<UnitShare> departments = List.of();
    private List<UnitShare> units = List.of();
    private List<OutlyingCase> outlying = List.of();

    /** Begins with this month. */
    @PostConstruct
    public void open() {
        month = today.month();
        refresh();
    }

    /** Reads the month anew. */
    public void refresh() {
        payment = board.month(month);
        departments = together(UnitShare::department);
        departments.sort(Comparator.comparing(UnitShare::surplus));
        units = together(share -> share.department() + " " + share.doctor());
        // a list of our own, for a table sorts it in place
        outlying = new ArrayList<>(payment.settled().stream()
                .flatMap(one -> one.methods().stream())
                .flatMap(method -> method.outlying().stream())
                .toList());
    }

    public void earlier() {
        month = month.minusMonths(1);
        refresh();
    }

    public void later() {
        month = month.plusMonths(1);
        refresh();
    }

    public YearMonth getMonth() {
        return month;
    }

    /** What was read of the month. */
    public PaymentBoard.Month getPayment() {
        return payment;
    }

    /** A method's month; those without a stay and without money are left out. */
    public List<Row> getMethods() {
        return rows(payment.settled());
    }

    /** The stays that are open now, as if they ended today. */
    public List<Row> getOpenMethods() {
        return rows(payment.open()).stream()
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

    /** All methods together, by department, the largest overrun first. */
    public List<UnitShare> getDepartments() {
        return departments;
    }

    /** High- and low-cost cases of the month. */
    public List<OutlyingCase> getOutlying() {
        return outlying;
    }

    /** All methods together, by department and doctor. */
    public List<UnitShare> getUnits() {
        return units;
    }

    /** A list of our own, for a table sorts it in place. */
    private List<UnitShare> together(Function<UnitShare, String> key) {
        Map<String, UnitShare> units = new TreeMap<>();
        payment.settled().stream()
                .flatMap(one -> one.methods().stream())
                .flatMap(method -> method.shares().stream())
                .forEach(share -> units.merge(key.apply(share), share, UnitShare::plus));
        return new ArrayList<>(units.values());
    }

    public Money getCounted() {
        return Money.sum(payment.settled().stream().map(MonthPayment::counted).toList());
    }

    public Money getBrought() {
        return Money.sum(payment.settled().stream().map(MonthPayment::brought).toList());
    }

    /** In yuan; negative for an overrun. */
    public Money getSurplus() {
        return getBrought().minus(getCounted());
    }

    /** Visits of the month that no method pays for, with those that no agreement does. */
    public int getUncovered() {
        return payment.unpaid()
                + payment.settled().stream().mapToInt(MonthPayment::uncovered).sum();
    }
}
