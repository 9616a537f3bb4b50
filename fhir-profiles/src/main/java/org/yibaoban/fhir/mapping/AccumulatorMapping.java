package org.yibaoban.fhir.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse.BenefitComponent;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse.InsuranceComponent;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse.ItemsComponent;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;

/** The accumulators of the year (national 5206): one benefit each, its {@code used} is what was used earlier. */
final class AccumulatorMapping {
    private static final String ELEMENT = "CoverageEligibilityResponse.insurance.item.benefit";

    private AccumulatorMapping() {}

    static void write(YearToDate year, ItemsComponent item) {
        add(item, "stays").setUsed(new UnsignedIntType(year.stays()));
        add(item, "basic_fund").setUsed(Elements.money(year.basicFund()));
        add(item, "large_amount").setUsed(Elements.money(year.largeAmount()));
        add(item, "serious_burden").setUsed(Elements.money(year.seriousBurden()));
        add(item, "serious_illness").setUsed(Elements.money(year.seriousIllness()));
        add(item, "assistance").setUsed(Elements.money(year.assistance()));
        add(item, "outpatient_fund").setUsed(Elements.money(year.outpatientFund()));
    }

    private static BenefitComponent add(ItemsComponent item, String accumulator) {
        return item.addBenefit().setType(Elements.concept(Canonical.ACCUMULATOR, accumulator));
    }

    /** @throws MappingFault when one is missing, stands twice, or is negative */
    static YearToDate read(InsuranceComponent insurance) {
        Map<String, Type> used = new HashMap<>();
        insurance.getItem().stream()
                .filter(item -> !RegistrationMapping.isRegistration(item))
                .map(ItemsComponent::getBenefit)
                .flatMap(List::stream)
                .forEach(benefit -> Elements.code(benefit.getType(), Canonical.ACCUMULATOR)
                        .ifPresent(code -> {
                            if (used.put(code, benefit.getUsed()) != null) {
                                throw new MappingFault(ELEMENT, code + " stands twice");
                            }
                        }));
        try {
            return new YearToDate(
                    stays(used),
                    money(used, "basic_fund"),
                    money(used, "large_amount"),
                    money(used, "serious_burden"),
                    money(used, "serious_illness"),
                    money(used, "assistance"),
                    money(used, "outpatient_fund"));
        } catch (IllegalArgumentException negative) {
            throw new MappingFault(ELEMENT, negative.getMessage());
        }
    }

    private static int stays(Map<String, Type> used) {
        if (used.get("stays") instanceof UnsignedIntType count) {
            return count.getValue();
        }
        throw new MappingFault(ELEMENT, "stays is missing or no number");
    }

    private static Money money(Map<String, Type> used, String accumulator) {
        if (used.get(accumulator) instanceof org.hl7.fhir.r4.model.Money money) {
            return Elements.amount(ELEMENT, money);
        }
        throw new MappingFault(ELEMENT, accumulator + " is missing or no amount");
    }
}
