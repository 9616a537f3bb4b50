package org.yibaoban.portal.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.Ft1.credit;
import static org.yibaoban.portal.his.SettledStay.accepted;

import ca.uhn.fhir.rest.api.SummaryEnum;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.ChargeItem;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.ExplanationOfBenefit;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.fhir.profile.ProfileValidator;
import org.yibaoban.portal.his.DividedStay;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.PaperConsents;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** A stay told by HL7 v2, read by a HIS that speaks FHIR. */
class FhirReadIT extends ServerTest {

    private final FhirHis his = FhirHis.as("his");

    @Test
    void the_capability_statement_is_open_conforms_and_names_what_is_there() throws Exception {
        FhirHis.Answer answer = FhirHis.as("").get("/metadata");

        assertThat(answer.status()).isEqualTo(200);
        CapabilityStatement statement = FhirJson.parse(
                CapabilityStatement.class, answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(ProfileValidator.validateAsItSays(statement)).isEmpty();
        assertThat(statement.getRestFirstRep().getResource().stream().map(r -> r.getType()))
                .contains(
                        "Patient",
                        "Coverage",
                        "Encounter",
                        "ChargeItem",
                        "Claim",
                        "ClaimResponse",
                        "ExplanationOfBenefit",
                        "DetectedIssue",
                        "Consent");
    }

    @Test
    void every_resource_of_a_settled_stay_is_read_found_and_valid() throws Exception {
        HisStay stay = settled();

        Encounter encounter =
                one(Encounter.class, "Encounter?identifier=" + Canonical.VISIT_NUMBER + "|" + stay.visit());
        assertThat(encounter.getStatus()).isEqualTo(Encounter.EncounterStatus.FINISHED);
        assertThat(encounter.getLocation()).hasSize(2);
        assertThat(encounter.getLocation().get(1).getLocation().getIdentifier().getValue())
                .isEqualTo("W0304A");
        assertThat(encounter.getLocation().get(0).getPeriod().getEnd())
                .isEqualTo(encounter.getLocation().get(1).getPeriod().getStart());
        assertThat(encounter.getDiagnosis()).hasSize(1);
        String visit = encounter.getIdElement().getIdPart();

        Patient patient = read(Patient.class, encounter.getSubject());
        assertThat(patient.getIdentifier())
                .extracting(identifier -> identifier.getValue())
                .containsExactly(stay.patientNumber(), stay.person().identityNumber());

        List<ChargeItem> charges = his.all(ChargeItem.class, "ChargeItem?context=Encounter/" + visit);
        assertThat(charges).hasSize(3);
        ChargeItem reversal = charges.stream()
                .filter(item -> item.getPriceOverride().getValue().signum() < 0)
                .findFirst()
                .orElseThrow();
        Reference reversed = (Reference) reversal.getExtensionByUrl(Canonical.structure("reverses-charge"))
                .getValue();
        assertThat(reversed.getIdentifier().getValue()).isEqualTo(stay.id("A"));
        assertThat(read(ChargeItem.class, reversed).getQuantity().getValue()).isEqualByComparingTo("5");
        assertThat(charges.stream()
                        .map(item -> item.getPriceOverride().getValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("1016.00");

        Coverage coverage =
                one(Coverage.class, "Coverage?patient=" + patient.getIdElement().getIdPart());
        assertThat(coverage.getIdElement().getIdPart()).isEqualTo(visit);

        Claim claim = one(Claim.class, "Claim?encounter=Encounter/" + visit);
        ClaimResponse answer = one(
                ClaimResponse.class,
                "ClaimResponse?request=" + claim.getIdElement().getIdPart());
        assertThat(answer.getOutcome()).isEqualTo(ClaimResponse.RemittanceOutcome.COMPLETE);
        ExplanationOfBenefit benefit =
                one(ExplanationOfBenefit.class, "ExplanationOfBenefit?encounter=Encounter/" + visit);
        assertThat(benefit.getOutcome()).isEqualTo(ExplanationOfBenefit.RemittanceOutcome.COMPLETE);
        assertThat(amount(benefit, "total")).isEqualByComparingTo("1016.00");
        assertThat(benefit.getProcessNote()).isNotEmpty();
        assertThat(read(Claim.class, benefit.getClaim()).getIdentifierFirstRep().getValue())
                .isEqualTo(benefit.getIdentifierFirstRep().getValue());

        List<DetectedIssue> raised =
                his.all(DetectedIssue.class, "DetectedIssue?implicated=Encounter/" + visit + "&status=final");
        assertThat(raised)
                .extracting(issue -> issue.getCode().getCodingFirstRep().getCode())
                .contains("self-paid-item");
        assertThat(his.all(DetectedIssue.class, "DetectedIssue?implicated=Encounter/" + visit)
                        .size())
                .isGreaterThan(raised.size());

        for (Resource resource : List.of(encounter, patient, reversal, coverage, benefit, raised.get(0))) {
            assertThat(ProfileValidator.validateAsItSays(resource))
                    .as(resource.fhirType())
                    .isEmpty();
            assertThat(resource.getMeta().getLastUpdated()).isNotNull();
            read(
                    (Class<Resource>) resource.getClass(),
                    new Reference(resource.getIdElement().toUnqualifiedVersionless()));
        }
        for (Resource resource : List.of(encounter, benefit, raised.get(0), coverage, claim, answer)) {
            assertThat(ProfileValidator.validate(resource))
                    .as(resource.fhirType())
                    .isEmpty();
        }
    }

    @Test
    void a_stay_that_goes_on_has_a_settlement_for_each_part_and_its_lines_are_billed() throws Exception {
        HisStay stay = DividedStay.open(Person.retired());
        DividedStay.settle(stay, DividedStay.ago(5));
        accepted(stay.charges(5, charge(stay.id("late"), "NUR000", "1", "120.00")));
        DividedStay.settle(stay, DividedStay.ago(4));
        accepted(stay.charges(charge(stay.id("open"), "NUR000", "1", "120.00")));
        Encounter encounter =
                one(Encounter.class, "Encounter?identifier=" + Canonical.VISIT_NUMBER + "|" + stay.visit());
        String ofIt = "?encounter=" + encounter.getIdElement().getIdPart();

        List<ExplanationOfBenefit> settled = his.all(ExplanationOfBenefit.class, "ExplanationOfBenefit" + ofIt);

        assertThat(settled)
                .hasSize(2)
                .allSatisfy(benefit ->
                        assertThat(ProfileValidator.validate(benefit)).isEmpty());
        assertThat(settled.stream()
                        .map(benefit -> benefit.getExtensionByUrl(Canonical.structure("stay-part"))
                                .getExtensionByUrl("number")
                                .getValue()
                                .primitiveValue()))
                .containsExactlyInAnyOrder("1", "2");
        assertThat(his.all(Claim.class, "Claim" + ofIt)).hasSize(2);
        assertThat(his
                        .all(
                                ChargeItem.class,
                                "ChargeItem?context=" + encounter.getIdElement().getIdPart())
                        .stream()
                        .filter(line -> line.getStatus() == ChargeItem.ChargeItemStatus.BILLED))
                .hasSize(4);
    }

    @Test
    void a_consent_form_is_read_and_found_by_all_that_it_is_known_by() throws Exception {
        HisStay stay = new HisStay(Person.employee());
        Instant before = Instant.now().minusSeconds(60);
        assertThat(HisLine.send(stay.admit()).code()).isEqualTo("AA");
        assertThat(HisLine.send(stay.charges(charge(stay.id("1"), "OWN001", "2", "268.00")))
                        .code())
                .isEqualTo("AA");
        PaperConsents.signAll(stay);
        String number = stay.visit() + "-ZQ1";

        Consent consent = one(Consent.class, "Consent?identifier=" + Canonical.CONSENT + "|" + number);

        assertThat(consent.getStatus()).isEqualTo(Consent.ConsentState.ACTIVE);
        assertThat(ProfileValidator.validate(consent)).isEmpty();
        assertThat(consent.getMeta().getLastUpdated()).isNotNull();
        Patient patient = read(Patient.class, consent.getPatient());
        Encounter encounter =
                read(Encounter.class, consent.getProvision().getDataFirstRep().getReference());
        assertThat(encounter.getIdentifierFirstRep().getValue()).isEqualTo(stay.visit());
        String id = consent.getIdElement().getIdPart();
        for (String search : List.of(
                "Consent?patient=" + patient.getIdElement().getIdPart(),
                "Consent?data=Encounter/" + encounter.getIdElement().getIdPart() + "&status=active",
                "Consent?_id=" + id + "&_lastUpdated=ge" + before,
                "Consent?_id=" + id + "&date=ge" + before.toString().substring(0, 10))) {
            assertThat(his.all(Consent.class, search))
                    .as(search)
                    .extracting(found -> found.getIdElement().getIdPart())
                    .containsExactly(id);
        }
        assertThat(his.all(Consent.class, "Consent?_id=" + id + "&status=rejected"))
                .isEmpty();
        assertThat(his.all(Patient.class, "Consent?_id=" + id + "&_include=Consent:patient"))
                .hasSize(1);
        assertThat(his.get("/Consent/999999999").status()).isEqualTo(404);
    }

    @Test
    void claim_and_answer_are_what_went_over_the_wire_but_for_id_and_time() throws Exception {
        HisStay stay = settled();
        String claimRow = OfficeDatabase.value(
                "select c.id from claim c join visit v on v.id = c.visit_id where v.number = ?", stay.visit());
        Claim claim = his.client().read().resource(Claim.class).withId(claimRow).execute();
        ClaimResponse answer = one(ClaimResponse.class, "ClaimResponse?request=Claim/" + claimRow);

        claim.setId((String) null);
        claim.setMeta(null);
        assertThat(HexFormat.of().formatHex(FhirJson.encode(claim)))
                .isEqualTo(OfficeDatabase.value(
                        "select encode(content, 'hex') from claim where id = ?::bigint", claimRow));
        byte[] received = HexFormat.of()
                .parseHex(OfficeDatabase.value(
                        "select encode(response, 'hex') from payer_exchange where claim_id = ?::bigint", claimRow));
        ClaimResponse raw = FhirJson.parse(ClaimResponse.class, received);
        raw.setId((String) null);
        raw.setMeta(null);
        answer.setId((String) null);
        answer.setMeta(null);
        assertThat(FhirJson.encode(answer)).isEqualTo(FhirJson.encode(raw));
    }

    @Test
    void the_office_reads_without_identity_numbers_and_writes_nothing_and_others_are_refused() throws Exception {
        HisStay stay = settled();
        FhirHis office = FhirHis.as("office");
        String search = "/Patient?identifier=" + Canonical.PATIENT_NUMBER + "%7C" + stay.patientNumber();

        assertThat(office.get(search).body())
                .contains(stay.patientNumber(), "masked")
                .doesNotContain(stay.person().identityNumber());
        assertThat(office.get("/Claim?_lastUpdated=ge2026-01-01").body())
                .doesNotContain(stay.person().identityNumber());
        assertThat(office.send("POST", "/Patient", "{}").status()).isEqualTo(403);
        for (String user : List.of("ward", "billing")) {
            FhirHis.Answer refused = FhirHis.as(user).get("/Patient");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).matches("(?s).*\\p{IsHan}.*[A-Za-z].*");
            assertThat(refused.incident()).matches("I\\d{8}-[2-9A-Z]{6}");
        }
        FhirHis.Answer nobody = FhirHis.as("").get("/Patient");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.outcome().getIssueFirstRep().getCode().toCode()).isEqualTo("login");
    }

    @Test
    void pages_hold_what_was_there_once_each_while_more_comes_in() throws Exception {
        HisStay stay = new HisStay(Person.stranger());
        accepted(stay.admit());
        for (int i = 0; i < 9; i++) {
            accepted(stay.charges(charge(stay.id("P" + i), "NUR000", "1", "120.00")));
        }
        String patient = one(
                        Patient.class, "Patient?identifier=" + Canonical.PATIENT_NUMBER + "|" + stay.patientNumber())
                .getIdElement()
                .getIdPart();
        List<String> seen = new java.util.ArrayList<>();
        Bundle page = his.client()
                .search()
                .byUrl("ChargeItem?patient=" + patient + "&_count=2")
                .returnBundle(Bundle.class)
                .execute();
        int pages = 1;
        int late = 0;
        while (true) {
            assertThat(page.getEntry()).hasSizeLessThanOrEqualTo(2);
            assertThat(page.hasTotal()).isFalse();
            page.getEntry()
                    .forEach(entry -> seen.add(((ChargeItem) entry.getResource())
                            .getIdentifierFirstRep()
                            .getValue()));
            if (page.getLink("next") == null) {
                break;
            }
            if (late < 3) {
                accepted(stay.charges(charge(stay.id("LATE" + late++), "NUR000", "1", "120.00")));
            }
            page = his.client().loadPage().next(page).execute();
            pages++;
        }
        assertThat(pages).isGreaterThan(3);
        assertThat(seen).doesNotHaveDuplicates();
        for (int i = 0; i < 9; i++) {
            assertThat(seen).contains(stay.id("P" + i));
        }
    }

    @Test
    void what_changed_is_found_by_its_time_and_a_flag_is_seen_to_fall() throws Exception {
        HisStay stay = new HisStay(Person.employee());
        accepted(stay.admit());
        accepted(stay.charges(charge(stay.id("C"), "OWN001", "1", "268.00")));
        OfficeClient.as("billing").awaitMembership(stay.visit(), "VERIFIED");
        String visit = one(Encounter.class, "Encounter?identifier=" + Canonical.VISIT_NUMBER + "|" + stay.visit())
                .getIdElement()
                .getIdPart();
        Instant before = Instant.now();
        Thread.sleep(5);
        accepted(stay.charges(credit(stay.id("BACK"), stay.id("C"), "OWN001", "1", "268.00")));

        assertThat(ids(his.all(Encounter.class, "Encounter?_lastUpdated=ge" + before)))
                .contains(visit);
        assertThat(his.all(Encounter.class, "Encounter?_id=" + visit + "&_lastUpdated=lt" + before))
                .isEmpty();
        DetectedIssue fallen = his.all(DetectedIssue.class, "DetectedIssue?_lastUpdated=ge" + before).stream()
                .filter(issue -> issue.getIdElement().getIdPart().equals(visit + "-self-paid-item"))
                .findFirst()
                .orElseThrow();
        assertThat(fallen.getStatus()).isEqualTo(DetectedIssue.DetectedIssueStatus.CANCELLED);
    }

    @Test
    void searches_narrow_include_and_refuse_what_they_do_not_know() throws Exception {
        HisStay stay = settled();
        String visitSearch = "Encounter?identifier=" + Canonical.VISIT_NUMBER + "|" + stay.visit();

        Bundle page = his.client()
                .search()
                .byUrl(visitSearch + "&_include=Encounter:patient&status=finished")
                .returnBundle(Bundle.class)
                .execute();
        assertThat(page.getEntry())
                .extracting(entry -> entry.getResource().fhirType())
                .containsExactly("Encounter", "Patient");
        assertThat(his.all(Encounter.class, visitSearch + "&status=in-progress"))
                .isEmpty();
        assertThat(his.all(Encounter.class, visitSearch + "&date=lt2000")).isEmpty();
        assertThat(his.all(Encounter.class, visitSearch + "&date=ge2000-01&date=lt2100-01-01"))
                .hasSize(1);

        FhirHis.Answer unknown = his.get("/Encounter?nonsense=1");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text()).contains("nonsense");
        FhirHis.Answer lenient = his.get("/Encounter?nonsense=1&_count=1", "Prefer", "handling=lenient");
        assertThat(lenient.status()).isEqualTo(200);
        assertThat(lenient.bundle().getLink("self").getUrl()).doesNotContain("nonsense");
        for (String wrong : List.of(
                "/Encounter?date=yesterday",
                "/Encounter?_lastUpdated=ap2026-11-22",
                "/Encounter?_count=-1",
                "/Encounter?_after=x",
                "/Encounter?patient.name=x",
                "/Encounter?_count=" + "9".repeat(40))) {
            assertThat(his.get(wrong).status()).as(wrong).isEqualTo(400);
        }
        for (String nothing : List.of(
                "/Encounter/999999999", "/Encounter/x%27%20or%201=1", "/DetectedIssue/1-nonsense", "/Nonsense/1")) {
            FhirHis.Answer answer = his.get(nothing);
            assertThat(answer.status()).as(nothing).isBetween(400, 404);
            assertThat(answer.incident()).as(nothing).startsWith("I");
        }
        assertThat(his.all(Patient.class, "Patient?identifier=%27%20or%201=1%20--"))
                .isEmpty();
    }

    private HisStay settled() throws Exception {
        HisStay stay = new HisStay(Person.employee());
        stay.in("0303", "W0303A", "07");
        accepted(stay.admit());
        stay.in("0304", "W0304A", "12");
        accepted(stay.transfer());
        accepted(stay.charges(
                charge(stay.id("A"), "NUR000", "5", "120.00"), charge(stay.id("C"), "OWN001", "2", "268.00")));
        accepted(stay.charges(credit(stay.id("BACK"), stay.id("A"), "NUR000", "1", "120.00")));
        accepted(stay.discharge());
        OfficeClient billing = OfficeClient.as("billing");
        billing.awaitMembership(stay.visit(), "VERIFIED");
        PaperConsents.signAll(stay);
        assertThat(billing.claim(stay.visit()).status()).isEqualTo(202);
        billing.awaitClaim(stay.visit(), "SETTLED");
        return stay;
    }

    private <R extends Resource> R one(Class<R> type, String search) {
        List<R> found = his.all(type, search);
        assertThat(found).as(search).hasSize(1);
        return found.get(0);
    }

    private <R extends Resource> R read(Class<R> type, Reference reference) {
        return his.client()
                .read()
                .resource(type)
                .withId(reference.getReferenceElement().getIdPart())
                .summaryMode(SummaryEnum.FALSE)
                .execute();
    }

    private static List<String> ids(List<? extends Resource> resources) {
        return resources.stream().map(r -> r.getIdElement().getIdPart()).collect(Collectors.toList());
    }

    private static BigDecimal amount(ExplanationOfBenefit benefit, String field) {
        return benefit.getAdjudication().stream()
                .filter(part -> part.getCategory().getCodingFirstRep().getCode().equals(field))
                .map(part -> part.getAmount().getValue())
                .findFirst()
                .orElseThrow();
    }

    private static void accepted(String message) throws Exception {
        assertThat(HisLine.send(message).code()).isEqualTo("AA");
    }
}
