package org.yibaoban.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPaceTest {

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "5, 32", "6, 60", "7, 60", "1000, 60"})
    void each_attempt_doubles_the_pause_up_to_the_longest_and_a_quarter_by_chance(int attempts, int seconds) {
        RetryPace pace = new RetryPace(Duration.ofMinutes(1));

        for (int i = 0; i < 100; i++) {
            assertThat(pace.after(attempts)).isBetween(Duration.ofSeconds(seconds), Duration.ofMillis(seconds * 1250L));
        }
    }

    @Test
    void a_payer_is_never_asked_without_a_pause() {
        assertThatThrownBy(() -> new RetryPace(Duration.ofMillis(999))).isInstanceOf(IllegalArgumentException.class);
    }
}
