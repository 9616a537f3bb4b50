package org.yibaoban.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDateTime;
import java.util.List;
import org.yibaoban.money.Money;
import org.yibaoban.review.OutpatientPrescription;

/** Outpatients' prescriptions that have others near them. In the caller's transaction. */
@ApplicationScoped
public class OutpatientPrescriptions {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private Sql sql;

    @PostConstruct
    void open() {
        sql = new Sql(em);
    }

    /**
     * Those of a time that make three or more of one patient in one department within 24 hours; only the drugs of the time
     * are read. What was taken back wholly is none.
     */
    public List<OutpatientPrescription> crowded(LocalDateTime from, LocalDateTime to) {
        return sql.list(
                "with line as (select v.patient_id, l.ordering_department as department, v.number,"
                        + " coalesce(l.ordered_by, '') as doctor, l.service_time, l.quantity + coalesce(b.quantity, 0) as quantity,"
                        + " l.amount + coalesce(b.amount, 0) as amount from charge_line l join visit v on v.id = l.visit_id"
                        + " left join lateral (select sum(r.quantity) as quantity, sum(r.amount) as amount from charge_line r"
                        + " where r.reverses_id = l.id) b on true"
                        + " where l.charge_type in ('DRUG', 'HERB') and l.reverses_id is null and v.type = 'OUTPATIENT'"
                        + " and v.status <> 'CANCELLED' and l.service_time >= ? and l.service_time < ?),"
                        + " one as (select patient_id, department, number, doctor, min(service_time) as at, sum(amount) as amount"
                        + " from line where quantity > 0 group by 1, 2, 3, 4, service_time::date),"
                        + " near as (select *, lag(at, 2) over w as before2, lag(at) over w as before1, lead(at) over w as after1,"
                        + " lead(at, 2) over w as after2 from one window w as (partition by patient_id, department order by at, number))"
                        + " select patient_id, department, number, doctor, at, amount from near"
                        + " where after2 - at <= interval '24 hours' or at - before2 <= interval '24 hours'"
                        + " or after1 - before1 <= interval '24 hours'",
                row -> new OutpatientPrescription(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDateTime.class),
                        new Money(row.getBigDecimal(6))),
                from,
                to);
    }
}
