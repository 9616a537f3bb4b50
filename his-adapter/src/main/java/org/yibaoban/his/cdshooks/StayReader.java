package org.yibaoban.his.cdshooks;

import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.yibaoban.membership.Sex;
import org.yibaoban.office.order.StayReference;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;

/**
 * Which stay a request means. The id of its encounter is taken for the visit number; an Encounter that names the number
 * as an identifier, sent or on the client's server, goes before it.
 */
final class StayReader {

    static final String VISIT_NUMBER = "http://yibaoban.org/fhir/sid/ipt-no";
    static final String PATIENT_NUMBER = "http://yibaoban.org/fhir/sid/patient-number";

    private static final int MOST_VISIT_CHARACTERS = 30;
    private static final int MOST_PATIENT_CHARACTERS = 64;

    private final JsonObject context;
    private final Prefetch prefetch;

    StayReader(JsonObject context, Prefetch prefetch) {
        this.context = context;
        this.prefetch = prefetch;
    }

    /** By what the client sent. */
    StayReference read() {
        return reference(sentEncounter()
                .flatMap(encounter -> identifier(encounter, VISIT_NUMBER))
                .or(() -> HookJson.text(context, "encounterId").map(StayReader::lastPart)));
    }

    /** Once more, when the office does not know that stay: by the encounter on the client's server. */
    Optional<StayReference> ask() {
        if (sentEncounter().isPresent()) {
            return Optional.empty();
        }
        return HookJson.text(context, "encounterId")
                .flatMap(id -> prefetch.fetch("Encounter/" + lastPart(id)))
                .flatMap(encounter -> identifier(encounter, VISIT_NUMBER))
                .map(number -> reference(Optional.of(number)));
    }

    private StayReference reference(Optional<String> visit) {
        Optional<JsonObject> patient =
                prefetch.sent(Prefetch.PATIENT, "Patient").stream().findFirst();
        Optional<String> certain = patient.flatMap(person -> identifier(person, PATIENT_NUMBER));
        String patientId = lastPart(HookJson.requiredText(context, "patientId"));
        // a visit that is named, but cannot be ours, is not to be guessed at by its patient
        boolean foreign = visit.filter(number -> number.isBlank() || number.length() > MOST_VISIT_CHARACTERS)
                .isPresent();
        return new StayReference(
                foreign ? Optional.empty() : visit.map(VisitNumber::new),
                foreign
                        ? Optional.empty()
                        : Optional.of(certain.orElse(patientId))
                                .filter(number -> !number.isBlank() && number.length() <= MOST_PATIENT_CHARACTERS)
                                .map(PatientNumber::new),
                certain.isPresent(),
                patient.flatMap(person -> HookJson.text(person, "gender")).flatMap(StayReader::sex),
                patient.flatMap(person -> HookJson.text(person, "birthDate")).flatMap(StayReader::date));
    }

    private Optional<JsonObject> sentEncounter() {
        return prefetch.sent(Prefetch.ENCOUNTER, "Encounter").stream().findFirst();
    }

    private static Optional<String> identifier(JsonObject resource, String system) {
        return HookJson.objects(resource, "identifier").stream()
                .filter(identifier -> system.equals(identifier.getString("system", "")))
                .flatMap(identifier -> HookJson.text(identifier, "value").stream())
                .findFirst();
    }

    private static Optional<Sex> sex(String gender) {
        return switch (gender) {
            case "male" -> Optional.of(Sex.MALE);
            case "female" -> Optional.of(Sex.FEMALE);
            default -> Optional.empty();
        };
    }

    /** FHIR dates may be a year or a month, from which no age follows. */
    private static Optional<LocalDate> date(String text) {
        try {
            return Stream.of(text)
                    .filter(day -> day.length() == 10)
                    .map(LocalDate::parse)
                    .findFirst();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String lastPart(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
