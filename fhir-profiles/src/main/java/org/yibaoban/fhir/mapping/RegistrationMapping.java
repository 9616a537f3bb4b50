package org.yibaoban.fhir.mapping;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse.BenefitComponent;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse.InsuranceComponent;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse.ItemsComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.membership.DiseaseRegistration;
import org.yibaoban.membership.DiseaseStanding;
import org.yibaoban.money.Money;

/**
 * Registrations of chronic and special diseases in the payer's answer on a membership: one item for each disease, with
 *  its validity, the designated hospital, the registration's own limit and what was used of the year.
 */
final class RegistrationMapping {

    /** National med_type of an outpatient visit for a registered disease. */
    static final String VISIT_TYPE = "14";

    private static final String FUND = "disease_fund";
    private static final String PERIOD = "registration-period";
    private static final String ELEMENT = "CoverageEligibilityResponse.insurance.item(registration)";

    private RegistrationMapping() {}

    static boolean isRegistration(ItemsComponent item) {
        return Elements.code(item.getProductOrService(), Canonical.REGISTERED_DISEASE)
                .isPresent();
    }

    static void write(DiseaseStanding standing, ItemsComponent item) {
        DiseaseRegistration registration = standing.registration();
        Period period = new Period()
                .setStartElement(new DateTimeType(registration.from().toString()));
        registration.to().ifPresent(last -> period.setEndElement(new DateTimeType(last.toString())));
        item.addExtension(Elements.extension(PERIOD, period));
        item.setProductOrService(Elements.concept(Canonical.REGISTERED_DISEASE, registration.disease()));
        item.setName(registration.name());
        registration
                .hospital()
                .ifPresent(code -> item.setProvider(Elements.logical("Organization", Canonical.HOSPITAL, code)));
        BenefitComponent benefit = item.addBenefit().setType(Elements.concept(Canonical.ACCUMULATOR, FUND));
        registration.limit().ifPresent(limit -> benefit.setAllowed(Elements.money(limit)));
        benefit.setUsed(Elements.money(standing.used()));
    }

    /** @throws MappingFault when one cannot be read, or contradicts itself */
    static List<DiseaseStanding> read(InsuranceComponent insurance) {
        return insurance.getItem().stream()
                .filter(RegistrationMapping::isRegistration)
                .map(RegistrationMapping::standing)
                .toList();
    }

    private static DiseaseStanding standing(ItemsComponent item) {
        String disease = Elements.requiredCode(
                ELEMENT + ".productOrService", item.getProductOrService(), Canonical.REGISTERED_DISEASE);
        Period period = Elements.required(
                ELEMENT + ".extension(" + PERIOD + ")",
                Elements.extension(ELEMENT, item.getExtension(), PERIOD, Period.class));
        BenefitComponent benefit = item.getBenefit().stream()
                .filter(one ->
                        Elements.code(one.getType(), Canonical.ACCUMULATOR).equals(Optional.of(FUND)))
                .findFirst()
                .orElseThrow(() -> new MappingFault(ELEMENT + ".benefit", FUND + " is missing"));
        if (!(benefit.getUsed() instanceof org.hl7.fhir.r4.model.Money used)) {
            throw new MappingFault(ELEMENT + ".benefit.used", "an amount is expected");
        }
        Money paid = Elements.amount(ELEMENT + ".benefit.used", used);
        if (paid.isNegative()) {
            throw new MappingFault(ELEMENT + ".benefit.used", "negative: " + paid);
        }
        try {
            return new DiseaseStanding(
                    new DiseaseRegistration(
                            disease,
                            Optional.ofNullable(item.getName()).orElse(disease),
                            day(ELEMENT + ".start", period.getStartElement())
                                    .orElseThrow(() -> new MappingFault(ELEMENT + ".start", "is missing")),
                            day(ELEMENT + ".end", period.getEndElement()),
                            Optional.ofNullable(
                                    item.getProvider().getIdentifier().getValue()),
                            limit(benefit)),
                    paid);
        } catch (IllegalArgumentException contradiction) {
            throw new MappingFault(ELEMENT, contradiction.getMessage());
        }
    }

    private static Optional<Money> limit(BenefitComponent benefit) {
        return benefit.getAllowed() instanceof org.hl7.fhir.r4.model.Money allowed
                ? Optional.of(Elements.amount(ELEMENT + ".benefit.allowed", allowed))
                : Optional.empty();
    }

    /** Days alone, without a time: a registration holds for whole days. */
    private static Optional<LocalDate> day(String element, DateTimeType value) {
        String text = value.getValueAsString();
        if (text == null) {
            return Optional.empty();
        }
        if (text.length() != "2026-01-01".length()) {
            throw new MappingFault(element, "a day is expected, got " + text);
        }
        return Optional.of(LocalDate.parse(text));
    }
}
