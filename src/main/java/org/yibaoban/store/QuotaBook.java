package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.yibaoban.quota.Quota;
import org.yibaoban.quota.QuotaScope;
import org.yibaoban.quota.QuotaVersion;
import org.yibaoban.quota.Quotas;

/** The quotas on file; read anew each time, so that every instance sees what another one set. */
@ApplicationScoped
public class QuotaBook implements Quotas {

    private static final String HOLDING = "select q from QuotaRow q where q.withdrawn = false"
            + " and q.version = (select max(o.version) from QuotaRow o where o.number = q.number)";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    @Override
    @Transactional
    public List<Quota> all() {
        return holding().stream().map(QuotaVersion::quota).toList();
    }

    /** One department's alone: an order waits for it. */
    @Override
    @Transactional
    public Optional<Quota> departmentTotal(String department, YearMonth month) {
        List<Quota> own = em
                .createQuery(HOLDING + " and q.scope = :scope and q.scopeCode = :code", QuotaRow.class)
                .setParameter("scope", QuotaScope.DEPARTMENT)
                .setParameter("code", department)
                .getResultList()
                .stream()
                .map(row -> row.version().quota())
                .toList();
        Quotas known = () -> own;
        return known.departmentTotal(department, month);
    }

    /** What holds now, by scope, code and measure. */
    public List<QuotaVersion> holding() {
        return em.createQuery(HOLDING + " order by q.scope, q.scopeCode, q.measure, q.fromDay", QuotaRow.class)
                .getResultStream()
                .map(QuotaRow::version)
                .toList();
    }

    /** All versions of a quota, the newest first. */
    public List<QuotaVersion> history(long number) {
        return em.createQuery(
                        "select q from QuotaRow q where q.number = :number order by q.version desc", QuotaRow.class)
                .setParameter("number", number)
                .getResultStream()
                .map(QuotaRow::version)
                .toList();
    }

    /** Everything ever set, withdrawn quotas too. */
    public List<QuotaVersion> ever() {
        return em.createQuery("select q from QuotaRow q", QuotaRow.class)
                .getResultStream()
                .map(QuotaRow::version)
                .toList();
    }

    public void add(QuotaVersion version) {
        em.persist(new QuotaRow(version));
        em.flush();
    }

    /** One change of quotas at a time, until the transaction ends: two must not limit the same. */
    public void lock() {
        em.createNativeQuery("select pg_advisory_xact_lock(hashtextextended('quota_version', 4))")
                .getSingleResult();
    }

    /** A number that no quota has. */
    public long nextNumber() {
        return ((Number) em.createNativeQuery("select coalesce(max(number), 0) + 1 from quota_version")
                        .getSingleResult())
                .longValue();
    }
}
