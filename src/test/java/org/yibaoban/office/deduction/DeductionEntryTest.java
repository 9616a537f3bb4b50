package org.yibaoban.office.deduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.money.Money;

class DeductionEntryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "sound, K1, V1, 260.50, 2026-11-22, 2026-11-22, true",
        "no notice, ' ', V1, 260.50, 2026-11-20, 2026-12-01, false",
        "no visit, K1, '', 260.50, 2026-11-20, 2026-12-01, false",
        "nothing deducted, K1, V1, 0.00, 2026-11-20, 2026-12-01, false",
        "negative, K1, V1, -1.00, 2026-11-20, 2026-12-01, false",
        "the most, K1, V1, 99999999999999.99, 2026-11-20, 2026-12-01, true",
        "more than the file holds, K1, V1, 100000000000000.00, 2026-11-20, 2026-12-01, false",
        "notified tomorrow, K1, V1, 260.50, 2026-11-23, 2026-12-01, false",
        "deadline before the notice, K1, V1, 260.50, 2026-11-20, 2026-11-19, false"
    })
    void whatIsMissingOrImpossibleIsNotSound(
            String name,
            String notice,
            String visit,
            String amount,
            LocalDate notified,
            LocalDate deadline,
            boolean sound) {
        DeductionEntry entry = new DeductionEntry(
                notice, "1", visit, "", "item", "rule", "reason", Money.of(amount), notified, deadline);

        assertThat(entry.isSound(TODAY)).isEqualTo(sound);
    }

    @Test
    void aLinesNumberMayBeMissingAndHasTwentyCharactersAtMost() {
        assertThat(numbered("").isSound(TODAY)).isTrue();
        assertThat(numbered("1".repeat(20)).isSound(TODAY)).isTrue();
        assertThat(numbered("1".repeat(21)).isSound(TODAY)).isFalse();
    }

    private static DeductionEntry numbered(String line) {
        return new DeductionEntry("K1", line, "V1", "", "item", "rule", "reason", Money.of("1.00"), TODAY, TODAY);
    }
}
