package org.yibaoban.his.fhir.read;

import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;
import org.yibaoban.office.facade.Subject;
import org.yibaoban.selection.Selection;

/** Patients and encounters beside what was found: one query for all patients of a page, one for all encounters. */
final class Includes {

    private final Office office;
    private final boolean identified;
    private final Set<String> names;

    Includes(Office office, RequestDetails request, Set<Include> includes) {
        this.office = office;
        this.identified = office.identified(request);
        this.names = includes == null
                ? Set.of()
                : includes.stream().map(Include::getParamName).collect(Collectors.toSet());
    }

    List<Resource> of(Collection<Subject> subjects) {
        List<Resource> found = new ArrayList<>();
        if (names.contains("patient")) {
            Set<Long> ids = subjects.stream().map(Subject::patient).collect(Collectors.toSet());
            office.reads()
                    .patients(Selection.all().ids(ids).page(0, ids.size()))
                    .forEach(patient -> found.add(PatientResource.of(patient, identified)));
        }
        if (names.contains("context") || names.contains("implicated") || names.contains("encounter")) {
            Set<Long> ids = subjects.stream().map(Subject::visit).collect(Collectors.toSet());
            office.reads()
                    .visits(Selection.all().ids(ids).page(0, ids.size()))
                    .forEach(visit -> found.add(EncounterResource.of(visit, office.zone())));
        }
        return found;
    }
}
