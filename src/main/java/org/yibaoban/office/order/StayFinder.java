package org.yibaoban.office.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;

/** Finds the stay that the HIS means: by its number, or as the one open stay of the patient. */
@ApplicationScoped
public class StayFinder {

    @Inject
    private Visits visits;

    /** @throws OfficeRefused PATIENT_MISMATCH when the visit is another patient's */
    Optional<VisitRow> find(StayReference stay) {
        Optional<VisitRow> found = stay.visit()
                .flatMap(visits::find)
                .or(() -> stay.visit().isPresent() ? Optional.empty() : onlyOpen(stay));
        found.ifPresent(visit -> samePatient(visit, stay));
        return found;
    }

    private Optional<VisitRow> onlyOpen(StayReference stay) {
        List<VisitRow> open = stay.patient().map(visits::openOf).orElse(List.of());
        return open.size() == 1 ? Optional.of(open.get(0)) : Optional.empty();
    }

    /** The id of a resource need not be the hospital's number of the patient: only a number sent as such can disagree. */
    private static void samePatient(VisitRow visit, StayReference stay) {
        stay.patient()
                .filter(patient -> stay.patientIsCertain())
                .filter(patient -> !patient.value().equals(visit.patient().number()))
                .ifPresent(patient -> {
                    throw new OfficeRefused(ReasonCode.PATIENT_MISMATCH, "visit " + visit.number(), "");
                });
    }
}
