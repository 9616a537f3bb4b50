package org.yibaoban.quota.indicator;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yibaoban.money.Money;
import org.yibaoban.quota.casegroup.CaseWeight;

/**
 * What is known of a visit beside its lines, as far as indicators go.
 *
 * @param patient whose visit it is, by row
 * @param real false while it is only planned, and when it was cancelled: then it is no visit, only its charges count
 * @param place of the stay: department, ward and doctor that discharged it; of an open one, where it lies
 * @param begun day of admission or visit
 * @param discharged empty while it is open
 * @param charges of the whole visit, net of reversals, in yuan
 * @param overCap whether they exceed the yearly cap of the plan
 * @param readmission whether it began 0 to 14 days after an earlier discharge, by {@link Readmissions}
 * @param settled empty while no settlement stands
 * @param group what its case group stands for; empty where it is not paid by case
 */
public record VisitFacts(
        long visit,
        long patient,
        boolean inpatient,
        boolean real,
        Place place,
        LocalDate begun,
        Optional<LocalDate> discharged,
        Money charges,
        boolean overCap,
        boolean readmission,
        Optional<Settled> settled,
        Optional<CaseWeight> group) {

    /** Discharge date - admission date, at least 1; nothing while it is open. */
    public long bedDays() {
        return discharged
                .map(day -> Math.max(1, ChronoUnit.DAYS.between(begun, day)))
                .orElse(0L);
    }

    public VisitFacts readmission(boolean is) {
        return new VisitFacts(
                visit, patient, inpatient, real, place, begun, discharged, charges, overCap, is, settled, group);
    }

    public VisitFacts group(Optional<CaseWeight> of) {
        return new VisitFacts(
                visit, patient, inpatient, real, place, begun, discharged, charges, overCap, readmission, settled, of);
    }

    /** Whether it is one of the stays discharged, which alone may be grouped. */
    public boolean isStay() {
        return real && inpatient && discharged.isPresent();
    }

    /** What the visit itself adds, by day; its lines add theirs. */
    public Map<LocalDate, Tally> tallies() {
        Map<LocalDate, Tally> days = new TreeMap<>();
        if (!real) {
            return days;
        }
        days.put(begun, Tally.of(inpatient ? Measure.ADMISSIONS : Measure.OUTPATIENT_VISITS, 1));
        LocalDate end = discharged.orElse(begun);
        if (inpatient) {
            discharged.ifPresent(day -> days.merge(day, stay(), Tally::plus));
        } else {
            settled.ifPresent(sums -> days.merge(end, Tally.of(Measure.FUND_CHARGES, sums.fund()), Tally::plus));
        }
        return days;
    }

    private Tally stay() {
        Tally tally = Tally.of(Measure.STAYS, 1)
                .plus(Measure.STAY_CHARGES, charges)
                .plus(Measure.BED_DAYS, bedDays())
                .plus(Measure.READMISSIONS, readmission ? 1 : 0)
                .plus(Measure.LARGE_COST_STAYS, overCap ? 1 : 0);
        Tally all = settled.map(Settled::tally).map(tally::plus).orElse(tally);
        return group.map(of -> all.plus(CaseShare.of(of, charges, bedDays()))).orElse(all);
    }

    /** Whether both are the same as far as other stays of the patient go. */
    public boolean sameStay(VisitFacts other) {
        return patient == other.patient
                && inpatient == other.inpatient
                && real == other.real
                && begun.equals(other.begun)
                && discharged.equals(other.discharged);
    }

    /** Whether its charges count for the same ward, payer and kind of visit as in another state of it. */
    public boolean chargesCountAsIn(VisitFacts other) {
        return inpatient == other.inpatient
                && place.ward().equals(other.place.ward())
                && place.payer().equals(other.place.payer());
    }

    /** Whether it makes its patient an outpatient of the day. */
    public boolean isOutpatientVisit() {
        return real && !inpatient;
    }
}
