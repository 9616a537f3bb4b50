package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the systems of the hospital are told. */
@ApplicationScoped
public class HisNotices {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    public void add(HisNoticeRow notice) {
        em.persist(notice);
        // the order of telling is that of the inserts
        em.flush();
    }

    public HisNoticeRow get(long id) {
        return em.find(HisNoticeRow.class, id);
    }

    /** What was told of a consent form, oldest first. */
    public List<HisNoticeRow> of(ConsentRow consent) {
        return em.createQuery(
                        "select n from HisNoticeRow n where n.consentId = :consent order by n.createdAt, n.id",
                        HisNoticeRow.class)
                .setParameter("consent", consent.id())
                .getResultList();
    }

    /** The receiver's oldest pending notice, leased; empty while that one is not due, so that none overtakes another. */
    public Optional<HisNoticeRow> take(String receiver, Instant now, Instant leaseUntil) {
        Collection<?> ids = em.createNativeQuery("select id from his_notice where receiver = ? and state = 'PENDING'"
                        + " and next_attempt_at <= ? and seq = (select min(seq) from his_notice"
                        + " where receiver = ? and state = 'PENDING') for update skip locked")
                .setParameter(1, receiver)
                .setParameter(2, Timestamp.from(now))
                .setParameter(3, receiver)
                .getResultList();
        return ids.stream().findFirst().map(id -> {
            HisNoticeRow notice = get(((Number) id).longValue());
            notice.lease(leaseUntil);
            return notice;
        });
    }
}
