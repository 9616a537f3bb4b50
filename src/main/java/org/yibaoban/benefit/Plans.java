package org.yibaoban.benefit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** All plans that are known, with their history. Immutable to whoever uses it. */
public final class Plans {

    private final Map<String, PlanHistory> byId;

    /** Each plan on the day that was asked for last: orders and discharges ask for today, over and over. */
    private final Map<String, Plan> lastAsked = new ConcurrentHashMap<>();

    /** @throws IllegalStateException when an id stands twice */
    public Plans(Collection<PlanHistory> histories) {
        byId = histories.stream()
                .collect(Collectors.toMap(
                        PlanHistory::id,
                        history -> history,
                        (first, second) -> {
                            throw new IllegalStateException("plan " + first.id() + " stands twice");
                        },
                        TreeMap::new));
    }

    /** The same with one more, which takes the place of the one of its id. */
    public Plans with(PlanHistory candidate) {
        Map<String, PlanHistory> all = new TreeMap<>(byId);
        all.put(candidate.id(), candidate);
        return new Plans(all.values());
    }

    /** In alphabetical order. */
    public Set<String> ids() {
        return Collections.unmodifiableSet(byId.keySet());
    }

    public Optional<PlanHistory> history(String planId) {
        return Optional.ofNullable(byId.get(planId));
    }

    /** The plan as it stands on a day, for a stay the day of discharge; empty when unknown or not in force then. */
    public Optional<Plan> inForce(String planId, LocalDate day) {
        Plan last = lastAsked.get(planId);
        if (last != null && last.day().equals(day)) {
            return Optional.of(last);
        }
        Optional<Plan> plan = history(planId).flatMap(history -> history.on(day));
        plan.ifPresent(found -> lastAsked.put(planId, found));
        return plan;
    }

    /** The plan on its own day of reference, for what gives no date; empty when unknown. */
    public Optional<Plan> atReference(String planId) {
        return history(planId).flatMap(history -> history.on(history.reference()));
    }
}
