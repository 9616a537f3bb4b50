package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yibaoban.audit.FindingDeed;
import org.yibaoban.audit.FindingQuery;
import org.yibaoban.audit.FindingState;
import org.yibaoban.money.Money;

/** Findings, their events, and what the audit keeps of a visit. */
@ApplicationScoped
public class AuditFindings {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    public Optional<AuditTotalRow> totals(VisitRow visit) {
        return Optional.ofNullable(em.find(AuditTotalRow.class, visit.id()));
    }

    public void add(AuditTotalRow row) {
        em.persist(row);
    }

    /** The findings of a visit that are not mended. */
    public List<AuditFindingRow> unmended(VisitRow visit) {
        return em.createQuery(
                        "select f from AuditFindingRow f where f.visit = :visit and f.state <> :mended order by f.id",
                        AuditFindingRow.class)
                .setParameter("visit", visit)
                .setParameter("mended", FindingState.MENDED)
                .getResultList();
    }

    /**
     * The findings of some parts of several visits that are not mended, by the visit's row id.
     *
     * @param scopes of each visit, by its row id; a visit that has none of them is absent
     */
    public Map<Long, List<AuditFindingRow>> unmended(Map<VisitRow, Set<String>> scopes) {
        if (scopes.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "select f from AuditFindingRow f where f.visit in :visits and f.state <> :mended"
                                + " and f.scope in :scopes order by f.id",
                        AuditFindingRow.class)
                .setParameter("visits", scopes.keySet())
                .setParameter("mended", FindingState.MENDED)
                .setParameter(
                        "scopes", scopes.values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
                .getResultStream()
                .filter(finding -> scopes.get(finding.visit()).contains(finding.scope()))
                .collect(Collectors.groupingBy(finding -> finding.visit().id()));
    }

    public void add(AuditFindingRow finding) {
        em.persist(finding);
    }

    public void note(AuditFindingRow finding, Instant at, String who, FindingDeed deed, String text) {
        em.persist(new AuditEventRow(finding, at, who, deed, text));
    }

    public Optional<AuditFindingRow> find(long id) {
        return Optional.ofNullable(em.find(AuditFindingRow.class, id));
    }

    /** Reads again what another transaction may have changed since; its visit is locked. */
    public void refresh(AuditFindingRow finding) {
        em.refresh(finding);
    }

    /** All findings of a visit, mended ones too, newest first. */
    public List<AuditFindingRow> all(VisitRow visit) {
        return em.createQuery(
                        "select f from AuditFindingRow f where f.visit = :visit order by f.id desc",
                        AuditFindingRow.class)
                .setParameter("visit", visit)
                .getResultList();
    }

    /** Findings by what a person looks for, the dearest first. */
    public List<AuditFindingRow> search(FindingQuery query, int limit) {
        TypedQuery<AuditFindingRow> found = em.createQuery(
                        "select f from AuditFindingRow f join fetch f.visit where "
                                + (query.standing() ? "f.state in :states" : "f.state not in :states")
                                + query.rule()
                                        .map(rule -> " and f.rule = :rule")
                                        .orElse("")
                                + query.severity()
                                        .map(severity -> " and f.severity = :severity")
                                        .orElse("")
                                + (query.visit().isBlank() ? "" : " and f.visit.number like :visit")
                                + (query.department().isBlank() ? "" : " and f.department = :department")
                                + (query.doctor().isBlank() ? "" : " and f.doctor = :doctor")
                                + " and f.amount >= :least order by f.amount desc, f.id desc",
                        AuditFindingRow.class)
                .setParameter("states", FindingState.STANDING)
                .setParameter("least", query.least());
        query.rule().ifPresent(rule -> found.setParameter("rule", rule));
        query.severity().ifPresent(severity -> found.setParameter("severity", severity));
        if (!query.visit().isBlank()) {
            found.setParameter("visit", query.visit() + "%");
        }
        if (!query.department().isBlank()) {
            found.setParameter("department", query.department());
        }
        if (!query.doctor().isBlank()) {
            found.setParameter("doctor", query.doctor());
        }
        return found.setMaxResults(limit).getResultList();
    }

    /** Counts and money of findings by rule, department or doctor. */
    public enum Grouping {
        RULE,
        DEPARTMENT,
        DOCTOR
    }

    /**
     * @param money of all findings, in yuan
     * @param atStake of those that stand
     */
    public record Group(
            String key, long found, Money money, long standing, Money atStake, long mended, long overruled) {}

    /** What was found in a period, by what it is grouped by, the most money first. */
    public List<Group> groups(Grouping by, Instant from, Instant to) {
        String column = by.name().toLowerCase(Locale.ROOT);
        List<?> rows = em.createNativeQuery("select " + column + ", count(*), sum(amount),"
                        + " count(*) filter (where state not in ('MENDED', 'OVERRULED')),"
                        + " coalesce(sum(amount) filter (where state not in ('MENDED', 'OVERRULED')), 0),"
                        + " count(*) filter (where state = 'MENDED'), count(*) filter (where state = 'OVERRULED')"
                        + " from audit_finding where found_at >= ? and found_at < ? group by " + column
                        + " order by sum(amount) desc, " + column)
                .setParameter(1, Timestamp.from(from))
                .setParameter(2, Timestamp.from(to))
                .getResultList();
        return rows.stream().map(row -> group((Object[]) row)).toList();
    }

    private static Group group(Object[] row) {
        return new Group(
                (String) row[0],
                ((Number) row[1]).longValue(),
                new Money((BigDecimal) row[2]),
                ((Number) row[3]).longValue(),
                new Money((BigDecimal) row[4]),
                ((Number) row[5]).longValue(),
                ((Number) row[6]).longValue());
    }

    /** The events of findings, oldest first. */
    public List<AuditEventRow> events(Collection<Long> findings) {
        return findings.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select e from AuditEventRow e where e.finding.id in :findings order by e.id",
                                AuditEventRow.class)
                        .setParameter("findings", findings)
                        .getResultList();
    }

    /** A visit that waits for a look at the whole stay; one that another instance works on is passed over. */
    public Optional<Long> due() {
        return em.createNativeQuery("select v.id from visit v where v.id in (select visit_id from audit_due)"
                        + " order by v.id limit 1 for update of v skip locked")
                .getResultStream()
                .findFirst()
                .map(id -> ((Number) id).longValue());
    }

    /** The visit, locked, is looked at now. What comes later is due again. */
    public void done(long visitId) {
        em.createNativeQuery("delete from audit_due where visit_id = ?")
                .setParameter(1, visitId)
                .executeUpdate();
    }

    /** Something that the audit knows of a visit changed, other than its lines. */
    public void becomeDue(VisitRow visit) {
        em.createNativeQuery("insert into audit_due (visit_id) values (?)")
                .setParameter(1, visit.id())
                .executeUpdate();
    }
}
