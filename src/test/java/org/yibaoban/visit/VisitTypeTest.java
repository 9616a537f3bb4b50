package org.yibaoban.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisitTypeTest {

    @Test
    void a_stay_is_claimed_for_once_it_ended() {
        assertThat(VisitType.INPATIENT.isClaimable(VisitStatus.DISCHARGED)).isTrue();
        assertThat(VisitType.INPATIENT.isClaimable(VisitStatus.ADMITTED)).isFalse();
    }

    @Test
    void an_outpatient_visit_is_claimed_for_whether_its_end_was_told_or_not() {
        assertThat(VisitType.OUTPATIENT.isClaimable(VisitStatus.DISCHARGED)).isTrue();
        assertThat(VisitType.OUTPATIENT.isClaimable(VisitStatus.ADMITTED)).isTrue();
    }

    @Test
    void who_has_not_come_or_was_cancelled_is_not_claimed_for() {
        for (VisitType type : VisitType.values()) {
            assertThat(type.isClaimable(VisitStatus.PLANNED)).isFalse();
            assertThat(type.isClaimable(VisitStatus.CANCELLED)).isFalse();
        }
    }
}
