package org.yibaoban.his.fhir.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.fhir.profile.ProfileValidator;
import org.yibaoban.membership.Standing;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.VisitStatus;
import org.yibaoban.visit.VisitType;

/** Everything that goes out is valid R4 and holds what our profiles ask for. */
class ResourcesTest {

    static Stream<Resource> resources() {
        Location ward = new Location("0304", "W0304A", "05");
        Stream<Resource> visits = Stream.of(VisitStatus.values())
                .map(status -> EncounterResource.of(
                        Views.visit(
                                "R1",
                                status,
                                VisitType.INPATIENT,
                                "D1",
                                List.of(ward, new Location("", "W2", "")),
                                List.of(new Diagnosis("I21.900", "急性心肌梗死"), new Diagnosis("I10", ""))),
                        Views.ZONE));
        Stream<Resource> outpatient = Stream.of(EncounterResource.of(
                Views.visit(
                        "R2",
                        VisitStatus.ADMITTED,
                        VisitType.OUTPATIENT,
                        "",
                        List.of(new Location("0304", "", "")),
                        List.of()),
                Views.ZONE));
        Stream<Resource> patients = Stream.of(
                PatientResource.of(Views.patient(Views.identityNumber()), true),
                PatientResource.of(Views.patient(Views.identityNumber()), false),
                PatientResource.of(Views.patient("110"), true));
        Stream<Resource> charges = Stream.of(ChargeType.values())
                .flatMap(type -> Stream.of(
                        ChargeItemResource.of(
                                Views.charge(
                                        new BigDecimal("2.0000"),
                                        new BigDecimal("134.000000"),
                                        Money.of("268.00"),
                                        type,
                                        "0304",
                                        true),
                                Views.ZONE),
                        ChargeItemResource.of(
                                Views.charge(
                                        new BigDecimal("-1"),
                                        new BigDecimal("134"),
                                        Money.of("-134.00"),
                                        type,
                                        "",
                                        false),
                                Views.ZONE)));
        Stream<Resource> coverages = Stream.of(Standing.values())
                .map(standing -> CoverageResource.of(Views.member(standing), Views.PARTIES));
        Stream<Resource> benefits = Stream.of(ClaimState.values())
                .map(state ->
                        SettlementResource.of(Views.settlement(state, state != ClaimState.SETTLED), Views.PARTIES));
        Stream<Resource> flags = Views.flags().stream().map(FlagResource::of);
        return Stream.of(visits, outpatient, patients, charges, coverages, benefits, flags)
                .flatMap(all -> all);
    }

    static Stream<Resource> ours() {
        return resources()
                .filter(resource -> Set.of("Encounter", "ExplanationOfBenefit", "DetectedIssue")
                        .contains(resource.fhirType()));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void what_goes_out_is_valid_and_says_when_it_changed(Resource resource) {
        assertThat(ProfileValidator.validateAsItSays(resource)).isEmpty();
        assertThat(resource.getMeta().getLastUpdated().toInstant()).isEqualTo(Views.CHANGED);
        assertThat(resource.getIdElement().getIdPart()).matches("[A-Za-z0-9.-]{1,64}");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void visits_settlements_and_flags_conform_to_our_profiles(Resource resource) {
        assertThat(ProfileValidator.validate(resource)).isEmpty();
    }

    @Test
    void who_may_not_see_identity_numbers_is_told_that_there_is_one() {
        Patient masked = PatientResource.of(Views.patient(Views.identityNumber()), false);

        String json = new String(FhirJson.encode(masked), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(json).doesNotContain(Views.identityNumber()).contains("masked", "P/1");
    }

    @Test
    void a_flag_is_found_by_the_code_it_goes_out_with() {
        assertThat(Views.flags())
                .allSatisfy(view -> assertThat(FlagResource.flag(FlagResource.code(view.flag())))
                        .contains(view.flag()));
        assertThat(FlagResource.flag("nonsense")).isEmpty();
    }
}
