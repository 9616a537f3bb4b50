package org.yibaoban.quota.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.config.PaymentReader;
import org.yibaoban.money.Money;
import org.yibaoban.visit.VisitType;

/** FR29 of the demonstration: reference 5,623.50; low below 0.4 of it (2,249.40), high above 3.0 (16,870.50). */
class OutlyingCasesTest {

    private final PaymentAgreement agreement = PaymentReader.read(RepositoryFiles.config())
            .of("hecheng-employee-2026")
            .orElseThrow();

    @Test
    void casesBeyondAMultipleAreListedAndThoseOnOneAreNot() {
        MonthPayment month = agreement.month(
                YearMonth.of(2026, 3),
                List.of(
                        stay("low", "2249.39"),
                        stay("on-low", "2249.40"),
                        stay("on-high", "16870.50"),
                        stay("high", "16870.51")));

        assertThat(month.methods().stream().flatMap(method -> method.outlying().stream()))
                .extracting(one -> one.visit() + " " + one.level() + " " + one.group() + " " + one.brought())
                .containsExactly("low LOW FR29 2249.39", "high HIGH FR29 5623.51");
    }

    private static PaymentStay stay(String visit, String charges) {
        return new PaymentStay(
                visit,
                VisitType.INPATIENT,
                "0304",
                "D1",
                visit,
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 6),
                Optional.of("I20.000"),
                Optional.empty(),
                Money.of(charges),
                Optional.empty());
    }
}
