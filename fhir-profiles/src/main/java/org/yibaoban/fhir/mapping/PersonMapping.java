package org.yibaoban.fhir.mapping;

import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Money;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.membership.IdentityNumber;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.membership.Member;
import org.yibaoban.membership.MemberCategory;
import org.yibaoban.membership.Membership;
import org.yibaoban.membership.Sex;
import org.yibaoban.membership.Standing;
import org.yibaoban.visit.PatientDetails;

/** Person and insurance: Patient and Coverage, contained in every request and answer as {@code #patient, #coverage}. */
public final class PersonMapping {
    static final String PATIENT = "patient";
    static final String COVERAGE = "coverage";
    private static final String COVERAGE_CLASS = "http://terminology.hl7.org/CodeSystem/coverage-class";

    private PersonMapping() {}

    /** A person known by the identity number only, which tells sex and birth date. */
    static Patient patient(IdentityNumber number, String name) {
        Patient patient = named(name, number.sex(), Optional.of(number.birthDate()));
        patient.addIdentifier(Elements.identifier(Canonical.IDENTITY_NUMBER, number.value()));
        return patient;
    }

    /** The person of a claim: by the payer's number, the hospital's number and, where it is sound, the identity number. */
    static Patient patient(PatientDetails details, String memberNumber) {
        Patient patient = named(details.name(), details.sex(), details.birthDate());
        patient.addIdentifier(Elements.identifier(Canonical.MEMBER_NUMBER, memberNumber));
        patient.addIdentifier(
                Elements.identifier(Canonical.PATIENT_NUMBER, details.number().value()));
        details.identityNumber()
                .filter(number -> IdentityNumber.fault(number).isEmpty())
                .ifPresent(number -> patient.addIdentifier(Elements.identifier(Canonical.IDENTITY_NUMBER, number)));
        return patient;
    }

    /** A person's name, sex and birth date, without any number. */
    public static Patient named(String name, Sex sex, Optional<LocalDate> birth) {
        Patient patient = new Patient();
        patient.setId(PATIENT);
        patient.addName().setText(name);
        patient.setGender(
                switch (sex) {
                    case MALE -> AdministrativeGender.MALE;
                    case FEMALE -> AdministrativeGender.FEMALE;
                    case UNKNOWN, NOT_STATED -> AdministrativeGender.UNKNOWN;
                });
        birth.ifPresent(day -> patient.setBirthDateElement(new DateType(day.toString())));
        return patient;
    }

    /** The insurance of the contained {@code #patient}. */
    public static Coverage coverage(Membership membership, Reference payer) {
        Coverage coverage = new Coverage();
        coverage.setId(COVERAGE);
        coverage.addExtension(Elements.extension(
                "person-type",
                new Coding()
                        .setSystem(Canonical.PERSON_TYPE)
                        .setCode(membership.member().category().code())));
        coverage.addExtension(
                Elements.extension("poor", new BooleanType(membership.member().poor())));
        if (membership.member().civilServant()) {
            coverage.addExtension(Elements.extension("civil-servant", new BooleanType(true)));
        }
        coverage.addExtension(Elements.extension(
                "account-balance", Elements.money(membership.member().accountBalance())));
        coverage.setStatus(Coverage.CoverageStatus.ACTIVE);
        coverage.setType(Elements.concept(
                Canonical.INSURANCE_TYPE, membership.insuranceType().code()));
        coverage.setSubscriberId(membership.memberNumber());
        coverage.setBeneficiary(new Reference("#" + PATIENT));
        coverage.addPayor(payer);
        coverage.addClass_().setType(Elements.concept(COVERAGE_CLASS, "plan")).setValue(membership.planId());
        return coverage;
    }

    static String memberNumber(Coverage coverage) {
        return Elements.required("Coverage.subscriberId", Optional.ofNullable(coverage.getSubscriberId()));
    }

    static String planId(Coverage coverage) {
        return coverage.getClass_().stream()
                .filter(part -> Elements.code(part.getType(), COVERAGE_CLASS).equals(Optional.of("plan")))
                .map(Coverage.ClassComponent::getValue)
                .findFirst()
                .orElseThrow(() -> new MappingFault("Coverage.class", "no plan"));
    }

    static InsuranceType insuranceType(Coverage coverage) {
        String code = Elements.requiredCode("Coverage.type", coverage.getType(), Canonical.INSURANCE_TYPE);
        return InsuranceType.ofCode(code)
                .orElseThrow(() -> new MappingFault("Coverage.type", "no basic insurance: " + code));
    }

    static Member member(Coverage coverage, Standing standing) {
        String code = Elements.required(
                        "Coverage.extension(person-type)",
                        Elements.extension("Coverage", coverage.getExtension(), "person-type", Coding.class))
                .getCode();
        MemberCategory category = MemberCategory.ofCode(code)
                .orElseThrow(() -> new MappingFault("Coverage.extension(person-type)", "unknown: " + code));
        boolean poor = flag(coverage, "poor");
        boolean civilServant = flag(coverage, "civil-servant");
        org.yibaoban.money.Money balance = Elements.extension(
                        "Coverage", coverage.getExtension(), "account-balance", Money.class)
                .map(money -> Elements.amount("Coverage.extension(account-balance)", money))
                .orElse(org.yibaoban.money.Money.ZERO);
        if (balance.isNegative()) {
            throw new MappingFault("Coverage.extension(account-balance)", "is negative");
        }
        return new Member(category, poor, civilServant, balance, standing);
    }

    private static boolean flag(Coverage coverage, String name) {
        return Elements.extension("Coverage", coverage.getExtension(), name, BooleanType.class)
                .map(BooleanType::booleanValue)
                .orElse(false);
    }
}
