package org.yibaoban.his.fhir.write;

import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.membership.Sex;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;

/** A person as the HIS describes it. */
final class PatientReading {

    private static final int NUMBER = 64;

    private PatientReading() {}

    static PatientDetails details(Patient patient, String path) {
        if (patient.hasActive() && !patient.getActive() || patient.hasLink()) {
            throw FhirFault.element(
                    path + ".active", "不支持停用或合并患者", "a patient cannot be made inactive or linked through this door");
        }
        return new PatientDetails(
                new PatientNumber(Texts.requiredIdentifier(
                        path + ".identifier", patient.getIdentifier(), Canonical.PATIENT_NUMBER, NUMBER)),
                Texts.identifier(path + ".identifier", patient.getIdentifier(), Canonical.IDENTITY_NUMBER, NUMBER)
                        .map(number -> number.toUpperCase(Locale.ROOT)),
                name(patient, path + ".name"),
                sex(patient),
                Texts.day(path + ".birthDate", patient.getBirthDateElement()));
    }

    /** The text, else family and given names, joined without a blank where they are Chinese. */
    private static String name(Patient patient, String path) {
        HumanName name = patient.getNameFirstRep();
        String family = Optional.ofNullable(name.getFamily()).orElse("");
        String given = name.getGivenAsSingleString();
        boolean chinese = (family + given)
                .codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        String joined = chinese ? family + given.replace(" ", "") : (given + " " + family).strip();
        String text = name.hasText() ? name.getText().strip() : joined;
        if (text.isEmpty()) {
            throw FhirFault.missing(path, "姓名", "the name");
        }
        return Texts.limited(path, text, Texts.NAME);
    }

    private static Sex sex(Patient patient) {
        AdministrativeGender gender = patient.getGender();
        if (gender == null) {
            return Sex.UNKNOWN;
        }
        return switch (gender) {
            case MALE -> Sex.MALE;
            case FEMALE -> Sex.FEMALE;
            case OTHER -> Sex.NOT_STATED;
            default -> Sex.UNKNOWN;
        };
    }
}
