package org.yibaoban.office.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yibaoban.money.Money;
import org.yibaoban.office.hospital.Department;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.quota.Quota;
import org.yibaoban.quota.Quotas;
import org.yibaoban.store.DepartmentMonthRow;
import org.yibaoban.store.Ledger;
import org.yibaoban.store.Visits;

/** Departments against their quota: two queries, whatever the hospital's history. */
@ApplicationScoped
public class OfficeBoard {

    @Inject
    private Ledger ledger;

    @Inject
    private Visits visits;

    @Inject
    private Hospital hospital;

    @Inject
    private Quotas quotas;

    /** Every department of the hospital in a month. */
    @Transactional
    public List<DepartmentOverview> overview(YearMonth month) {
        Map<String, DepartmentMonthRow> sums = sums(month);
        Map<String, Integer> open = visits.openByDepartment();
        return hospital.departments().stream()
                .map(department -> row(
                        department,
                        month,
                        Optional.ofNullable(sums.get(department.code())),
                        open.getOrDefault(department.code(), 0),
                        Money.ZERO))
                .toList();
    }

    /** One department's month as it would be with a further charge in it; empty for a department unknown here. */
    @Transactional
    public Optional<DepartmentOverview> with(String departmentCode, YearMonth month, Money further) {
        return hospital.department(departmentCode)
                .map(department -> row(department, month, ledger.month(department.code(), month), 0, further));
    }

    private Map<String, DepartmentMonthRow> sums(YearMonth month) {
        return ledger.month(month).stream()
                .collect(Collectors.toMap(DepartmentMonthRow::department, Function.identity()));
    }

    private DepartmentOverview row(
            Department department, YearMonth month, Optional<DepartmentMonthRow> sum, int openStays, Money further) {
        Money charges = sum.map(DepartmentMonthRow::charges).orElse(Money.ZERO).plus(further);
        Optional<Quota> quota = quotas.departmentTotal(department.code(), month);
        return new DepartmentOverview(
                department.code(),
                department.name(),
                department.englishName(),
                openStays,
                charges,
                quota.map(Quota::limit),
                quota.map(q -> q.percentUsed(charges)),
                quota.flatMap(q -> q.levelReached(charges)),
                sum.flatMap(s -> percent(s.selfPaid(), charges)),
                sum.flatMap(s -> percent(s.drugs(), charges)));
    }

    /** A ratio over nothing is no figure (spec/quotas.md). */
    private static Optional<BigDecimal> percent(Money part, Money whole) {
        return whole.isZero()
                ? Optional.empty()
                : Optional.of(part.yuan().movePointRight(2).divide(whole.yuan(), 2, RoundingMode.HALF_UP));
    }
}
