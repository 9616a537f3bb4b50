package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yibaoban.catalogue.ChangeSetKind;
import org.yibaoban.catalogue.ChangeSetState;
import org.yibaoban.catalogue.Facts;
import org.yibaoban.catalogue.ItemChange;
import org.yibaoban.catalogue.Register;

/** Change sets of the catalogue and their items. */
@ApplicationScoped
public class CatalogueRows {

    /** One release at a time. */
    private static final long RELEASE_LOCK = 7_301_201;

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /**
     * A released change set as the catalogue is made of it.
     *
     * @param day from which it counts
     */
    public record Released(long edition, LocalDate day, List<ItemChange> changes) {}

    public CatalogueSetRow add(CatalogueSetRow set) {
        em.persist(set);
        em.flush();
        return set;
    }

    public Optional<CatalogueSetRow> find(long id) {
        return Optional.ofNullable(em.find(CatalogueSetRow.class, id));
    }

    public Optional<CatalogueSetRow> lock(long id) {
        return Optional.ofNullable(em.find(CatalogueSetRow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public CatalogueSetRow ofLoad(long load) {
        return em.createQuery("select s from CatalogueSetRow s where s.loadId = :load", CatalogueSetRow.class)
                .setParameter("load", load)
                .getSingleResult();
    }

    /** Imports and undoings, the newest first; single mappings are in their items' own history. */
    public List<CatalogueSetRow> latest(int limit) {
        return em.createQuery(
                        "select s from CatalogueSetRow s where s.kind <> :mapping order by s.id desc",
                        CatalogueSetRow.class)
                .setParameter("mapping", ChangeSetKind.MAPPING)
                .setMaxResults(limit)
                .getResultList();
    }

    /** What takes these back, or is proposed to, by the one that it takes back. */
    public Map<Long, Long> undoing(Collection<Long> released) {
        return released.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select s from CatalogueSetRow s where s.undoes in :released and s.state <> :rejected",
                                CatalogueSetRow.class)
                        .setParameter("released", released)
                        .setParameter("rejected", ChangeSetState.REJECTED)
                        .getResultStream()
                        .collect(Collectors.toMap(set -> set.undoes().orElseThrow(), CatalogueSetRow::id));
    }

    /** Until this transaction ends nobody else releases. */
    public void lockReleases() {
        em.createNativeQuery("select pg_advisory_xact_lock(?)")
                .setParameter(1, RELEASE_LOCK)
                .getSingleResult();
    }

    /** The latest edition, 0 while nothing was released; a look at the end of an index. */
    public long edition() {
        return ((Number) em.createNativeQuery("select coalesce(max(edition), 0) from catalogue_set")
                        .getSingleResult())
                .longValue();
    }

    /** The released change sets behind an edition, the oldest first. */
    public List<Released> after(long edition) {
        List<Released> found = new ArrayList<>();
        em.createQuery(
                        "select s from CatalogueSetRow s where s.edition > :edition order by s.edition",
                        CatalogueSetRow.class)
                .setParameter("edition", edition)
                .getResultList()
                .forEach(set -> found.add(new Released(
                        set.edition().orElseThrow(), set.releasedDay().orElseThrow(), words(set.id()))));
        return found;
    }

    /** What a set says of its items, without what was before. */
    private List<ItemChange> words(long set) {
        List<?> rows = em.createNativeQuery(
                        "select register, code, own_from, after from catalogue_change where set_id = ?")
                .setParameter(1, set)
                .getResultList();
        return rows.stream().map(row -> word((Object[]) row)).toList();
    }

    private static ItemChange word(Object[] row) {
        return new ItemChange(
                Register.valueOf((String) row[0]),
                (String) row[1],
                Optional.ofNullable((Date) row[2]).map(Date::toLocalDate),
                Optional.empty(),
                Optional.ofNullable((String) row[3]).map(Facts::parse));
    }

    public void add(CatalogueSetRow set, Collection<ItemChange> changes) {
        changes.forEach(change -> em.persist(new CatalogueChangeRow(set.id(), change)));
        em.flush();
        em.clear();
    }

    /** What an interrupted check left. */
    public void forgetChanges(long set) {
        em.createQuery("delete from CatalogueChangeRow c where c.setId = :set")
                .setParameter("set", set)
                .executeUpdate();
    }

    public int count(long set, ItemChange.Kind kind) {
        return em.createQuery(
                        "select count(c) from CatalogueChangeRow c where c.setId = :set and c.kind = :kind", Long.class)
                .setParameter("set", set)
                .setParameter("kind", kind)
                .getSingleResult()
                .intValue();
    }

    /** In the order of the codes, a page at a time. */
    public List<ItemChange> changes(long set, ItemChange.Kind kind, int from, int limit) {
        return em.createQuery(
                        "select c from CatalogueChangeRow c where c.setId = :set and c.kind = :kind order by c.code",
                        CatalogueChangeRow.class)
                .setParameter("set", set)
                .setParameter("kind", kind)
                .setFirstResult(from)
                .setMaxResults(limit)
                .getResultStream()
                .map(CatalogueChangeRow::change)
                .toList();
    }

    /** Codes of a set that were released anew behind an edition: the preview no longer tells what would happen. */
    public List<String> movedSince(long set, long edition, int limit) {
        List<?> codes = em.createNativeQuery("select distinct c.code from catalogue_change c"
                        + " join catalogue_change d on d.register = c.register and d.code = c.code"
                        + " join catalogue_set s on s.id = d.set_id where c.set_id = ? and s.edition > ?")
                .setParameter(1, set)
                .setParameter(2, edition)
                .setMaxResults(limit)
                .getResultList();
        return codes.stream().map(String.class::cast).toList();
    }

    /** The contrary of a released set, but for the items that were released anew since. */
    public void addContrary(CatalogueSetRow undo, CatalogueSetRow released) {
        em.createNativeQuery("insert into catalogue_change (id, set_id, register, code, kind, before, after)"
                        + " select nextval('row_id'), ?, c.register, c.code,"
                        + " case when c.after is null then 'NEW' when c.before is null then 'ENDED' else 'CHANGED' end,"
                        + " c.after, c.before from catalogue_change c where c.set_id = ?"
                        + " and not exists (select 1 from catalogue_change d join catalogue_set s on s.id = d.set_id"
                        + " where d.register = c.register and d.code = c.code and s.edition > ?)")
                .setParameter(1, undo.id())
                .setParameter(2, released.id())
                .setParameter(3, released.edition().orElseThrow())
                .executeUpdate();
    }

    /** Who said what of an item, the newest first. */
    public List<CatalogueSetRow> history(Register register, String code, int limit) {
        return em.createQuery(
                        "select s from CatalogueSetRow s, CatalogueChangeRow c where c.setId = s.id"
                                + " and c.register = :register and c.code = :code and s.edition is not null"
                                + " order by s.edition desc",
                        CatalogueSetRow.class)
                .setParameter("register", register)
                .setParameter("code", code)
                .setMaxResults(limit)
                .getResultList();
    }
}
