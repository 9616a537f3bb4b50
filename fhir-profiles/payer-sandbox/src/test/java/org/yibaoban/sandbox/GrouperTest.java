package org.yibaoban.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yibaoban.config.PaymentReader;
import org.yibaoban.fhir.mapping.ReceivedClaim;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.money.Money;
import org.yibaoban.quota.payment.PaymentAgreements;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitType;

/** By the demonstration's agreements: I50 is FT29 for employees in 2026. */
class GrouperTest {
    private final PaymentAgreements agreements = PaymentReader.read(Path.of("../../config"));
    private final Grouper grouper = new Grouper(agreements.ofPayer("990000"));

    @Test
    void aStayIsGroupedByItsPrincipalDiagnosis() {
        assertThat(grouper.group(claim(VisitType.INPATIENT, 2026, Optional.of("I50.900"))))
                .contains("FT29");
    }

    @Test
    void whatNoTableHasIsInNoGroup() {
        assertThat(grouper.group(claim(VisitType.INPATIENT, 2026, Optional.of("Z00.000"))))
                .isEmpty();
        assertThat(grouper.group(claim(VisitType.INPATIENT, 2026, Optional.empty())))
                .isEmpty();
    }

    @Test
    void anOutpatientVisitAndADayWithoutAnAgreementHaveNone() {
        assertThat(grouper.group(claim(VisitType.OUTPATIENT, 2026, Optional.of("I50.900"))))
                .isEmpty();
        assertThat(grouper.group(claim(VisitType.INPATIENT, 2017, Optional.of("I50.900"))))
                .isEmpty();
    }

    @Test
    void aFixedPriceIsTheAgreementsForThePrincipalDiagnosisOrRefused() {
        assertThat(grouper.fixedPriceFault(priced("K35.800", "6800.00"))).isEmpty();
        assertThat(grouper.fixedPriceFault(claim(VisitType.INPATIENT, 2026, Optional.of("K35.800"))))
                .as("settled by its charges")
                .isEmpty();
        assertThat(grouper.fixedPriceFault(priced("K35.800", "6800.01")))
                .hasValueSatisfying(reason -> assertThat(reason.code()).isEqualTo("fixed-price-differs"));
        assertThat(grouper.fixedPriceFault(priced("I50.900", "6800.00"))).isPresent();
    }

    private static ReceivedClaim priced(String diagnosis, String price) {
        ReceivedClaim plain = claim(VisitType.INPATIENT, 2026, Optional.of(diagnosis));
        return new ReceivedClaim(
                plain.identifier(),
                plain.hospitalId(),
                plain.visit(),
                plain.type(),
                plain.disease(),
                plain.hospitalLevel(),
                plain.memberNumber(),
                plain.insuranceType(),
                plain.planId(),
                plain.admittedAt(),
                plain.dischargedAt(),
                plain.principalDiagnosis(),
                plain.lines(),
                plain.total(),
                plain.declared(),
                plain.part(),
                plain.chargeIds(),
                Optional.of(Money.of(price)));
    }

    private static ReceivedClaim claim(VisitType type, int year, Optional<String> diagnosis) {
        return new ReceivedClaim(
                "C-1",
                "H99000000001",
                new VisitNumber("V1"),
                type,
                Optional.empty(),
                3,
                "990000001234",
                InsuranceType.ofCode("310").orElseThrow(),
                "hecheng-employee",
                LocalDateTime.of(year, 5, 1, 8, 0),
                LocalDateTime.of(year, 5, 9, 10, 0),
                diagnosis,
                List.of(),
                Money.ZERO,
                Map.of());
    }
}
