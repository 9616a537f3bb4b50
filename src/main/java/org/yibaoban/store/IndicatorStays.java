package org.yibaoban.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.quota.indicator.Period;
import org.yibaoban.quota.indicator.Scope;
import org.yibaoban.quota.indicator.StayShare;

/** The visits that a row of sums adds up, from the same cells and visits as the sums themselves. */
@ApplicationScoped
public class IndicatorStays {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private Sql sql;

    @PostConstruct
    void open() {
        sql = new Sql(em);
    }

    /** The visits of a row of sums, the dearest first. */
    public List<StayShare> stays(Scope scope, Period period, int most) {
        String inCell = cellCondition(scope.kind());
        String inVisit = visitCondition(scope.kind());
        List<Object> parameters = new ArrayList<>();
        parameters.add(period.start());
        parameters.add(period.last());
        add(parameters, scope, inCell);
        parameters.add(period.start());
        parameters.add(period.last());
        add(parameters, scope, inVisit);
        parameters.add(most);
        return sql.list(
                "with charged as (select c.visit_id, sum(c.amount) as amount, sum(c.lines) as lines"
                        + " from indicator_cell c join indicator_visit i on i.visit_id = c.visit_id"
                        + " where c.day between ? and ?" + inCell + " group by c.visit_id),"
                        + " counted as (select i.visit_id from indicator_visit i"
                        + " where i.counts and i.inpatient and i.discharged between ? and ?" + inVisit + ")"
                        + " select v.number, i.inpatient, i.department, i.begun, i.discharged, coalesce(h.amount, 0),"
                        + " coalesce(h.lines, 0), d.visit_id is not null, i.charges, i.readmission, i.over_cap,"
                        + " i.case_group, i.case_weight, i.case_reference_cost, i.case_reference_days"
                        + " from charged h full join counted d on d.visit_id = h.visit_id"
                        + " join indicator_visit i on i.visit_id = coalesce(h.visit_id, d.visit_id)"
                        + " join visit v on v.id = i.visit_id order by 6 desc, v.number limit ?",
                row -> new StayShare(
                        row.getString(1),
                        row.getBoolean(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        Optional.ofNullable(row.getObject(5, LocalDate.class)),
                        new Money(row.getBigDecimal(6)),
                        row.getLong(7),
                        row.getBoolean(8),
                        new Money(row.getBigDecimal(9)),
                        row.getBoolean(10),
                        row.getBoolean(11),
                        CaseWeightColumns.read(row, 12)),
                parameters.toArray());
    }

    private static void add(List<Object> parameters, Scope scope, String condition) {
        if (!condition.isBlank()) {
            parameters.add(scope.code());
        }
    }

    private static String cellCondition(Scope.Kind kind) {
        return switch (kind) {
            case HOSPITAL -> "";
            case DEPARTMENT -> " and c.department = ?";
            case DOCTOR -> " and c.doctor = ?";
            case WARD -> " and i.ward = ?";
            case PAYER -> " and i.payer = ?";
        };
    }

    private static String visitCondition(Scope.Kind kind) {
        return switch (kind) {
            case HOSPITAL -> "";
            case DEPARTMENT -> " and i.department = ?";
            case DOCTOR -> " and i.doctor = ?";
            case WARD -> " and i.ward = ?";
            case PAYER -> " and i.payer = ?";
        };
    }
}
