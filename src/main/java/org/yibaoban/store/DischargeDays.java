package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;

/** Charges of discharged stays by department and day, read over a stretch of days by the index of discharges. */
@ApplicationScoped
public class DischargeDays {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /**
     * A department's day.
     *
     * @param charges net charges of the stays discharged on it, in yuan
     */
    public record Day(String department, LocalDate day, Money charges) {}

    /** Of one department, or of all. */
    public List<Day> between(LocalDate first, LocalDate last, Optional<String> department) {
        Query query = em.createNativeQuery("select department, cast(discharged_at as date), sum(charges) from visit"
                        + " where status = 'DISCHARGED' and type = 'INPATIENT'"
                        + " and discharged_at >= ? and discharged_at < ?"
                        + (department.isPresent() ? " and department = ?" : "") + " group by 1, 2")
                .setParameter(1, Timestamp.valueOf(first.atStartOfDay()))
                .setParameter(2, Timestamp.valueOf(last.plusDays(1).atStartOfDay()));
        department.ifPresent(code -> query.setParameter(3, code));
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Day((String) row[0], ((Date) row[1]).toLocalDate(), new Money((BigDecimal) row[2])))
                .toList();
    }

    /** The day of the first discharge on file. */
    public Optional<LocalDate> first() {
        return Optional.ofNullable((Timestamp)
                        em.createNativeQuery("select min(discharged_at) from visit where status = 'DISCHARGED'")
                                .getSingleResult())
                .map(at -> at.toLocalDateTime().toLocalDate());
    }
}
