package org.yibaoban.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.junit.jupiter.api.Test;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.fhir.mapping.ClaimResponseMapping.Reading;
import org.yibaoban.fhir.mapping.ClaimResponseMapping.Reason;
import org.yibaoban.fhir.mapping.ClaimResponseMapping.Subject;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.fhir.profile.ProfileValidator;
import org.yibaoban.office.payer.ClaimAnswer.Outcome;
import org.yibaoban.visit.VisitType;

class ClaimResponseMappingTest {
    private final ClaimResponseMapping mapping = new ClaimResponseMapping(Stays.PARTIES);
    private final Subject subject = new Subject(
            "C-1", "S-1", "990000001234", VisitType.INPATIENT, Optional.empty(), Stays.DISCHARGED.plusHours(1));
    private final Settlement settlement = Stays.employeeStay().estimate();

    @Test
    void aSettlementComesBackWithEveryLayer() {
        ClaimResponse response = mapping.settled(subject, settlement, Optional.empty());
        assertThat(ProfileValidator.validate(response)).isEmpty();

        Reading reading = mapping.read(FhirJson.parse(ClaimResponse.class, FhirJson.encode(response)));

        assertThat(reading.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(reading.amounts()).isEqualTo(settlement.amounts());
        assertThat(reading.claimIdentifier()).isEqualTo("C-1");
        assertThat(reading.reference()).contains("S-1");
    }

    @Test
    void theCaseGroupComesBackWhereThePayerGaveOne() {
        ClaimResponse response = mapping.settled(subject, settlement, Optional.of("ES29"));
        assertThat(ProfileValidator.validate(response)).isEmpty();

        assertThat(mapping.read(FhirJson.parse(ClaimResponse.class, FhirJson.encode(response)))
                        .caseGroup())
                .contains("ES29");
        assertThat(mapping.read(mapping.settled(subject, settlement, Optional.empty()))
                        .caseGroup())
                .isEmpty();
    }

    @Test
    void aRefusalComesBackWithItsReasons() {
        ClaimResponse response = mapping.refused(subject, List.of(new Reason("visit-claimed", "C-0")));
        assertThat(ProfileValidator.validate(response)).isEmpty();

        Reading reading = mapping.read(response);

        assertThat(reading.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(reading.errors()).containsExactly("visit-claimed: C-0");
        assertThat(reading.amounts()).isEmpty();
    }

    @Test
    void aCompleteAnswerWithoutOneLayerCannotBeRead() {
        ClaimResponse response = mapping.settled(subject, settlement, Optional.empty());
        response.getAdjudication().remove(SettlementField.ASSISTANCE.ordinal());

        assertThatThrownBy(() -> mapping.read(response))
                .isInstanceOf(MappingFault.class)
                .hasMessage("ClaimResponse.adjudication: assistance is missing");
    }

    @Test
    void aLayerThatStandsTwiceCannotBeRead() {
        ClaimResponse response = mapping.settled(subject, settlement, Optional.empty());
        response.addAdjudication(response.getAdjudicationFirstRep().copy());

        assertThatThrownBy(() -> mapping.read(response))
                .isInstanceOf(MappingFault.class)
                .hasMessageContaining("total stands twice");
    }

    @Test
    void anAmountFinerThanAFenCannotBeRead() {
        ClaimResponse response = mapping.settled(subject, settlement, Optional.empty());
        response.getAdjudicationFirstRep().getAmount().setValue(new BigDecimal("18000.001"));

        assertThatThrownBy(() -> mapping.read(response))
                .isInstanceOf(MappingFault.class)
                .hasMessageContaining("finer than a fen");
    }

    @Test
    void anAnswerThatBreaksAnIdentityIsReadAsItIsForTheOfficeToCheck() {
        ClaimResponse response = mapping.settled(subject, settlement, Optional.empty());
        response.getAdjudicationFirstRep().getAmount().setValue(new BigDecimal("1.00"));

        assertThat(mapping.read(response).amounts())
                .containsEntry(SettlementField.TOTAL, org.yibaoban.money.Money.of("1.00"));
    }
}
