package org.yibaoban.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.audit.AuditRule;
import org.yibaoban.office.review.ReviewCase;

class SampleAimTest {

    private static final LocalDate FROM = LocalDate.of(2026, 11, 1);

    @ParameterizedTest
    @CsvSource({"0, 1, S", "92, 500, S", "0, 1, 0123456789012345678901234567890123456789"})
    void whatCanBeDrawn(int days, int size, String seed) {
        assertThat(aim(days, size, seed).isTargeted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1, S",
        "93, 1, S",
        "0, 0, S",
        "0, 501, S",
        "0, 1, ' '",
        "0, 1, 01234567890123456789012345678901234567890"
    })
    void whatCannot(int days, int size, String seed) {
        assertThatThrownBy(() -> aim(days, size, seed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRuleAimsASample() {
        assertThat(new SampleAim(FROM, FROM, "", "", "", Optional.of(AuditRule.SAME_THERAPY), 1, "S").isTargeted())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"储明晨, 储**", "𠮷野, 𠮷*", "李, 李", "'', ''"})
    void aNameIsHiddenButForItsFirstCharacter(String name, String shown) {
        assertThat(ReviewCase.masked(name)).isEqualTo(shown);
    }

    private static SampleAim aim(int days, int size, String seed) {
        return new SampleAim(FROM, FROM.plusDays(days), "", "", "", Optional.empty(), size, seed);
    }
}
