package org.yibaoban.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.membership.Standing;
import org.yibaoban.money.Money;
import org.yibaoban.quota.casegroup.CaseGroup;
import org.yibaoban.quota.payment.InsuredStay;
import org.yibaoban.quota.payment.PaymentStay;
import org.yibaoban.visit.VisitType;

/** What the payment methods need of stays: one query of running sums each, no look at charge lines. */
@ApplicationScoped
public class PaymentStays {

    private static final String STAYS = "select v.id, v.number, v.type, v.department, v.doctor, v.patient_id,"
            + " v.admitted_at, v.discharged_at, d.code, v.case_group, v.case_group_source, v.charges,"
            // of a stay that is settled in parts, not before the last
            + " (select sum(case a.field when 'TOTAL' then a.amount else -a.amount end) from claim c"
            + " join claim_answer a on a.claim_id = c.id and a.field in ('TOTAL', 'PERSONAL')"
            + " where c.visit_id = v.id and c.state = 'SETTLED'"
            + " and (v.settled_parts = 0 or v.claim_state = 'SETTLED')), m.insurance_type, m.standing"
            + " from visit v left join membership m on m.visit_id = v.id"
            + " left join visit_diagnosis d on d.visit_id = v.id and d.rank = 0 where ";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private Sql sql;

    @PostConstruct
    void open() {
        sql = new Sql(em);
    }

    private record Found(long visit, InsuredStay stay) {}

    /**
     * The open stays of a department, or of all.
     *
     * @param today the day up to which their bed days are counted
     */
    public List<InsuredStay> open(Optional<String> department, LocalDate today) {
        return department
                .map(code -> stays("v.status = 'ADMITTED' and v.department = ?", today, code))
                .orElseGet(() -> stays("v.status = 'ADMITTED'", today));
    }

    /** The visits discharged in a month. */
    public List<InsuredStay> discharged(YearMonth month) {
        LocalDate first = month.atDay(1);
        return stays(
                "v.status = 'DISCHARGED' and v.discharged_at >= ? and v.discharged_at < ?",
                month.atEndOfMonth(),
                first.atStartOfDay(),
                first.plusMonths(1).atStartOfDay());
    }

    /** One stay. */
    public InsuredStay of(VisitRow visit, LocalDate today) {
        return stays("v.id = ?", today, visit.id()).get(0);
    }

    /** The visits that have ended, of those with these rows, by row. */
    public Map<Long, InsuredStay> ended(Collection<Long> visits) {
        Map<Long, InsuredStay> ended = new HashMap<>();
        if (!visits.isEmpty()) {
            sql.list(
                            STAYS + "v.status = 'DISCHARGED' and v.id = any(?)",
                            row -> found(
                                    row, row.getObject(8, LocalDateTime.class).toLocalDate()),
                            visits)
                    .forEach(found -> ended.put(found.visit(), found.stay()));
        }
        return ended;
    }

    private List<InsuredStay> stays(String which, LocalDate today, Object... parameters) {
        return sql.list(STAYS + which, row -> found(row, today).stay(), parameters);
    }

    private static Found found(ResultSet row, LocalDate today) throws SQLException {
        LocalDate admitted = row.getObject(7, LocalDateTime.class).toLocalDate();
        LocalDateTime discharged = row.getObject(8, LocalDateTime.class);
        LocalDate end = discharged == null ? today : discharged.toLocalDate();
        String group = row.getString(10);
        PaymentStay stay = new PaymentStay(
                row.getString(2),
                VisitType.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                admitted,
                // an admission told for tomorrow is a stay of today
                end.isBefore(admitted) ? admitted : end,
                Optional.ofNullable(row.getString(9)),
                group == null
                        ? Optional.empty()
                        : Optional.of(new CaseGroup(group, CaseGroup.Source.valueOf(row.getString(11)))),
                new Money(row.getBigDecimal(12)),
                Optional.ofNullable(row.getBigDecimal(13)).map(Money::new));
        boolean covered = Standing.ACTIVE.name().equals(row.getString(15));
        return new Found(
                row.getLong(1),
                new InsuredStay(
                        stay,
                        Optional.ofNullable(row.getString(14))
                                .filter(insurance -> covered)
                                .map(InsuranceType::valueOf)));
    }
}
