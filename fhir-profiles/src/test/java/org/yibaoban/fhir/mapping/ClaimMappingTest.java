package org.yibaoban.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.fhir.profile.ProfileValidator;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;
import org.yibaoban.office.payer.ClaimSubmission;
import org.yibaoban.visit.VisitType;

class ClaimMappingTest {
    private final ClaimMapping mapping = new ClaimMapping(Stays.PARTIES);
    private final ClaimReading reading = new ClaimReading(Stays.PARTIES);

    static Stream<ClaimSubmission> stays() {
        return Stream.of(Stays.employeeStay(), Stays.smallStay());
    }

    @ParameterizedTest
    @MethodSource("stays")
    void aClaimConformsAndIsReadByThePayerAsItWasMeant(ClaimSubmission stay) {
        byte[] json = FhirJson.encode(mapping.toClaim(stay));
        assertThat(ProfileValidator.validate(json, "Claim")).isEmpty();

        ReceivedClaim received = reading.read(FhirJson.parse(Claim.class, json));

        assertThat(received.identifier()).isEqualTo(stay.identifier());
        assertThat(received.visit()).isEqualTo(stay.visit());
        assertThat(received.type()).isEqualTo(VisitType.INPATIENT);
        assertThat(received.hospitalLevel()).isEqualTo(stay.hospitalLevel());
        assertThat(received.memberNumber()).isEqualTo(stay.membership().memberNumber());
        assertThat(received.planId()).isEqualTo(stay.membership().planId());
        assertThat(received.admittedAt()).isEqualTo(stay.admittedAt());
        assertThat(received.dischargedAt()).isEqualTo(stay.dischargedAt());
        assertThat(received.total()).isEqualTo(stay.estimate().amount(SettlementField.TOTAL));
        assertThat(received.declared())
                .allSatisfy((field, amount) ->
                        assertThat(amount).isEqualTo(stay.estimate().amount(field)));
        assertThat(received.lines()).hasSameSizeAs(stay.lines());
    }

    @Test
    void aVisitForARegisteredDiseaseIsOfItsOwnTypeAndNamesTheDisease() {
        byte[] json = FhirJson.encode(mapping.toClaim(Stays.forDisease("M03900")));
        assertThat(ProfileValidator.validate(json, "Claim")).isEmpty();

        Claim claim = FhirJson.parse(Claim.class, json);

        assertThat(claim.getSubType().getCodingFirstRep().getCode()).isEqualTo("14");
        assertThat(reading.read(claim).type()).isEqualTo(VisitType.OUTPATIENT);
        assertThat(reading.read(claim).disease()).contains("M03900");
    }

    @Test
    void everyFigureOfALineSurvivesExactly() {
        ReceivedClaim received =
                reading.read(FhirJson.parse(Claim.class, FhirJson.encode(mapping.toClaim(Stays.employeeStay()))));

        assertThat(received.lines().get(2))
                .isEqualTo(new BenefitLine(
                        Money.of("2400.00"),
                        ItemClass.B,
                        Optional.of(new Rate(new BigDecimal("0.20"))),
                        new BigDecimal("3"),
                        Optional.of(new BigDecimal("666.6667")),
                        false));
        assertThat(received.lines().get(5).amount()).isEqualTo(Money.of("-1720.00"));
        assertThat(received.lines().get(5).quantity()).isEqualTo(new BigDecimal("-2"));
    }

    @Test
    void theSameSubmissionAlwaysGivesTheSameBytes() {
        assertThat(FhirJson.encode(mapping.toClaim(Stays.employeeStay())))
                .isEqualTo(FhirJson.encode(new ClaimMapping(Stays.PARTIES).toClaim(Stays.employeeStay())));
    }

    @Test
    void anIdentityNumberThatIsNotSoundIsNotSent() {
        String json = new String(FhirJson.encode(mapping.toClaim(Stays.smallStay())));

        assertThat(json).doesNotContain("identity-number");
    }

    @Test
    void aClassBItemWithoutItsShareCannotBeRead() {
        Claim claim = mapping.toClaim(Stays.employeeStay());
        claim.getItem().get(1).getExtension().removeIf(e -> e.getUrl().endsWith("pre-self-pay-rate"));

        assertThatThrownBy(() -> reading.read(claim))
                .isInstanceOf(MappingFault.class)
                .hasMessageContaining("Claim.item[2]");
    }

    @Test
    void aTotalInAnotherCurrencyCannotBeRead() {
        Claim claim = mapping.toClaim(Stays.employeeStay());
        claim.getTotal().setCurrency("USD");

        assertThatThrownBy(() -> reading.read(claim))
                .isInstanceOf(MappingFault.class)
                .hasMessageContaining("CNY");
    }
}
