package org.yibaoban.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yibaoban.money.Money;

class SplitPrescriptionsTest {

    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 3, 2, 8, 0);

    @Test
    void threeOfOnePatientInOneDepartmentWithinTwentyFourHoursAreFound() {
        List<SplitPrescriptions> found =
                SplitPrescriptions.among(List.of(on(1, "0301", "C", 24), on(1, "0301", "A", 0), on(1, "0301", "B", 3)));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).visits()).containsExactly("A", "B", "C");
        assertThat(found.get(0).amount()).isEqualTo(Money.of("30.00"));
        assertThat(found.get(0).doctors()).containsExactly("D1");
    }

    @Test
    void twoOrAThirdOneMinuteLaterOfAnotherDepartmentOrPatientAreNone() {
        assertThat(SplitPrescriptions.among(List.of(on(1, "0301", "A", 0), on(1, "0301", "B", 3))))
                .isEmpty();
        OutpatientPrescription late = new OutpatientPrescription(
                1, "0301", "C", "D1", MORNING.plusHours(24).plusMinutes(1), Money.of("10.00"));
        assertThat(SplitPrescriptions.among(List.of(on(1, "0301", "A", 0), on(1, "0301", "B", 3), late)))
                .isEmpty();
        assertThat(SplitPrescriptions.among(
                        List.of(on(1, "0301", "A", 0), on(1, "0301", "B", 3), on(1, "0302", "C", 4))))
                .isEmpty();
        assertThat(SplitPrescriptions.among(
                        List.of(on(1, "0301", "A", 0), on(1, "0301", "B", 3), on(2, "0301", "C", 4))))
                .isEmpty();
    }

    @Test
    void groupsThatOverlapAreOneAndThoseApartAreTwoTheDearestFirst() {
        List<SplitPrescriptions> found = SplitPrescriptions.among(List.of(
                on(1, "0301", "A", 0),
                on(1, "0301", "B", 1),
                on(1, "0301", "C", 2),
                on(1, "0301", "D", 100),
                on(1, "0301", "E", 110),
                on(1, "0301", "F", 120),
                on(1, "0301", "G", 134)));

        assertThat(found.stream().map(SplitPrescriptions::visits))
                .containsExactly(List.of("D", "E", "F", "G"), List.of("A", "B", "C"));
    }

    private static OutpatientPrescription on(long patient, String department, String visit, int hours) {
        return new OutpatientPrescription(
                patient, department, visit, "D1", MORNING.plusHours(hours), Money.of("10.00"));
    }
}
