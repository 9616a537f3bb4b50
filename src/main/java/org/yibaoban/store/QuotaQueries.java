package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The office's queries to departments, and their answers. */
@ApplicationScoped
public class QuotaQueries {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    public void add(QuotaQueryRow query) {
        em.persist(query);
    }

    /** The query, locked until the transaction ends. */
    public Optional<QuotaQueryRow> lock(long id) {
        return Optional.ofNullable(em.find(QuotaQueryRow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those about a month, the oldest first. */
    public List<QuotaQueryRow> about(YearMonth month) {
        return em.createQuery(
                        "select q from QuotaQueryRow q where q.month = :month order by q.askedAt, q.id",
                        QuotaQueryRow.class)
                .setParameter("month", month.atDay(1))
                .getResultList();
    }

    /** The unanswered first, then the newest; of a department or of all. */
    public List<QuotaQueryRow> latest(Optional<String> department, int limit) {
        return em.createQuery(
                        "select q from QuotaQueryRow q where :all = true or q.department = :department"
                                + " order by case when q.answer is null then 0 else 1 end, q.askedAt desc",
                        QuotaQueryRow.class)
                .setParameter("all", department.isEmpty())
                .setParameter("department", department.orElse(""))
                .setMaxResults(limit)
                .getResultList();
    }
}
