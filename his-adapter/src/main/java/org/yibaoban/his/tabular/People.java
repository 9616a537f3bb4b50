package org.yibaoban.his.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yibaoban.his.tabular.Draft.Fact;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.tabular.LoadBook;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;

/** Visits whose rows name the patient by number alone: the person came before, in a table of patients. */
final class People {

    private People() {}

    /** Those whose patient is known; the others are rejected. */
    static List<Draft> named(List<Draft> visits, LoadBook book, Tally tally) {
        Map<PatientNumber, PatientDetails> known = book.patients(visits.stream()
                .map(People::patient)
                .filter(patient -> patient.name().isEmpty())
                .map(PatientDetails::number)
                .collect(Collectors.toSet()));
        List<Draft> named = new ArrayList<>();
        for (Draft draft : visits) {
            PatientDetails patient = patient(draft);
            if (patient.name().isEmpty() && !known.containsKey(patient.number())) {
                tally.rejected(draft, RowFault.of(RowReason.PATIENT_UNKNOWN, "patient", ""), "");
            } else {
                named.add(draft);
            }
        }
        return named;
    }

    private static PatientDetails patient(Draft draft) {
        return ((HisCommand.Admit) ((Fact.Told) draft.fact()).commands().get(0)).patient();
    }
}
