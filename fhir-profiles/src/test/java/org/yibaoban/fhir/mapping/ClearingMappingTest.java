package org.yibaoban.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.PaymentReconciliation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.fhir.profile.ProfileValidator;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.clearing.ClearingLine.Kind;
import org.yibaoban.settlement.clearing.PaymentAdvice;
import org.yibaoban.settlement.reconciliation.Period;

/** What a payment is made of: read whole or refused by the element that is wrong. */
class ClearingMappingTest {

    private static final Path MONTH = Path.of("src/test/resources/examples/valid/PaymentReconciliation-month.json");
    private final ClearingMapping mapping =
            new ClearingMapping(new Parties("H99000000001", "990000", ZoneId.of("Asia/Shanghai")));

    @Test
    void theExampleIsReadToTheLastLine() throws IOException {
        PaymentAdvice advice = mapping.read(month());

        assertThat(advice.number()).isEqualTo("Q202611");
        assertThat(advice.period()).isEqualTo(new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)));
        assertThat(advice.paidOn()).isEqualTo(LocalDate.of(2026, 12, 10));
        assertThat(advice.amount()).isEqualTo(Money.of("23179.50"));
        assertThat(advice.lines())
                .extracting(line -> line.kind() + " " + line.amount())
                .containsExactly(
                        "SETTLEMENT 11840.00",
                        "SETTLEMENT 12000.00",
                        "REVERSAL -500.00",
                        "DEDUCTION -260.50",
                        "RETURNED 100.00");
        assertThat(advice.lines())
                .filteredOn(line -> line.kind() == Kind.DEDUCTION)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.claim()).isEqualTo("C-ZY20261116002-1");
                    assertThat(line.reason()).isEqualTo("医疗服务项目重复收费");
                });
    }

    @Test
    void whatIsWrittenConformsAndIsReadTheSame() throws IOException {
        PaymentAdvice advice = mapping.read(month());
        byte[] written =
                FhirJson.encode(mapping.toReconciliation(advice, "H99000000001", LocalDateTime.of(2026, 12, 8, 10, 0)));

        assertThat(ProfileValidator.validate(written, "PaymentReconciliation")).isEmpty();
        assertThat(mapping.read(FhirJson.parse(PaymentReconciliation.class, written)))
                .isEqualTo(advice);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("requestor", p -> p.getRequestor().getIdentifier().setValue("H1")),
                fault("paymentIssuer", p -> p.getPaymentIssuer().getIdentifier().setValue("110000")),
                fault("active", p -> p.setStatus(PaymentReconciliation.PaymentReconciliationStatus.CANCELLED)),
                fault("identifier", p -> p.getIdentifierFirstRep().setSystem("urn:other")),
                fault("identifier", p -> p.getIdentifierFirstRep().setValue("Q".repeat(65))),
                fault("period.end", p -> p.getPeriod().setEndElement(null)),
                fault("paymentDate", p -> p.setPaymentDateElement(null)),
                fault(
                        "lines 23179.50, payment 23179.51",
                        p -> p.getPaymentAmount().setValue(new BigDecimal("23179.51"))),
                fault("currency", p -> p.getDetailFirstRep().getAmount().setCurrency("USD")),
                fault(
                        "deduction without a reason",
                        p -> p.getDetail().get(3).getExtension().clear()),
                fault("detail.request", p -> p.getDetailFirstRep().setRequest(null)),
                fault(
                        "advance",
                        p -> p.getDetailFirstRep().getType().getCodingFirstRep().setCode("advance")),
                fault("no lines", p -> p.getDetail().clear()));
    }

    private static Arguments fault(String said, Consumer<PaymentReconciliation> spoil) {
        return Arguments.of(said, spoil);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void whatIsWrongIsNamed(String said, Consumer<PaymentReconciliation> spoil) throws IOException {
        PaymentReconciliation paid = month();
        spoil.accept(paid);

        assertThatThrownBy(() -> mapping.read(paid))
                .isInstanceOf(MappingFault.class)
                .hasMessageContaining(said);
    }

    private static PaymentReconciliation month() throws IOException {
        return FhirJson.parse(PaymentReconciliation.class, Files.readAllBytes(MONTH));
    }
}
