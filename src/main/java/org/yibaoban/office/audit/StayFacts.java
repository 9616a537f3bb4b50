package org.yibaoban.office.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.audit.AuditVisit.Leave;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.store.VisitRow;

/**
 * What other parts of the office know of a stay and the rules ask for. A part implements what it knows as a CDI bean;
 * when that changes, it says so by {@link org.yibaoban.store.AuditFindings#becomeDue}.
 */
public interface StayFacts {

    /**
     * Codes of the items that the patient agreed to pay for.
     *
     * @return empty where consents are not kept: none can be missing then
     */
    default Optional<Set<String>> consents(VisitRow visit) {
        return Optional.empty();
    }

    /** Leaves of absence. */
    default List<Leave> leaves(VisitRow visit) {
        return List.of();
    }

    /** Codes of the items that were ordered, by the transaction ids of the lines that were charged for them. */
    default Map<String, String> ordered(VisitRow visit, Collection<ChargeLineRow> lines) {
        return Map.of();
    }
}
