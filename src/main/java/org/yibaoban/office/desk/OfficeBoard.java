package org.yibaoban.office.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.office.hospital.Department;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.office.indicator.Indicators;
import org.yibaoban.quota.Quota;
import org.yibaoban.quota.Quotas;
import org.yibaoban.quota.indicator.Figure;
import org.yibaoban.quota.indicator.Indicator;
import org.yibaoban.quota.indicator.Measure;
import org.yibaoban.quota.indicator.Period;
import org.yibaoban.quota.indicator.Period.Grain;
import org.yibaoban.quota.indicator.Scope;
import org.yibaoban.quota.indicator.Tally;
import org.yibaoban.quota.indicator.TallyBook;
import org.yibaoban.store.IndicatorTallies;
import org.yibaoban.store.VisitLists;

/** Departments against their quota: a few queries, whatever the hospital's history. */
@ApplicationScoped
public class OfficeBoard {

    @Inject
    private Indicators indicators;

    @Inject
    private IndicatorTallies tallies;

    @Inject
    private VisitLists visits;

    @Inject
    private Hospital hospital;

    @Inject
    private Quotas quotas;

    /** Every department of the hospital in a month. */
    @Transactional
    public List<DepartmentOverview> overview(YearMonth month) {
        Map<String, Tally> sums = indicators.tallies(Scope.Kind.DEPARTMENT, Period.of(Grain.MONTH, month.atDay(1)));
        Map<String, Integer> open = visits.openByDepartment();
        return hospital.departments().stream()
                .map(department -> {
                    Tally sum = sums.getOrDefault(department.code(), Tally.NOTHING);
                    return row(
                            department,
                            month,
                            sum,
                            sum.money(Measure.CHARGES),
                            open.getOrDefault(department.code(), 0));
                })
                .toList();
    }

    /** One department's month as it would be with a further charge in it; empty for a department unknown here. */
    @Transactional
    public Optional<DepartmentOverview> with(String departmentCode, YearMonth month, Money further) {
        return hospital.department(departmentCode).map(department -> {
            Scope scope = Scope.department(department.code());
            Tally sum = tallies.tally(new TallyBook.Key(scope, Period.of(Grain.MONTH, month.atDay(1))));
            // a doctor is not kept waiting for what is being added up: what is still to be added is added here
            Money charges = tallies.charges(department.code(), month.atDay(1)).plus(further);
            return row(department, month, sum, charges, 0);
        });
    }

    private DepartmentOverview row(Department department, YearMonth month, Tally sum, Money charges, int openStays) {
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
                sum.figure(Indicator.SELF_PAID_SHARE).map(Figure::shown),
                sum.figure(Indicator.DRUG_SHARE).map(Figure::shown));
    }
}
