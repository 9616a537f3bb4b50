package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yibaoban.audit.AuditRule;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.review.SampleAim;

/** Samples of prescriptions and what was said of each. */
@ApplicationScoped
public class Reviews {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /** A prescription: the drugs that a doctor of a department ordered for a visit on one day. */
    public record Prescription(long visit, String department, String doctor, LocalDate day) {}

    /**
     * Prescriptions drawn without choice: those whose MD5 with the seed comes first. The same seed draws the same from the
     * same prescriptions, and one that comes in later displaces at most one.
     *
     * @param candidates of how many
     */
    public record Draw(List<Prescription> drawn, int candidates) {}

    public Draw draw(SampleAim aim) {
        List<Object> values = new ArrayList<>();
        String candidates = candidates(aim, values);
        values.add(aim.seed());
        values.add(aim.size());
        Query query = em.createNativeQuery("select c.visit_id, c.department, c.doctor, c.day, count(*) over ()"
                + " from (" + candidates + ") c order by md5(?" + (values.size() - 1)
                + " || '|' || c.number || '|' || c.department || '|' || c.doctor || '|' || c.day) limit ?"
                + values.size());
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        List<?> rows = query.getResultList();
        List<Prescription> drawn =
                rows.stream().map(row -> prescription((Object[]) row)).toList();
        int of = rows.isEmpty() ? 0 : ((Number) ((Object[]) rows.get(0))[4]).intValue();
        return new Draw(drawn, of);
    }

    /** Of a partly taken back drug enough is left to be looked at; of one that is taken back wholly nothing is. */
    private static String candidates(SampleAim aim, List<Object> values) {
        StringBuilder text = new StringBuilder(
                "select l.visit_id, v.number, l.ordering_department as department,"
                        + " coalesce(l.ordered_by, '') as doctor, cast(l.service_time as date) as day"
                        + " from charge_line l join visit v on v.id = l.visit_id"
                        + " where l.charge_type in ('DRUG', 'HERB') and l.reverses_id is null"
                        + " and l.quantity + coalesce((select sum(r.quantity) from charge_line r where r.reverses_id = l.id), 0) > 0");
        condition(
                text,
                values,
                " and l.service_time >= ?",
                Timestamp.valueOf(aim.from().atStartOfDay()));
        condition(
                text,
                values,
                " and l.service_time < ?",
                Timestamp.valueOf(aim.to().plusDays(1).atStartOfDay()));
        given(text, values, " and l.ordering_department = ?", aim.department());
        given(text, values, " and l.ordered_by = ?", aim.doctor());
        given(text, values, " and l.item_code = ?", aim.item());
        aim.rule()
                .map(AuditRule::name)
                .ifPresent(rule -> condition(
                        text,
                        values,
                        " and exists (select 1 from audit_finding f where f.visit_id = l.visit_id"
                                + " and l.transaction_id = any(string_to_array(f.lines, chr(10))) and f.rule = ?",
                        rule));
        return text.append(aim.rule().isPresent() ? ")" : "")
                .append(" group by 1, 2, 3, 4, 5")
                .toString();
    }

    private static void given(StringBuilder text, List<Object> values, String condition, String value) {
        if (!value.isBlank()) {
            condition(text, values, condition, value);
        }
    }

    private static void condition(StringBuilder text, List<Object> values, String condition, Object value) {
        values.add(value);
        text.append(condition).append(values.size());
    }

    private static Prescription prescription(Object[] row) {
        return new Prescription(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                row[3] instanceof Date day ? day.toLocalDate() : (LocalDate) row[3]);
    }

    /** Stored at once, for its cases name it. */
    public ReviewSampleRow add(ReviewSampleRow sample) {
        em.persist(sample);
        em.flush();
        return sample;
    }

    /** The drawn prescriptions as cases of a sample, in their order. */
    public void add(ReviewSampleRow sample, List<Prescription> drawn) {
        Map<Long, VisitRow> visits = em.createQuery("select v from VisitRow v where v.id in :ids", VisitRow.class)
                .setParameter("ids", drawn.stream().map(Prescription::visit).toList())
                .getResultStream()
                .collect(Collectors.toMap(VisitRow::id, visit -> visit));
        for (int i = 0; i < drawn.size(); i++) {
            Prescription one = drawn.get(i);
            em.persist(new ReviewCaseRow(
                    sample, visits.get(one.visit()), one.department(), one.doctor(), one.day(), i + 1));
        }
    }

    public Optional<ReviewSampleRow> sample(long id) {
        return Optional.ofNullable(em.find(ReviewSampleRow.class, id));
    }

    /** Against others who judge or publish at the same time. */
    public Optional<ReviewSampleRow> lock(long id) {
        return Optional.ofNullable(em.find(ReviewSampleRow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public Optional<ReviewCaseRow> one(long id) {
        return Optional.ofNullable(em.find(ReviewCaseRow.class, id));
    }

    /** The newest first. */
    public List<ReviewSampleRow> samples(int limit) {
        return em.createQuery("select s from ReviewSampleRow s order by s.id desc", ReviewSampleRow.class)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Samples drawn from a moment on and before another. */
    public List<ReviewSampleRow> drawn(Instant from, Instant until) {
        return em.createQuery(
                        "select s from ReviewSampleRow s where s.drawnAt >= :from and s.drawnAt < :until",
                        ReviewSampleRow.class)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList();
    }

    public List<ReviewCaseRow> cases(long sample) {
        return em.createQuery(
                        "select c from ReviewCaseRow c join fetch c.visit v join fetch v.patient"
                                + " where c.sample.id = :sample order by c.place",
                        ReviewCaseRow.class)
                .setParameter("sample", sample)
                .getResultList();
    }

    /** Of published samples, the newest first; those of one department where it is given. */
    public List<ReviewCaseRow> published(Optional<String> department, int limit) {
        var query = em.createQuery(
                "select c from ReviewCaseRow c join fetch c.visit v join fetch v.patient join fetch c.sample s"
                        + " where s.publishedAt is not null"
                        + department
                                .map(one -> " and c.department = :department")
                                .orElse("")
                        + " order by s.id desc, c.place",
                ReviewCaseRow.class);
        department.ifPresent(one -> query.setParameter("department", one));
        return query.setMaxResults(limit).getResultList();
    }

    /** How many cases samples have, and how many of them are judged, by sample. */
    public Map<Long, int[]> progress(Collection<Long> samples) {
        Map<Long, int[]> counts = new HashMap<>();
        if (!samples.isEmpty()) {
            em.createQuery(
                            "select c.sample.id, count(c), count(c.verdict) from ReviewCaseRow c"
                                    + " where c.sample.id in :samples group by c.sample.id",
                            Object[].class)
                    .setParameter("samples", samples)
                    .getResultList()
                    .forEach(row -> counts.put(
                            (Long) row[0], new int[] {((Number) row[1]).intValue(), ((Number) row[2]).intValue()}));
        }
        return counts;
    }

    /** The drugs on a prescription, with what was taken back of them. */
    public List<ChargeLineRow> drugs(ReviewCaseRow one) {
        return em.createQuery(
                        "select l from ChargeLineRow l where l.visitId = :visit and l.item.chargeType in :drugs"
                                + " and l.orderingDepartment = :department and coalesce(l.orderedBy, '') = :doctor"
                                + " and l.serviceTime >= :from and l.serviceTime < :to order by l.serviceTime, l.id",
                        ChargeLineRow.class)
                .setParameter("visit", one.visit().id())
                .setParameter("drugs", List.of(ChargeType.DRUG, ChargeType.HERB))
                .setParameter("department", one.department())
                .setParameter("doctor", one.doctor())
                .setParameter("from", one.day().atStartOfDay())
                .setParameter("to", one.day().plusDays(1).atStartOfDay())
                .getResultList();
    }
}
