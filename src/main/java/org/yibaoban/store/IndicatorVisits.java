package org.yibaoban.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.money.Money;
import org.yibaoban.quota.casegroup.CaseWeight;
import org.yibaoban.quota.indicator.Place;
import org.yibaoban.quota.indicator.Settled;
import org.yibaoban.quota.indicator.VisitFacts;
import org.yibaoban.visit.VisitStatus;
import org.yibaoban.visit.VisitType;

/** What the indicators need of visits: as they are, and as they count in the sums. In the caller's transaction. */
@ApplicationScoped
public class IndicatorVisits {

    private static final Set<String> REAL = Set.of(VisitStatus.ADMITTED.name(), VisitStatus.DISCHARGED.name());

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private Sql sql;

    @PostConstruct
    void open() {
        sql = new Sql(em);
    }

    /** The yearly cap of a plan on a day, in yuan; empty where it has none. */
    public interface YearlyCap {
        Optional<Money> of(String planId, LocalDate day);
    }

    /** The visits as they are now; which of them are readmissions, and what their groups stand for, is not said. */
    public Map<Long, VisitFacts> now(Collection<Long> visits, YearlyCap cap) {
        if (visits.isEmpty()) {
            return Map.of();
        }
        Map<Long, Settled> settled = settled(visits);
        Map<Long, VisitFacts> facts = new HashMap<>();
        sql.list(
                        "select v.id, v.patient_id, v.type, v.status, v.department, v.ward, v.doctor, v.membership_state,"
                                + " m.insurance_type, m.plan_id, v.admitted_at::date, v.discharged_at::date, v.charges"
                                + " from visit v left join membership m on m.visit_id = v.id where v.id = any(?)",
                        row -> fact(row, settled, cap),
                        visits)
                .forEach(fact -> facts.put(fact.visit(), fact));
        return facts;
    }

    private static VisitFacts fact(ResultSet row, Map<Long, Settled> settled, YearlyCap cap) throws SQLException {
        String status = row.getString(4);
        boolean member = row.getString(9) != null && !row.getString(8).equals(MembershipState.REFUSED.name());
        LocalDate begun = row.getObject(11, LocalDate.class);
        Optional<LocalDate> discharged = Optional.ofNullable(row.getObject(12, LocalDate.class))
                .filter(day -> status.equals(VisitStatus.DISCHARGED.name()));
        Money charges = new Money(row.getBigDecimal(13));
        String plan = row.getString(10);
        boolean overCap = member
                && discharged
                        .flatMap(day -> cap.of(plan, day))
                        .filter(most -> charges.compareTo(most) > 0)
                        .isPresent();
        return new VisitFacts(
                row.getLong(1),
                row.getLong(2),
                row.getString(3).equals(VisitType.INPATIENT.name()),
                REAL.contains(status),
                new Place(
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        member ? InsuranceType.valueOf(row.getString(9)).code() : Place.NO_PAYER),
                begun,
                discharged,
                charges,
                overCap,
                false,
                Optional.ofNullable(settled.get(row.getLong(1))),
                Optional.empty());
    }

    /** Of claims that stand settled, all parts of a stay together once the last one is; one that is being taken back stands until the payer has said so. */
    private Map<Long, Settled> settled(Collection<Long> visits) {
        Map<Long, Map<SettlementField, Money>> amounts = new HashMap<>();
        sql.list(
                "select c.visit_id, a.field, sum(a.amount) from claim c join claim_answer a on a.claim_id = c.id"
                        + " join visit v on v.id = c.visit_id"
                        + " where c.visit_id = any(?) and c.state in ('SETTLED', 'REVERSING') and c.settled_at is not null"
                        + " and (c.part is null or (v.claim_state in ('SETTLED', 'REVERSING')"
                        + " and v.part_through is null)) group by c.visit_id, a.field",
                row -> amounts.computeIfAbsent(row.getLong(1), visit -> new EnumMap<>(SettlementField.class))
                        .put(SettlementField.valueOf(row.getString(2)), new Money(row.getBigDecimal(3))),
                visits);
        Map<Long, Settled> settled = new HashMap<>();
        amounts.forEach((visit, answer) -> settled.put(visit, Settled.of(answer)));
        return settled;
    }

    /** The visits as they count in the sums; absent where they do not yet. */
    public Map<Long, VisitFacts> counted(Collection<Long> visits) {
        Map<Long, VisitFacts> facts = new HashMap<>();
        if (!visits.isEmpty()) {
            sql.list(
                            "select visit_id, patient_id, inpatient, counts, department, ward, doctor, payer, begun,"
                                    + " discharged, charges, over_cap, readmission, settled_total, settled_borne,"
                                    + " settled_fund, below_deductible, " + CaseWeightColumns.NAMES
                                    + " from indicator_visit where visit_id = any(?)",
                            IndicatorVisits::counted,
                            visits)
                    .forEach(fact -> facts.put(fact.visit(), fact));
        }
        return facts;
    }

    private static VisitFacts counted(ResultSet row) throws SQLException {
        BigDecimal total = row.getBigDecimal(14);
        return new VisitFacts(
                row.getLong(1),
                row.getLong(2),
                row.getBoolean(3),
                row.getBoolean(4),
                new Place(row.getString(5), row.getString(6), row.getString(7), row.getString(8)),
                row.getObject(9, LocalDate.class),
                Optional.ofNullable(row.getObject(10, LocalDate.class)),
                new Money(row.getBigDecimal(11)),
                row.getBoolean(12),
                row.getBoolean(13),
                total == null
                        ? Optional.empty()
                        : Optional.of(new Settled(
                                new Money(total),
                                new Money(row.getBigDecimal(15)),
                                new Money(row.getBigDecimal(16)),
                                row.getBoolean(17))),
                CaseWeightColumns.read(row, 18));
    }

    /** From now on the visits count so. */
    public void count(Collection<VisitFacts> visits) {
        sql.batch(
                "insert into indicator_visit (visit_id, patient_id, inpatient, counts, department, ward, doctor, payer,"
                        + " begun, discharged, charges, over_cap, readmission, settled_total, settled_borne,"
                        + " settled_fund, below_deductible, " + CaseWeightColumns.NAMES
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (visit_id) do update set (patient_id, inpatient, counts, department, ward, doctor,"
                        + " payer, begun, discharged, charges, over_cap, readmission, settled_total, settled_borne,"
                        + " settled_fund, below_deductible, " + CaseWeightColumns.NAMES
                        + ") = (excluded.patient_id, excluded.inpatient, excluded.counts,"
                        + " excluded.department, excluded.ward, excluded.doctor, excluded.payer, excluded.begun,"
                        + " excluded.discharged, excluded.charges, excluded.over_cap, excluded.readmission,"
                        + " excluded.settled_total, excluded.settled_borne, excluded.settled_fund,"
                        + " excluded.below_deductible, excluded.case_group, excluded.case_weight,"
                        + " excluded.case_reference_cost, excluded.case_reference_days)",
                batch -> {
                    for (VisitFacts visit : visits) {
                        Optional<Settled> settled = visit.settled();
                        Optional<CaseWeight> group = visit.group();
                        batch.row(
                                visit.visit(),
                                visit.patient(),
                                visit.inpatient(),
                                visit.real(),
                                visit.place().department(),
                                visit.place().ward(),
                                visit.place().doctor(),
                                visit.place().payer(),
                                visit.begun(),
                                visit.discharged().orElse(null),
                                visit.charges().yuan(),
                                visit.overCap(),
                                visit.readmission(),
                                settled.map(sums -> sums.total().yuan()).orElse(null),
                                settled.map(sums -> sums.borne().yuan()).orElse(null),
                                settled.map(sums -> sums.fund().yuan()).orElse(null),
                                settled.map(Settled::belowDeductible).orElse(null),
                                group.map(CaseWeight::group).orElse(null),
                                group.map(CaseWeight::value).orElse(null),
                                group.flatMap(CaseWeight::referenceCost)
                                        .map(Money::yuan)
                                        .orElse(null),
                                group.flatMap(CaseWeight::referenceDays).orElse(null));
                    }
                });
    }
}
