package org.yibaoban.portal.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.api.MethodOutcome;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.ChargeItem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Money;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.portal.his.Ft1;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** A HIS that speaks FHIR tells a stay. */
class FhirWriteIT extends ServerTest {

    private final FhirHis his = FhirHis.as("his");
    private final String run = "F" + UUID.randomUUID().toString().substring(0, 8);
    private final Person person = Person.stranger();

    @Test
    void one_transaction_admits_and_charges_and_a_repetition_changes_nothing() throws Exception {
        Bundle stay = transaction(
                entry(patient(), "Patient", "urn:uuid:p"),
                entry(encounter(EncounterStatus.INPROGRESS, "urn:uuid:p"), "Encounter", "urn:uuid:e"),
                entry(charge("T1", "2", "268.00", "urn:uuid:p", "urn:uuid:e"), "ChargeItem", null),
                entry(credit("T2", "T1", "-1", "-134.00"), "ChargeItem", null));

        FhirHis.Answer first = his.send("POST", "", stay);

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.bundle().getType()).isEqualTo(BundleType.TRANSACTIONRESPONSE);
        assertThat(first.bundle().getEntry())
                .extracting(entry -> entry.getResponse().getStatus())
                .containsOnly("201 Created");
        ChargeItem read = his.client()
                .read()
                .resource(ChargeItem.class)
                .withUrl(FhirHis.base() + "/"
                        + first.bundle().getEntry().get(3).getResponse().getLocation())
                .execute();
        assertThat(read.getPriceOverride().getValue()).isEqualByComparingTo("-134.00");
        assertThat(charges()).isEqualTo("134.00");
        OfficeClient.as("billing").awaitMembership(run, "REFUSED");

        FhirHis.Answer again = his.send("POST", "", stay);

        assertThat(again.bundle().getEntry())
                .extracting(entry -> entry.getResponse().getStatus())
                .containsOnly("200 OK");
        assertThat(again.bundle().getEntry().get(3).getResponse().getLocation())
                .isEqualTo(first.bundle().getEntry().get(3).getResponse().getLocation());
        assertThat(charges()).isEqualTo("134.00");
    }

    /** Rows of one flush are inserted in no particular order: a reversal before its charge broke the ledger's own key. */
    @Test
    void charges_and_what_takes_them_back_come_in_one_transaction() throws Exception {
        Bundle stay = transaction(
                entry(patient(), "Patient", "urn:uuid:p"),
                entry(encounter(EncounterStatus.INPROGRESS, "urn:uuid:p"), "Encounter", "urn:uuid:e"));
        for (int i = 0; i < 40; i++) {
            stay.addEntry(entry(charge("A" + i, "2", "268.00", "urn:uuid:p", "urn:uuid:e"), "ChargeItem", null));
            stay.addEntry(entry(credit("B" + i, "A" + i, "-1", "-134.00"), "ChargeItem", null));
        }

        FhirHis.Answer answer = his.send("POST", "", stay);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(charges()).isEqualTo("5360.00");
    }

    @Test
    void a_faulty_entry_undoes_the_whole_transaction_and_is_named_and_kept() throws Exception {
        Bundle stay = transaction(
                entry(patient(), "Patient", "urn:uuid:p"),
                entry(encounter(EncounterStatus.INPROGRESS, "urn:uuid:p"), "Encounter", "urn:uuid:e"),
                entry(charge("T1", "2", "268.00", "urn:uuid:p", "urn:uuid:e"), "ChargeItem", null),
                entry(charge("T2", "2", "268.001", "urn:uuid:p", "urn:uuid:e"), "ChargeItem", null));

        FhirHis.Answer refused = his.send("POST", "", stay);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.outcome().getIssueFirstRep().getExpression().get(0).getValue())
                .isEqualTo("Bundle.entry[3].resource.priceOverride");
        assertThat(refused.text()).matches("(?s).*\\p{IsHan}.*[A-Za-z].*");
        nothingHere();
        assertThat(verdict(refused.incident())).isEqualTo("ERROR|fhir|POST Bundle|his");

        Bundle excess = transaction(
                entry(patient(), "Patient", "urn:uuid:p"),
                entry(encounter(EncounterStatus.INPROGRESS, "urn:uuid:p"), "Encounter", "urn:uuid:e"),
                entry(charge("T1", "2", "268.00", "urn:uuid:p", "urn:uuid:e"), "ChargeItem", null),
                entry(credit("T2", "T1", "-3", "-402.00"), "ChargeItem", null));
        FhirHis.Answer office = his.send("POST", "", excess);
        assertThat(office.status()).isEqualTo(422);
        assertThat(office.text()).contains("YB-2002");
        nothingHere();

        Bundle early = transaction(
                entry(patient(), "Patient", "urn:uuid:p"),
                entry(encounter(EncounterStatus.INPROGRESS, "urn:uuid:p"), "Encounter", "urn:uuid:e"),
                entry(credit("T2", "T1", "-3", "-402.00"), "ChargeItem", null));
        FhirHis.Answer waits = his.send("POST", "", early);
        assertThat(waits.status()).isEqualTo(409);
        assertThat(verdict(waits.incident())).startsWith("REJECTED");
        nothingHere();
    }

    @Test
    void each_entry_of_a_batch_stands_for_itself() throws Exception {
        Bundle batch = transaction(
                entry(encounterWithContainedPatient(), "Encounter", null),
                entry(charge("T1", "2", "268.00", null, null), "ChargeItem", null),
                entry(charge("T2", "0", "1.00", null, null), "ChargeItem", null));
        batch.setType(BundleType.BATCH);

        FhirHis.Answer answer = his.send("POST", "", batch);

        assertThat(answer.bundle().getType()).isEqualTo(BundleType.BATCHRESPONSE);
        assertThat(answer.bundle().getEntry())
                .extracting(entry -> entry.getResponse().getStatus().substring(0, 3))
                .containsExactly("201", "201", "422");
        assertThat(charges()).isEqualTo("268.00");
    }

    @Test
    void an_encounter_is_created_ended_opened_again_and_cancelled() throws Exception {
        Encounter encounter = encounterWithContainedPatient();
        MethodOutcome created = his.client()
                .create()
                .resource(encounter)
                .conditional()
                .where(Encounter.IDENTIFIER.exactly().systemAndIdentifier(Canonical.VISIT_NUMBER, run))
                .execute();
        assertThat(created.getCreated()).isTrue();
        String id = created.getId().getIdPart();
        assertThat(his.send("POST", "/Encounter", encounter, "If-None-Exist", condition())
                        .status())
                .isEqualTo(200);

        encounter.setStatus(EncounterStatus.FINISHED);
        encounter.getPeriod().setEndElement(time("2026-11-21T10:00:00+08:00"));
        assertThat(his.send("PUT", "/Encounter/" + id, withId(encounter, id)).status())
                .isEqualTo(200);
        assertThat(status()).isEqualTo("DISCHARGED");

        encounter.setStatus(EncounterStatus.INPROGRESS);
        encounter.getPeriod().setEndElement(null);
        assertThat(his.send("PUT", "/Encounter?" + condition(), withId(encounter, null))
                        .status())
                .isEqualTo(200);
        assertThat(status()).isEqualTo("ADMITTED");

        encounter.setStatus(EncounterStatus.ENTEREDINERROR);
        assertThat(his.send("PUT", "/Encounter/" + id, withId(encounter, id)).status())
                .isEqualTo(200);
        assertThat(status()).isEqualTo("CANCELLED");
        assertThat(his.client()
                        .read()
                        .resource(Encounter.class)
                        .withId(id)
                        .execute()
                        .getStatus())
                .isEqualTo(EncounterStatus.CANCELLED);

        encounter.setStatus(EncounterStatus.INPROGRESS);
        FhirHis.Answer refused = his.send("PUT", "/Encounter/" + id, withId(encounter, id));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("YB-1002");
    }

    @Test
    void leaves_come_with_the_visit_and_days_of_supply_with_its_charges() throws Exception {
        Encounter encounter = encounterWithContainedPatient();
        encounter.setStatus(EncounterStatus.ONLEAVE);
        Encounter.StatusHistoryComponent away = encounter.addStatusHistory().setStatus(EncounterStatus.ONLEAVE);
        away.getPeriod().setStartElement(time("2026-11-20T20:00:00+08:00"));
        assertThat(his.send("POST", "/Encounter", encounter).status()).isEqualTo(201);
        Encounter read = his.all(Encounter.class, "Encounter?" + condition()).get(0);
        assertThat(read.getStatus()).isEqualTo(EncounterStatus.ONLEAVE);

        encounter.setStatus(EncounterStatus.INPROGRESS);
        away.getPeriod().setEndElement(time("2026-11-21T08:00:00+08:00"));
        for (int told = 0; told < 2; told++) {
            assertThat(his.send("PUT", "/Encounter?" + condition(), encounter).status())
                    .isEqualTo(200);
        }
        assertThat(OfficeDatabase.rows(
                        "select l.from_time, l.to_time from visit_leave l join visit v on v.id = l.visit_id"
                                + " where v.number = ?",
                        run))
                .containsExactly("2026-11-20 20:00:00|2026-11-21 08:00:00");

        ChargeItem drug = charge("A", "1", "268.00", null, null);
        drug.addExtension(new Extension(Canonical.structure("supply-days"), new DecimalType("14")));
        drug.addExtension(new Extension(Canonical.structure("take-home"), new BooleanType(true)));
        assertThat(his.send("POST", "/ChargeItem", drug).status()).isEqualTo(201);
        assertThat(OfficeDatabase.value(
                        "select supply_days, chronic, take_home from charge_line where transaction_id = ?", run + "-A"))
                .isEqualTo("14.00|f|t");
    }

    @Test
    void a_transfer_moves_the_patient() throws Exception {
        Encounter encounter = encounterWithContainedPatient();
        assertThat(his.send("POST", "/Encounter", encounter).status()).isEqualTo(201);
        encounter.addLocation(place("W0303A", "0303", "07", "2026-11-21T09:00:00+08:00"));

        assertThat(his.send("PUT", "/Encounter?" + condition(), encounter).status())
                .isEqualTo(200);

        assertThat(OfficeDatabase.value(
                        "select ward || ' ' || department || ' ' || bed from visit where number = ?", run))
                .isEqualTo("W0303A 0303 07");
        Encounter read = his.all(Encounter.class, "Encounter?" + condition()).get(0);
        assertThat(read.getLocation()).hasSize(2);
    }

    @Test
    void the_same_request_id_is_answered_again_and_other_content_under_it_is_held() throws Exception {
        Encounter encounter = encounterWithContainedPatient();
        String id = run + "-R";
        FhirHis.Answer first = his.send("POST", "/Encounter", encounter, "X-Request-Id", id);
        FhirHis.Answer again = his.send("POST", "/Encounter", encounter, "X-Request-Id", id);

        assertThat(List.of(first.status(), again.status())).containsOnly(201);
        assertThat(again.http().headers().firstValue("Location"))
                .isEqualTo(first.http().headers().firstValue("Location"));
        assertThat(OfficeDatabase.rows("select verdict from raw_message where control_id = ?", id))
                .containsExactly("APPLIED");

        encounter.getParticipantFirstRep().setIndividual(doctor("D990000000099"));
        FhirHis.Answer held = his.send("POST", "/Encounter", encounter, "X-Request-Id", id);
        assertThat(held.status()).isEqualTo(409);
        assertThat(OfficeDatabase.rows("select verdict from raw_message where control_id = ? order by id", id))
                .containsExactly("APPLIED", "HELD");

        String bad = run + "-BAD";
        FhirHis.Answer wrong = his.send("POST", "/Encounter", "{\"resourceType\":\"Encounter\"}", "X-Request-Id", bad);
        FhirHis.Answer wrongAgain =
                his.send("POST", "/Encounter", "{\"resourceType\":\"Encounter\"}", "X-Request-Id", bad);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrongAgain.status()).isEqualTo(422);
        assertThat(wrongAgain.incident()).isEqualTo(wrong.incident());
    }

    @Test
    void a_charge_that_waited_at_the_hl7_door_is_posted_by_an_admission_through_this_one() throws Exception {
        HisStay stay = new HisStay(person);
        assertThat(HisLine.send(stay.charges(Ft1.charge(stay.id("A"), "NUR000", "1", "120.00")))
                        .code())
                .isEqualTo("AA");
        Encounter encounter = encounterWithContainedPatient();
        encounter.getIdentifierFirstRep().setValue(stay.visit());
        ((Patient) encounter.getContained().get(0)).getIdentifierFirstRep().setValue(stay.patientNumber());

        assertThat(his.send("POST", "/Encounter", encounter).status()).isEqualTo(201);

        assertThat(OfficeDatabase.value("select charges::text from visit where number = ?", stay.visit()))
                .isEqualTo("120.00");
    }

    @Test
    void hostile_input_is_refused_kept_and_does_no_harm() throws Exception {
        List<String> bodies = List.of(
                "",
                "no json",
                "{\"resourceType\":\"Encounter\",\"statuss\":\"finished\"}",
                "{\"resourceType\":\"Patient\",\"birthDate\":\"1980-13-77\"}",
                "{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":\"" + Canonical.PATIENT_NUMBER
                        + "\",\"value\":\"" + "9".repeat(70) + "\"}],\"name\":[{\"text\":\"x\"}]}",
                "{\"resourceType\":\"Encounter\"" + ",\"text\":{\"div\":".repeat(200),
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Patient>&x;</Patient>",
                "[".repeat(100_000));
        for (String body : bodies) {
            FhirHis.Answer answer = his.send("POST", "/Encounter", body);
            String shown = body.length() > 60 ? body.substring(0, 60) : body;
            assertThat(answer.status()).as(shown).isBetween(400, 422);
            assertThat(answer.body()).doesNotContain("root:", "1980-13-77");
            assertThat(verdict(answer.incident())).as(shown).startsWith("ERROR|fhir|POST Encounter|his");
        }
        assertThat(his.send("PUT", "/ChargeItem/1", charge("T1", "1", "1.00", null, null))
                        .status())
                .isBetween(400, 405);
        assertThat(his.send("DELETE", "/Encounter/1", "").status()).isBetween(400, 405);
        assertThat(his.send("PUT", "/Encounter/1", withId(encounterWithContainedPatient(), "1"))
                        .status())
                .isEqualTo(404);
        assertThat(his.send("POST", "/Encounter", encounterWithContainedPatient(), "If-None-Exist", "name=x")
                        .status())
                .isEqualTo(412);
        assertThat(his.send("POST", "/Coverage", "{\"resourceType\":\"Coverage\"}")
                        .status())
                .isBetween(400, 405);
        nothingHere();
    }

    @Test
    void the_lines_of_the_readme_work_as_they_stand() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md"));
        int begin = readme.indexOf("-d '{\n  \"resourceType\": \"Bundle\"") + 4;
        String body = readme.substring(begin, readme.indexOf("}'\n", begin) + 1);

        FhirHis.Answer answer = his.send("POST", "", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private Patient patient() {
        Patient patient = new Patient();
        patient.addIdentifier(id(Canonical.PATIENT_NUMBER, run + "-P"));
        patient.addIdentifier(id(Canonical.IDENTITY_NUMBER, person.identityNumber()));
        patient.addName().setText(person.name());
        patient.setGender(
                person.sex().equals("1")
                        ? org.hl7.fhir.r4.model.Enumerations.AdministrativeGender.MALE
                        : org.hl7.fhir.r4.model.Enumerations.AdministrativeGender.FEMALE);
        return patient;
    }

    private Encounter encounter(EncounterStatus status, String subject) {
        Encounter encounter = new Encounter();
        encounter.addIdentifier(id(Canonical.VISIT_NUMBER, run));
        encounter.setStatus(status);
        encounter.setClass_(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "IMP", ""));
        encounter.getClass_().setDisplay(null);
        encounter.setSubject(new Reference(subject));
        encounter.setPeriod(new Period().setStartElement(time("2026-11-20T08:30:00+08:00")));
        encounter.addParticipant().setIndividual(doctor("D990000000013"));
        encounter.addLocation(place("W0304A", "0304", "05", null));
        encounter
                .addReasonCode()
                .setText("急性心肌梗死")
                .addCoding()
                .setSystem(Canonical.DIAGNOSIS)
                .setCode("I21.900");
        return encounter;
    }

    private Encounter encounterWithContainedPatient() {
        Encounter encounter = encounter(EncounterStatus.INPROGRESS, "#p");
        Patient patient = patient();
        patient.setId("p");
        encounter.addContained(patient);
        return encounter;
    }

    private static Encounter.EncounterLocationComponent place(String ward, String department, String bed, String from) {
        Encounter.EncounterLocationComponent place = new Encounter.EncounterLocationComponent();
        place.setLocation(new Reference().setType("Location").setIdentifier(id(Canonical.WARD, ward)));
        place.addExtension(new Extension(Canonical.structure("bed"), new StringType(bed)));
        place.addExtension(new Extension(Canonical.structure("department"), new StringType(department)));
        if (from != null) {
            place.setPeriod(new Period().setStartElement(time(from)));
        }
        return place;
    }

    private ChargeItem charge(String transaction, String quantity, String amount, String patient, String encounter) {
        ChargeItem item = new ChargeItem();
        item.addIdentifier(id(Canonical.CHARGE, run + "-" + transaction));
        item.setStatus(ChargeItem.ChargeItemStatus.BILLABLE);
        item.getCode()
                .setText("胸部CT平扫")
                .addCoding()
                .setSystem(Canonical.HOSPITAL_ITEM)
                .setCode("CT0001");
        item.setSubject(
                patient == null
                        ? new Reference().setIdentifier(id(Canonical.PATIENT_NUMBER, run + "-P"))
                        : new Reference(patient));
        item.setContext(
                encounter == null
                        ? new Reference().setIdentifier(id(Canonical.VISIT_NUMBER, run))
                        : new Reference(encounter));
        item.setOccurrence(time("2026-11-20T09:00:00+08:00"));
        item.setQuantity(new Quantity().setValue(new BigDecimal(quantity)));
        item.setPriceOverride(new Money().setValue(new BigDecimal(amount)).setCurrency("CNY"));
        return item;
    }

    private ChargeItem credit(String transaction, String reverses, String quantity, String amount) {
        ChargeItem item = charge(transaction, quantity, amount, null, null);
        item.addExtension(new Extension(
                Canonical.structure("reverses-charge"),
                new Reference().setIdentifier(id(Canonical.CHARGE, run + "-" + reverses))));
        return item;
    }

    private static Bundle transaction(Bundle.BundleEntryComponent... entries) {
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.TRANSACTION);
        for (Bundle.BundleEntryComponent entry : entries) {
            bundle.addEntry(entry);
        }
        return bundle;
    }

    private static Bundle.BundleEntryComponent entry(Resource resource, String url, String fullUrl) {
        Bundle.BundleEntryComponent entry = new Bundle.BundleEntryComponent();
        entry.setResource(resource).setFullUrl(fullUrl);
        entry.getRequest().setMethod(HTTPVerb.POST).setUrl(url);
        return entry;
    }

    private static Encounter withId(Encounter encounter, String id) {
        encounter.setId(id);
        return encounter;
    }

    private static Reference doctor(String code) {
        return new Reference().setType("Practitioner").setIdentifier(id(Canonical.DOCTOR, code));
    }

    private static Identifier id(String system, String value) {
        return new Identifier().setSystem(system).setValue(value);
    }

    private static DateTimeType time(String text) {
        return new DateTimeType(text);
    }

    private String condition() {
        return "identifier=" + Canonical.VISIT_NUMBER + "%7C" + run;
    }

    private String status() throws Exception {
        return OfficeDatabase.value("select status from visit where number = ?", run);
    }

    private String charges() throws Exception {
        return OfficeDatabase.value("select charges::text from visit where number = ?", run);
    }

    private void nothingHere() throws Exception {
        assertThat(OfficeDatabase.rows("select id from visit where number = ?", run))
                .isEmpty();
        assertThat(OfficeDatabase.rows("select id from patient where number = ?", run + "-P"))
                .isEmpty();
    }

    private static String verdict(String incident) throws Exception {
        return OfficeDatabase.value(
                "select verdict, channel, type, sender from raw_message where incident_id = ?", incident);
    }
}
