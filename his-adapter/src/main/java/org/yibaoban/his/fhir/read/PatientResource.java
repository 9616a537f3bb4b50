package org.yibaoban.his.fhir.read;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.yibaoban.fhir.mapping.Elements;
import org.yibaoban.fhir.mapping.PersonMapping;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.his.fhir.Ids;
import org.yibaoban.membership.IdentityNumber;
import org.yibaoban.office.facade.PatientView;
import org.yibaoban.visit.PatientDetails;

/** A patient of the office. Who may not see identity numbers is told that there is one. */
public final class PatientResource {

    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private PatientResource() {}

    /** @param identified whether the reader may see identity numbers */
    public static Patient of(PatientView view, boolean identified) {
        PatientDetails details = view.details();
        Patient patient = PersonMapping.named(details.name(), details.sex(), details.birthDate());
        patient.addIdentifier(
                Elements.identifier(Canonical.PATIENT_NUMBER, details.number().value()));
        Optional<String> identity = details.identityNumber();
        identity.ifPresent(number -> patient.addIdentifier(Elements.identifier(Canonical.IDENTITY_NUMBER, number)));
        if (!identified) {
            mask(patient);
        } else if (identity.filter(number -> IdentityNumber.fault(number).isEmpty())
                .isPresent()) {
            patient.getMeta().addProfile(Canonical.structure("yb-patient"));
        }
        return Ids.stamp(patient, Long.toString(view.id()), view.changedAt());
    }

    /** Takes the identity numbers out of a patient, or out of the patients that a resource contains. */
    static void mask(Patient patient) {
        patient.getIdentifier().stream()
                .filter(identifier -> Canonical.IDENTITY_NUMBER.equals(identifier.getSystem()))
                .forEach(PatientResource::mask);
    }

    static void mask(List<Resource> contained) {
        contained.stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .forEach(PatientResource::mask);
    }

    private static void mask(Identifier identifier) {
        identifier.setValue(null);
        identifier.getValueElement().addExtension(new Extension(ABSENT, new CodeType("masked")));
    }
}
