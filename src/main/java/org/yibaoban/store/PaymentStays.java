package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.membership.Standing;
import org.yibaoban.money.Money;
import org.yibaoban.quota.payment.CaseGroup;
import org.yibaoban.quota.payment.InsuredStay;
import org.yibaoban.quota.payment.PaymentStay;
import org.yibaoban.visit.VisitType;

/** What the payment methods need of stays: one query of running sums each, no look at charge lines. */
@ApplicationScoped
public class PaymentStays {

    private static final String STAYS = "select v.number, v.type, v.department, v.doctor, v.patient_id, v.admitted_at,"
            + " v.discharged_at, v.charges, v.case_group, v.case_group_source, m.insurance_type, m.standing, d.code,"
            + " (select sum(case a.field when 'TOTAL' then a.amount else -a.amount end) from claim c"
            + " join claim_answer a on a.claim_id = c.id and a.field in ('TOTAL', 'PERSONAL')"
            + " where c.visit_id = v.id and c.state = 'SETTLED')"
            + " from visit v left join membership m on m.visit_id = v.id"
            + " left join visit_diagnosis d on d.visit_id = v.id and d.rank = 0 where ";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /**
     * The open stays of a department, or of all.
     *
     * @param today the day up to which their bed days are counted
     */
    public List<InsuredStay> open(Optional<String> department, LocalDate today) {
        Query query = em.createNativeQuery(
                STAYS + "v.status = 'ADMITTED'" + (department.isPresent() ? " and v.department = ?" : ""));
        department.ifPresent(code -> query.setParameter(1, code));
        return read(query, today);
    }

    /** The visits discharged in a month. */
    public List<InsuredStay> discharged(YearMonth month) {
        LocalDate first = month.atDay(1);
        return read(
                em.createNativeQuery(STAYS + "v.status = 'DISCHARGED' and v.discharged_at >= ? and v.discharged_at < ?")
                        .setParameter(1, Timestamp.valueOf(first.atStartOfDay()))
                        .setParameter(2, Timestamp.valueOf(first.plusMonths(1).atStartOfDay())),
                month.atEndOfMonth());
    }

    /** One stay. */
    public InsuredStay of(VisitRow visit, LocalDate today) {
        return read(em.createNativeQuery(STAYS + "v.id = ?").setParameter(1, visit.id()), today)
                .get(0);
    }

    private static List<InsuredStay> read(Query query, LocalDate today) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> stay((Object[]) row, today)).toList();
    }

    private static InsuredStay stay(Object[] row, LocalDate today) {
        LocalDate admitted = day(row[5]).orElseThrow();
        LocalDate end = day(row[6]).orElse(today);
        PaymentStay stay = new PaymentStay(
                (String) row[0],
                VisitType.valueOf((String) row[1]),
                (String) row[2],
                (String) row[3],
                String.valueOf(row[4]),
                admitted,
                // an admission told for tomorrow is a stay of today
                end.isBefore(admitted) ? admitted : end,
                Optional.ofNullable((String) row[12]),
                Optional.ofNullable((String) row[8])
                        .map(code -> new CaseGroup(code, CaseGroup.Source.valueOf((String) row[9]))),
                new Money((BigDecimal) row[7]),
                Optional.ofNullable((BigDecimal) row[13]).map(Money::new));
        boolean covered = Standing.ACTIVE.name().equals(row[11]);
        return new InsuredStay(
                stay,
                Optional.ofNullable((String) row[10])
                        .filter(insurance -> covered)
                        .map(InsuranceType::valueOf));
    }

    private static Optional<LocalDate> day(Object time) {
        return Optional.ofNullable((Timestamp) time)
                .map(at -> at.toLocalDateTime().toLocalDate());
    }
}
