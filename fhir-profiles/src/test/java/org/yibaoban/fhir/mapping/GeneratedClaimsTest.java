package org.yibaoban.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.hl7.fhir.r4.model.Claim;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.fhir.profile.ProfileValidator;
import org.yibaoban.office.payer.ClaimSubmission;

/** A thousand claims, made from any stays, all conform and are read by the payer as they were meant. */
class GeneratedClaimsTest {
    private final ClaimMapping mapping = new ClaimMapping(Stays.PARTIES);
    private final ClaimReading reading = new ClaimReading(Stays.PARTIES);

    @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
    void everyClaimConforms(@ForAll("stays") ClaimSubmission stay) {
        assertThat(ProfileValidator.validate(FhirJson.encode(mapping.toClaim(stay)), "Claim"))
                .isEmpty();
    }

    @Property(tries = 1000)
    void everyFigureIsReadAsItWasMeant(@ForAll("stays") ClaimSubmission stay) {
        ReceivedClaim received = reading.read(FhirJson.parse(Claim.class, FhirJson.encode(mapping.toClaim(stay))));

        assertThat(received.lines())
                .usingRecursiveFieldByFieldElementComparator(numbersByValue())
                .containsExactlyElementsOf(
                        stay.lines().stream().map(GeneratedStays::benefitLine).toList());
        assertThat(received.declared()).hasSize(ClaimMapping.DECLARED.size());
        ClaimMapping.DECLARED.forEach(field -> assertThat(received.declared().get(field))
                .isEqualTo(stay.estimate().amount(field)));
    }

    private static RecursiveComparisonConfiguration numbersByValue() {
        return RecursiveComparisonConfiguration.builder()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .build();
    }

    @Provide
    Arbitrary<ClaimSubmission> stays() {
        return GeneratedStays.any();
    }
}
