package org.yibaoban.audit;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * All that the rules look at.
 *
 * @param others the patient's other visits
 * @param consents codes of the items that the patient consented to paying for
 * @param lines the ledger's lines with their reversals, in any order
 */
public record AuditStay(
        AuditPatient patient, AuditVisit visit, List<OtherVisit> others, Set<String> consents, List<AuditLine> lines) {

    public AuditStay {
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(visit, "visit");
        others = List.copyOf(others);
        consents = Set.copyOf(consents);
        lines = List.copyOf(lines);
    }
}
