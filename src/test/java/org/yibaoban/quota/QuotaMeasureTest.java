package org.yibaoban.quota;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yibaoban.quota.indicator.Indicator;
import org.yibaoban.quota.indicator.Measure;

/** A quota's measure is "an indicator above, total charges, fund charges, or a count" (spec/quotas.md). */
class QuotaMeasureTest {

    @ParameterizedTest
    @EnumSource(Indicator.class)
    void everyIndicatorCanBeLimitedInItsOwnUnit(Indicator indicator) {
        QuotaMeasure measure = QuotaMeasure.ofKey(indicator.key()).orElseThrow();

        assertThat(measure.unit().name()).isEqualTo(indicator.unit().name());
    }

    @ParameterizedTest
    @EnumSource(QuotaMeasure.class)
    void whatIsNoIndicatorIsASumThatIsKept(QuotaMeasure measure) {
        boolean kept = measure == QuotaMeasure.TOTAL_CHARGES
                || Indicator.ofKey(measure.key()).isPresent()
                || Measure.ofKey(measure.key()).isPresent();

        assertThat(kept).isTrue();
    }

    @Test
    void aKeyFitsItsColumn() {
        assertThat(QuotaMeasure.values()).allMatch(measure -> measure.key().length() <= 40);
    }
}
