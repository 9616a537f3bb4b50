package org.yibaoban.office.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.clearing.PaymentPart;

/** A transfer by hand is sound only when its parts add up to it and nothing is out of reason. */
class TransferEntryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "B1, 2026-11-22, 95, 2026-10, 310, 95, 5, ''",
        "B1, 2026-11-22, 95, 2026-11, 390, 95, 0, ''",
        "B1, 2026-11-22, -95, 2026-10, 310, -95, 0, ''",
        "B1, 2026-11-22, 5, 2026-10, 310, 5, -5, ''",
        "'', 2026-11-22, 95, 2026-10, 310, 95, 5, number",
        "B1, 2026-11-23, 95, 2026-10, 310, 95, 5, paidOn 2026-11-23",
        "B1, 2026-11-22, 95, 2026-12, 310, 95, 5, month 2026-12",
        "B1, 2026-11-22, 95, 1999-12, 310, 95, 5, month 1999-12",
        "B1, 2026-11-22, 95, 2026-10, self, 95, 5, insurance self",
        "B1, 2026-11-22, 0, 2026-10, 310, 0, 0, amount of 2026-10",
        "B1, 2026-11-22, 95.01, 2026-10, 310, 95, 5, 'parts 95.00, payment 95.01'",
        "B1, 2026-11-22, 99999999999999, 2026-10, 310, 99999999999999, 0, amount"
    })
    void itSaysWhatIsWrong(
            String number,
            LocalDate paidOn,
            String amount,
            YearMonth month,
            String insurance,
            String paid,
            String retained,
            String fault) {
        PaymentPart part = new PaymentPart(month, insurance, Money.of(paid), Money.of(retained));

        assertThat(new TransferEntry(number, "", paidOn, Money.of(amount), List.of(part), "").fault(TODAY))
                .isEqualTo(fault);
    }

    @Test
    void aMonthStandsOnceForAnInsurance() {
        PaymentPart part = new PaymentPart(YearMonth.of(2026, 10), "310", Money.of("1"), Money.ZERO);

        assertThat(new TransferEntry("B1", "", TODAY, Money.of("2"), List.of(part, part), "").fault(TODAY))
                .isEqualTo("a month and insurance stand twice");
        assertThat(new TransferEntry("B1", "", TODAY, Money.ZERO, List.of(), "").fault(TODAY))
                .isEqualTo("amount");
    }
}
