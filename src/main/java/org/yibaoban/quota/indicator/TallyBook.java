package org.yibaoban.quota.indicator;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Sums by scope and period, of a whole or of what a change moves. Mutable, for one thread. */
public final class TallyBook {

    private final Map<Key, Tally> tallies = new HashMap<>();
    private final Map<PersonKey, Integer> visits = new HashMap<>();

    /** One row of sums. */
    public record Key(Scope scope, Period period) {}

    /** A patient among the outpatients of a row of sums. */
    public record PersonKey(Key key, long patient) {}

    /** Adds what a visit and its lines count for. */
    public void add(VisitFacts visit, Iterable<ChargeCell> charges) {
        visit(visit, 1);
        charges.forEach(cell -> charge(cell, visit, 1));
    }

    /** Takes the same back. */
    public void remove(VisitFacts visit, Iterable<ChargeCell> charges) {
        visit(visit, -1);
        charges.forEach(cell -> charge(cell, visit, -1));
    }

    private void visit(VisitFacts visit, int sign) {
        visit.tallies().forEach((day, tally) -> add(visit.place(), day, signed(tally, sign)));
        if (visit.isOutpatientVisit()) {
            for (Scope scope : visit.place().scopes()) {
                Period.allOf(visit.begun())
                        .forEach(period -> visits.merge(
                                new PersonKey(new Key(scope, period), visit.patient()), sign, Integer::sum));
            }
        }
    }

    private void charge(ChargeCell cell, VisitFacts visit, int sign) {
        add(cell.place(visit.place()), cell.day(), signed(cell.tally(visit.inpatient()), sign));
    }

    /** Adds sums that stand for no single visit, such as what a payer paid. */
    public void add(Place place, LocalDate day, Tally tally) {
        for (Scope scope : place.scopes()) {
            Period.allOf(day).forEach(period -> add(new Key(scope, period), tally));
        }
    }

    /** Adds to one row of sums alone. */
    public void add(Key key, Tally tally) {
        tallies.merge(key, tally, Tally::plus);
    }

    private static Tally signed(Tally tally, int sign) {
        return sign > 0 ? tally : tally.negated();
    }

    /** The rows of sums that moved, without the outpatient persons. */
    public Map<Key, Tally> tallies() {
        tallies.values().removeIf(Tally::isNothing);
        return Collections.unmodifiableMap(tallies);
    }

    /** By how many visits a patient is more often among the outpatients of a row of sums. */
    public Map<PersonKey, Integer> outpatientVisits() {
        visits.values().removeIf(count -> count == 0);
        return Collections.unmodifiableMap(visits);
    }

    /** One row of sums of a book that holds a whole: persons are counted out. */
    public Tally whole(Key key) {
        long persons = visits.entrySet().stream()
                .filter(entry -> entry.getKey().key().equals(key) && entry.getValue() > 0)
                .count();
        return tallies.getOrDefault(key, Tally.NOTHING).plus(Measure.OUTPATIENT_PERSONS, persons);
    }
}
