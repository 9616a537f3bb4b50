package org.yibaoban.quota.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.quota.indicator.Period.Grain;

class IndicatorTest {

    @ParameterizedTest
    @CsvSource({
        "COST_PER_STAY,            STAY_CHARGES,       3000.01, STAYS,              2,      1500.01",
        "COST_PER_DAY,             STAY_CHARGES,       1000.00, BED_DAYS,           3,      333.33",
        "AVERAGE_STAY,             BED_DAYS,           7,       STAYS,              2,      3.50",
        "COST_PER_OUTPATIENT_VISIT,OUTPATIENT_CHARGES, 100.00,  OUTPATIENT_VISITS,  3,      33.33",
        "COST_PER_OUTPATIENT_PERSON,OUTPATIENT_CHARGES,100.00,  OUTPATIENT_PERSONS, 2,      50.00",
        "DRUG_SHARE,               DRUGS,              1.00,    CHARGES,            3.00,   33.33",
        "CONSUMABLES_SHARE,        CONSUMABLES,        2.00,    CHARGES,            3.00,   66.67",
        "CONSUMABLES_PER_HUNDRED,  CONSUMABLES,        20.00,   CHARGES,            70.00,  28.57",
        "LARGE_EQUIPMENT_SHARE,    LARGE_EQUIPMENT,    1.00,    CHARGES,            8.00,   12.50",
        "SELF_PAID_SHARE,          SELF_PAID,          20.00,   CHARGES,            100.00, 20.00",
        "PATIENT_SHARE,            PATIENT_BORNE,      202.56,  SETTLED_CHARGES,    3871.57,5.23",
        "ADMISSION_RATE,           ADMISSIONS,         5,       OUTPATIENT_VISITS,  200,    2.50",
        "LARGE_COST_SHARE,         LARGE_COST_STAYS,   1,       STAYS,              3,      33.33",
        "READMISSION_RATE,         READMISSIONS,       2,       STAYS,              3,      66.67",
        "COST_INDEX,               COST_RATIOS,        2.1,     COST_RATED_STAYS,   2,      1.05",
        "TIME_INDEX,               TIME_RATIOS,        2.0,     TIME_RATED_STAYS,   2,      1.00",
        "CMI,                      WEIGHTS,            2.15,    GROUPED_STAYS,      2,      1.08",
    })
    void eachIsItsFormula(
            Indicator indicator, Measure above, BigDecimal sum, Measure below, BigDecimal count, BigDecimal shown) {
        Tally tally = Tally.of(above, sum).plus(below, count);

        assertThat(tally.figure(indicator).orElseThrow().shown()).isEqualTo(shown);
    }

    @Test
    void anOverrunIsWhatWasChargedMoreThanReceived() {
        Tally tally = Tally.of(Measure.FUND_CHARGES, 1100).plus(Measure.FUND_RECEIVED, 1000);

        assertThat(tally.figure(Indicator.FUND_OVERRUN).orElseThrow().shown()).isEqualTo("10.00");
    }

    @Test
    void drugsAreNotAmongWhatConsumablesAreHeldAgainst() {
        Tally tally = Tally.of(Measure.CHARGES, 100).plus(Measure.DRUGS, 30).plus(Measure.CONSUMABLES, 20);

        assertThat(tally.figure(Indicator.CONSUMABLES_PER_HUNDRED).orElseThrow().shown())
                .isEqualTo("28.57");
    }

    @Test
    void everyIndicatorOfTheSpecificationIsHereAndNoneHasAFigureOverNothing() {
        assertThat(EnumSet.allOf(Indicator.class)).hasSize(18);
        for (Indicator indicator : Indicator.values()) {
            assertThat(Tally.NOTHING.figure(indicator)).as(indicator.key()).isEmpty();
            assertThat(Indicator.ofKey(indicator.key())).contains(indicator);
        }
        assertThatThrownBy(() -> new Figure(BigDecimal.ONE, new BigDecimal("0.00")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "89.99,  90, false",
        "90.00,  90, true",
        "79.996, 80, false", // shown as 80.00
    })
    void aLevelIsReachedExactlyAndNotByWhatIsShown(BigDecimal used, int percent, boolean reached) {
        assertThat(new Figure(used, BigDecimal.ONE).reaches(percent, new BigDecimal("100.00")))
                .isEqualTo(reached);
    }

    @Test
    void aRatioReachesALimitByTheFraction() {
        // 1000.00 / 3 is 333.33...: above 333.33, below 333.34
        Figure third = new Figure(new BigDecimal("1000.00"), BigDecimal.valueOf(3));

        assertThat(third.reaches(100, new BigDecimal("333.33"))).isTrue();
        assertThat(third.reaches(100, new BigDecimal("333.34"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "DAY,   2026-03-01, 2026-03-01, 2026-02-28, 2025-03-01",
        "MONTH, 2026-03-01, 2026-03-31, 2026-02-01, 2025-03-01",
        "MONTH, 2024-02-01, 2024-02-29, 2024-01-01, 2023-02-01",
        "YEAR,  2026-01-01, 2026-12-31, 2025-01-01, 2025-01-01",
        "DAY,   2024-02-29, 2024-02-29, 2024-02-28, 2023-02-28",
    })
    void periodsKnowTheirNeighbours(
            Grain grain, LocalDate start, LocalDate last, LocalDate previous, LocalDate lastYear) {
        Period period = new Period(grain, start);

        assertThat(period.last()).isEqualTo(last);
        assertThat(period.previous().start()).isEqualTo(previous);
        assertThat(period.lastYear().start()).isEqualTo(lastYear);
        assertThat(period.previous().next()).isEqualTo(period);
        assertThat(period.contains(start)).isTrue();
        assertThat(period.contains(last.plusDays(1))).isFalse();
    }

    @Test
    void aPeriodBeginsWithItsFirstDay() {
        assertThatThrownBy(() -> new Period(Grain.MONTH, LocalDate.of(2026, 3, 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNotKnownOfAPlaceHasNoSumsOfItsOwn() {
        assertThat(new Place("0304", "", "", "310").scopes())
                .extracting(Scope::kind)
                .isEqualTo(java.util.List.of(Scope.Kind.HOSPITAL, Scope.Kind.DEPARTMENT, Scope.Kind.PAYER));
        assertThat(Set.copyOf(new Place("", "", "", "").scopes())).containsExactly(Scope.HOSPITAL);
    }
}
