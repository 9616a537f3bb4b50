package org.yibaoban.audit;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.yibaoban.visit.VisitType;

/**
 * Another visit of the same patient, here or elsewhere.
 *
 * @param discharged empty while it lasts
 * @param diagnoses ICD-10 codes, the principal one first
 */
public record OtherVisit(
        VisitType type, LocalDateTime admitted, Optional<LocalDateTime> discharged, List<String> diagnoses) {

    /** @throws IllegalArgumentException when it ends before it starts */
    public OtherVisit {
        Objects.requireNonNull(type, "type");
        diagnoses = List.copyOf(diagnoses);
        requireOrder(admitted, discharged);
    }

    static void requireOrder(LocalDateTime admitted, Optional<LocalDateTime> discharged) {
        if (discharged.isPresent() && discharged.get().isBefore(admitted)) {
            throw new IllegalArgumentException("discharged " + discharged.get() + " lies before admitted " + admitted);
        }
    }
}
