package org.yibaoban.office.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** A card's UUID alone tells its answer, its number, and whether it is a suggestion. */
class AnswerIdTest {

    @Property
    void aPartNamesItsAnswerAndItsPlace(
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long millis,
            @ForAll @IntRange(max = 63) int card,
            @ForAll @IntRange(max = 2) int suggestion) {
        AnswerId answer = AnswerId.next(at(millis));
        UUID part = answer.suggestion(card, suggestion);

        assertThat(AnswerId.of(part)).isEqualTo(answer);
        assertThat(AnswerId.of(answer.card(card))).isEqualTo(answer);
        assertThat(answer.at()).isEqualTo(Instant.ofEpochMilli(millis));
        assertThat(AnswerId.cardOf(part)).isEqualTo(card);
        assertThat(AnswerId.suggestionOf(part)).isEqualTo(suggestion);
        assertThat(AnswerId.suggestionOf(answer.card(card))).isEqualTo(-1);
        assertThat(part.version()).isEqualTo(7);
        assertThat(part.variant()).isEqualTo(2);
    }

    @Property
    void laterAnswersHaveHigherIdsAsTheDatabaseComparesThem(
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long millis) {
        String before = AnswerId.next(at(millis)).value().toString();
        String bound =
                AnswerId.lowestOf(Instant.ofEpochMilli(millis + 1)).value().toString();
        String after = AnswerId.next(at(millis + 1)).value().toString();

        assertThat(before).isLessThan(bound);
        assertThat(bound).isLessThanOrEqualTo(after);
    }

    @Test
    void thereAreNoMoreCardsThanTheByteHolds() {
        AnswerId answer = AnswerId.next(at(1));

        assertThatThrownBy(() -> answer.card(64)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> answer.suggestion(0, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Clock at(long millis) {
        return Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }
}
