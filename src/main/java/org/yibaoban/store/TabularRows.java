package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.yibaoban.visit.VisitStatus;

/** Loads of files and views: the jobs, their files, their rejected rows, and which rows were loaded. */
@ApplicationScoped
public class TabularRows {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    public TabularLoadRow add(TabularLoadRow load) {
        em.persist(load);
        em.flush();
        return load;
    }

    /** A piece of a file; at once in the database, so that a large file never stands in memory whole. */
    public void add(TabularPartRow part) {
        em.persist(part);
        em.flush();
        em.clear();
    }

    public Optional<TabularLoadRow> load(long id) {
        return Optional.ofNullable(em.find(TabularLoadRow.class, id));
    }

    /** The file of a change set; of what is done on a page there is none. */
    public List<TabularLoadRow> ofCatalogueSet(long set) {
        return em.createQuery(
                        "select l from TabularLoadRow l, CatalogueSetRow s where s.id = :set and l.id = s.loadId",
                        TabularLoadRow.class)
                .setParameter("set", set)
                .getResultList();
    }

    /** The catalogue's files, newest first. */
    public List<TabularLoadRow> ofCatalogue(int limit) {
        return em.createQuery(
                        "select l from TabularLoadRow l where l.channel = :catalogue order by l.id desc",
                        TabularLoadRow.class)
                .setParameter("catalogue", TabularLoadRow.Channel.CATALOGUE)
                .setMaxResults(limit)
                .getResultList();
    }

    public List<TabularLoadRow> loads(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select l from TabularLoadRow l where l.id in :ids", TabularLoadRow.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    public Optional<TabularLoadRow> lock(long id) {
        return Optional.ofNullable(em.find(TabularLoadRow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Removes the files of loads that ended before a time; the loads and what became of their rows stay.
     *
     * @return how many
     */
    public int forgetFiles(Instant endedBefore, Instant now) {
        List<?> ids = em.createNativeQuery("update tabular_load set file_gone_at = ? where channel = 'FILE'"
                        + " and file_gone_at is null and finished_at < ?"
                        + " and state in ('CHECKED', 'DONE', 'FAILED', 'STOPPED') returning id")
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, Timestamp.from(endedBefore))
                .getResultList();
        ids.forEach(id -> em.createNativeQuery("delete from tabular_part where load_id = ?")
                .setParameter(1, id)
                .executeUpdate());
        return ids.size();
    }

    /**
     * The oldest of a channel that nobody works on; two of one table never run at the same time, so that instances choose one after
     * the other: what one has chosen the next must see.
     */
    public Optional<TabularLoadRow> due(TabularLoadRow.Channel channel, Instant now) {
        em.createNativeQuery("select pg_advisory_xact_lock(hashtextextended('tabular_load', 3))")
                .getSingleResult();
        List<?> ids = em.createNativeQuery("select l.id from tabular_load l"
                        + " where l.channel = ? and l.state in ('UPLOADED', 'CHECKING', 'QUEUED', 'LOADING')"
                        + " and (l.lease_until is null or l.lease_until < ?)"
                        + " and not exists (select 1 from tabular_load o where o.table_id = l.table_id and o.id <> l.id"
                        + " and o.state in ('CHECKING', 'LOADING') and o.lease_until >= ?)"
                        + " order by l.id limit 1 for update skip locked")
                .setParameter(1, channel.name())
                .setParameter(2, Timestamp.from(now))
                .setParameter(3, Timestamp.from(now))
                .getResultList();
        return ids.stream().findFirst().map(id -> em.find(TabularLoadRow.class, ((Number) id).longValue()));
    }

    /** The HIS's files and views, newest first. */
    public List<TabularLoadRow> latest(int limit) {
        return em.createQuery(
                        "select l from TabularLoadRow l where l.channel <> :catalogue order by l.id desc",
                        TabularLoadRow.class)
                .setParameter("catalogue", TabularLoadRow.Channel.CATALOGUE)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The polls of a view on one day. */
    public Optional<TabularLoadRow> ofDay(String table, LocalDate day) {
        return em.createQuery(
                        "select l from TabularLoadRow l where l.channel = :view and l.tableId = :table and l.day = :day",
                        TabularLoadRow.class)
                .setParameter("view", TabularLoadRow.Channel.VIEW)
                .setParameter("table", table)
                .setParameter("day", day)
                .getResultStream()
                .findFirst();
    }

    public Optional<byte[]> part(long load, int number) {
        return em.createQuery(
                        "select p.content from TabularPartRow p where p.loadId = :load and p.part = :part",
                        byte[].class)
                .setParameter("load", load)
                .setParameter("part", number)
                .getResultStream()
                .findFirst();
    }

    public void add(TabularRejectRow reject) {
        em.persist(reject);
    }

    public void forgetRejects(long load) {
        em.createQuery("delete from TabularRejectRow r where r.loadId = :load")
                .setParameter("load", load)
                .executeUpdate();
    }

    /** Which of these marks a load has already. */
    public List<String> marked(long load, Collection<String> marks) {
        return marks.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select r.mark from TabularRejectRow r where r.loadId = :load and r.mark in :marks",
                                String.class)
                        .setParameter("load", load)
                        .setParameter("marks", marks)
                        .getResultList();
    }

    /** In the order of the file, a page at a time. */
    public List<TabularRejectRow> rejects(long load, int from, int limit) {
        return em.createQuery(
                        "select r from TabularRejectRow r where r.loadId = :load order by r.rowNumber, r.id",
                        TabularRejectRow.class)
                .setParameter("load", load)
                .setFirstResult(from)
                .setMaxResults(limit)
                .getResultList();
    }

    public List<TabularSeenRow> seen(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select s from TabularSeenRow s where s.id in :ids", TabularSeenRow.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    public void add(TabularSeenRow seen) {
        em.persist(seen);
    }

    public void forgetSeen(Collection<String> ids) {
        if (!ids.isEmpty()) {
            em.createQuery("delete from TabularSeenRow s where s.id in :ids and s.parts <= 1")
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
    }

    /** The view's row, made where it is new, locked; empty while another instance has it in its hands. */
    public Optional<TabularViewRow> lockView(String table) {
        em.createNativeQuery("insert into tabular_view (table_id) values (?) on conflict do nothing")
                .setParameter(1, table)
                .executeUpdate();
        List<?> free = em.createNativeQuery(
                        "select table_id from tabular_view where table_id = ? for update skip locked")
                .setParameter(1, table)
                .getResultList();
        return free.stream().findFirst().map(id -> em.find(TabularViewRow.class, table));
    }

    public Optional<TabularViewRow> view(String table) {
        return Optional.ofNullable(em.find(TabularViewRow.class, table));
    }

    public Optional<TabularViewRow> lockKnownView(String table) {
        return Optional.ofNullable(em.find(TabularViewRow.class, table, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The visits with these numbers, with their patients. */
    public List<VisitRow> visits(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select v from VisitRow v join fetch v.patient left join fetch v.membership"
                                        + " where v.number in :numbers",
                                VisitRow.class)
                        .setParameter("numbers", numbers)
                        .getResultList();
    }

    public List<PatientRow> patients(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : em.createQuery("select p from PatientRow p where p.number in :numbers", PatientRow.class)
                        .setParameter("numbers", numbers)
                        .getResultList();
    }

    /** Their visits that have no claim yet and were not cancelled. */
    public List<VisitRow> unclaimedOf(Collection<PatientRow> patients) {
        return patients.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select v from VisitRow v left join fetch v.membership where v.patient in :patients"
                                        + " and v.claimState is null and v.status <> :cancelled order by v.id",
                                VisitRow.class)
                        .setParameter("patients", patients)
                        .setParameter("cancelled", VisitStatus.CANCELLED)
                        .getResultList();
    }

    /** Until this transaction ends nobody else makes patients with these numbers. */
    public void lockPatients(Collection<String> numbers) {
        String sorted = String.join("\n", numbers.stream().sorted().distinct().toList());
        em.createNativeQuery(
                        "select pg_advisory_xact_lock(hashtextextended(n, 1)) from unnest(string_to_array(?, chr(10))) n")
                .setParameter(1, sorted)
                .getResultList();
    }

    public void add(PatientRow patient) {
        em.persist(patient);
    }
}
