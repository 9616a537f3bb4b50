package org.yibaoban.fhir.mapping;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse.InsuranceComponent;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.RemittanceOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.membership.DiseaseStanding;
import org.yibaoban.membership.IdentityNumber;
import org.yibaoban.membership.Membership;
import org.yibaoban.membership.Standing;
import org.yibaoban.office.payer.EligibilityQuery;

/** Eligibility: {@link EligibilityQuery} and the payer's {@link Finding}, to FHIR and back. */
public final class EligibilityMapping {
    private final Parties parties;

    public EligibilityMapping(Parties parties) {
        this.parties = parties;
    }

    /**
     * What a payer knows of a person.
     *
     * @param requestIdentifier of the request that this answers
     * @param membership empty when the payer does not know the person
     * @param diseases the chronic and special diseases that the person is registered for
     * @param reason why the fund does not pay, where it does not
     */
    public record Finding(
            String requestIdentifier,
            Optional<Membership> membership,
            List<DiseaseStanding> diseases,
            Optional<String> reason) {}

    /** A question as the payer reads it. */
    public record Question(
            String identifier, IdentityNumber identityNumber, String name, LocalDate serviceDate, String visitType) {}

    /** The same query on the same day always has the same identifier. */
    public static String identifier(EligibilityQuery query) {
        return query.visit() + "-" + query.serviceDate();
    }

    public CoverageEligibilityRequest toRequest(EligibilityQuery query, LocalDateTime created) {
        CoverageEligibilityRequest request = new CoverageEligibilityRequest();
        request.addContained(PersonMapping.patient(query.identityNumber(), query.name()));
        request.addIdentifier(Elements.identifier(Canonical.ELIGIBILITY_REQUEST, identifier(query)));
        request.setStatus(CoverageEligibilityRequest.EligibilityRequestStatus.ACTIVE);
        request.addPurpose(CoverageEligibilityRequest.EligibilityRequestPurpose.VALIDATION);
        request.addPurpose(CoverageEligibilityRequest.EligibilityRequestPurpose.BENEFITS);
        request.setPatient(new Reference("#" + PersonMapping.PATIENT));
        request.setServiced(new DateType(query.serviceDate().toString()));
        request.setCreatedElement(Elements.dateTime(created, parties.zone()));
        request.setProvider(parties.hospital());
        request.setInsurer(parties.payer());
        request.addItem()
                .setCategory(Elements.concept(Canonical.VISIT_TYPE, query.type().code()));
        return request;
    }

    /** @throws MappingFault when something that is asked about is missing */
    public Question question(CoverageEligibilityRequest request) {
        Patient patient =
                Elements.contained("CoverageEligibilityRequest.contained", request.getContained(), Patient.class);
        String number =
                Elements.requiredIdentifier("Patient.identifier", patient.getIdentifier(), Canonical.IDENTITY_NUMBER);
        IdentityNumber.fault(number).ifPresent(reason -> {
            throw new MappingFault("Patient.identifier", reason);
        });
        if (!request.hasServicedDateType()) {
            throw new MappingFault("CoverageEligibilityRequest.serviced[x]", "a date is expected");
        }
        return new Question(
                Elements.requiredIdentifier(
                        "CoverageEligibilityRequest.identifier",
                        request.getIdentifier(),
                        Canonical.ELIGIBILITY_REQUEST),
                new IdentityNumber(number),
                patient.getNameFirstRep().getText(),
                LocalDate.parse(request.getServicedDateType().getValueAsString()),
                Elements.requiredCode(
                        "CoverageEligibilityRequest.item.category",
                        request.getItemFirstRep().getCategory(),
                        Canonical.VISIT_TYPE));
    }

    public CoverageEligibilityResponse toResponse(Question question, Finding finding, LocalDateTime created) {
        Standing standing = finding.membership().map(m -> m.member().standing()).orElse(Standing.NOT_INSURED);
        CoverageEligibilityResponse response = new CoverageEligibilityResponse();
        response.addContained(PersonMapping.patient(question.identityNumber(), question.name()));
        response.setStatus(CoverageEligibilityResponse.EligibilityResponseStatus.ACTIVE);
        response.addPurpose(CoverageEligibilityResponse.EligibilityResponsePurpose.VALIDATION);
        response.addPurpose(CoverageEligibilityResponse.EligibilityResponsePurpose.BENEFITS);
        response.setPatient(new Reference("#" + PersonMapping.PATIENT));
        response.setServiced(new DateType(question.serviceDate().toString()));
        response.setCreatedElement(Elements.dateTime(created, parties.zone()));
        response.setRequest(Elements.logical(
                "CoverageEligibilityRequest", Canonical.ELIGIBILITY_REQUEST, finding.requestIdentifier()));
        response.setOutcome(RemittanceOutcome.COMPLETE);
        finding.reason().ifPresent(response::setDisposition);
        response.setInsurer(parties.payer());
        InsuranceComponent insurance = response.addInsurance();
        insurance.addExtension(Elements.extension(
                "standing", new Coding().setSystem(Canonical.STANDING).setCode(standing.name())));
        insurance.setInforce(standing == Standing.ACTIVE);
        insurance.setCoverage(new Reference().setDisplay(standing.chinese() + " / " + standing.english()));
        finding.membership().ifPresent(membership -> {
            response.addContained(PersonMapping.coverage(membership, parties.payer()));
            insurance.setCoverage(new Reference("#" + PersonMapping.COVERAGE));
            AccumulatorMapping.write(
                    membership.yearToDate(),
                    insurance
                            .addItem()
                            .setCategory(Elements.concept(
                                    Canonical.INSURANCE_TYPE,
                                    membership.insuranceType().code())));
            finding.diseases().forEach(disease -> RegistrationMapping.write(disease, insurance.addItem()));
        });
        return response;
    }

    /** @throws MappingFault when the answer cannot be read, or contradicts itself */
    public Finding finding(CoverageEligibilityResponse response) {
        if (response.getOutcome() != RemittanceOutcome.COMPLETE) {
            throw new MappingFault(
                    "CoverageEligibilityResponse.outcome", "complete expected, got " + response.getOutcome());
        }
        if (response.getInsurance().size() != 1) {
            throw new MappingFault("CoverageEligibilityResponse.insurance", "exactly one is expected");
        }
        InsuranceComponent insurance = response.getInsuranceFirstRep();
        Standing standing = standing(insurance);
        if (insurance.getInforce() != (standing == Standing.ACTIVE)) {
            throw new MappingFault("CoverageEligibilityResponse.insurance.inforce", "contradicts standing " + standing);
        }
        String request = Elements.requiredIdentifier(
                "CoverageEligibilityResponse.request",
                List.of(response.getRequest().getIdentifier()),
                Canonical.ELIGIBILITY_REQUEST);
        Optional<Membership> membership =
                standing == Standing.NOT_INSURED ? Optional.empty() : Optional.of(membership(response, standing));
        return new Finding(
                request,
                membership,
                RegistrationMapping.read(insurance),
                Optional.ofNullable(response.getDisposition()));
    }

    private Membership membership(CoverageEligibilityResponse response, Standing standing) {
        Coverage coverage =
                Elements.contained("CoverageEligibilityResponse.contained", response.getContained(), Coverage.class);
        return new Membership(
                PersonMapping.memberNumber(coverage),
                PersonMapping.insuranceType(coverage),
                PersonMapping.planId(coverage),
                PersonMapping.member(coverage, standing),
                AccumulatorMapping.read(response.getInsuranceFirstRep()),
                Elements.localTime("CoverageEligibilityResponse.created", response.getCreatedElement(), parties.zone())
                        .toLocalDate());
    }

    private static Standing standing(InsuranceComponent insurance) {
        String element = "CoverageEligibilityResponse.insurance.extension(standing)";
        String code = Elements.required(
                        element, Elements.extension(element, insurance.getExtension(), "standing", Coding.class))
                .getCode();
        return Arrays.stream(Standing.values())
                .filter(standing -> standing.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new MappingFault(element, "unknown: " + code));
    }
}
