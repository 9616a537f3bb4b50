package org.yibaoban.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yibaoban.fhir.mapping.EligibilityMapping.Finding;
import org.yibaoban.fhir.mapping.EligibilityMapping.Question;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.fhir.profile.ProfileValidator;
import org.yibaoban.membership.DiseaseRegistration;
import org.yibaoban.membership.DiseaseStanding;
import org.yibaoban.membership.Member;
import org.yibaoban.membership.Membership;
import org.yibaoban.membership.Standing;
import org.yibaoban.money.Money;

class EligibilityMappingTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 15, 23, 59, 30);
    private final EligibilityMapping mapping = new EligibilityMapping(Stays.PARTIES);

    @Test
    void aQueryConformsAndIsReadByThePayerAsItWasAsked() {
        CoverageEligibilityRequest request = mapping.toRequest(Stays.query(), NOW);

        assertThat(ProfileValidator.validate(request)).isEmpty();
        Question question =
                mapping.question(FhirJson.parse(CoverageEligibilityRequest.class, FhirJson.encode(request)));
        assertThat(question.identityNumber()).isEqualTo(Stays.query().identityNumber());
        assertThat(question.serviceDate()).isEqualTo(Stays.query().serviceDate());
        assertThat(question.visitType()).isEqualTo("21");
        assertThat(question.identifier()).isEqualTo("ZY20261115001-2026-11-15");
    }

    @ParameterizedTest
    @EnumSource(
            value = Standing.class,
            names = {"ACTIVE", "SUSPENDED", "UNFILED"})
    void aMembershipComesBackAsItWasWritten(Standing standing) {
        Membership membership = Stays.membership(standing);
        Optional<String> reason = standing == Standing.ACTIVE ? Optional.empty() : Optional.of("欠费");

        Finding finding = roundTrip(Optional.of(membership), reason);

        assertThat(finding.membership()).contains(membership);
        assertThat(finding.reason()).isEqualTo(reason);
    }

    @Test
    void anUnknownPersonHasNoMembershipButAReason() {
        Finding finding = roundTrip(Optional.empty(), Optional.of("未参保"));

        assertThat(finding.membership()).isEmpty();
        assertThat(finding.reason()).contains("未参保");
    }

    @Test
    void aCivilServantIsOneOnTheOtherSideToo() {
        Membership sent = Stays.membership(Standing.ACTIVE);
        Member member = sent.member();
        Membership civilServant = new Membership(
                sent.memberNumber(),
                sent.insuranceType(),
                sent.planId(),
                new Member(member.category(), member.poor(), true, member.accountBalance(), member.standing()),
                sent.yearToDate(),
                sent.verifiedOn());

        assertThat(roundTrip(Optional.of(civilServant), Optional.empty()).membership())
                .contains(civilServant);
        assertThat(roundTrip(Optional.of(sent), Optional.empty()).membership()).contains(sent);
    }

    @Test
    void registrationsComeBackAsTheyWereWrittenAndDoNotMixWithTheYear() {
        Membership membership = Stays.membership(Standing.ACTIVE);
        List<DiseaseStanding> diseases = List.of(
                new DiseaseStanding(
                        new DiseaseRegistration(
                                "M03900",
                                "高血压",
                                LocalDate.of(2026, 1, 1),
                                Optional.of(LocalDate.of(2026, 12, 31)),
                                Optional.of("H99000000001"),
                                Optional.of(Money.of("2000.00"))),
                        Money.of("150.01")),
                new DiseaseStanding(
                        new DiseaseRegistration(
                                "M07800",
                                "透析",
                                LocalDate.of(2025, 3, 1),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        Money.ZERO));

        Finding finding = roundTrip(Optional.of(membership), diseases, Optional.empty());

        assertThat(finding.diseases()).isEqualTo(diseases);
        assertThat(finding.membership()).contains(membership);
    }

    @Test
    void anAnswerWithoutOneOfTheAccumulatorsIsUnreadable() {
        CoverageEligibilityResponse response = response(Optional.of(Stays.membership(Standing.ACTIVE)));
        response.getInsuranceFirstRep().getItemFirstRep().getBenefit().remove(4);

        assertThatThrownBy(() -> mapping.finding(response))
                .isInstanceOf(MappingFault.class)
                .hasMessageContaining("serious_illness is missing");
    }

    @Test
    void anAnswerWhoseInforceContradictsTheStandingIsUnreadable() {
        CoverageEligibilityResponse response = response(Optional.of(Stays.membership(Standing.SUSPENDED)));
        response.getInsuranceFirstRep().setInforce(true);

        assertThatThrownBy(() -> mapping.finding(response))
                .isInstanceOf(MappingFault.class)
                .hasMessageContaining("contradicts standing SUSPENDED");
    }

    private Finding roundTrip(Optional<Membership> membership, Optional<String> reason) {
        return roundTrip(membership, List.of(), reason);
    }

    private Finding roundTrip(
            Optional<Membership> membership, List<DiseaseStanding> diseases, Optional<String> reason) {
        Question question = mapping.question(mapping.toRequest(Stays.query(), NOW));
        CoverageEligibilityResponse response =
                mapping.toResponse(question, new Finding(question.identifier(), membership, diseases, reason), NOW);
        assertThat(ProfileValidator.validate(response)).isEmpty();
        return mapping.finding(FhirJson.parse(CoverageEligibilityResponse.class, FhirJson.encode(response)));
    }

    private CoverageEligibilityResponse response(Optional<Membership> membership) {
        Question question = mapping.question(mapping.toRequest(Stays.query(), NOW));
        return mapping.toResponse(
                question, new Finding(question.identifier(), membership, List.of(), Optional.empty()), NOW);
    }
}
