package org.yibaoban.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yibaoban.office.desk.ClaimView;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.visit.VisitStatus;

class SubmitGateTest {

    @Test
    void a_discharged_stay_with_an_estimate_is_open() {
        assertThat(SubmitGate.of(Stays.discharged(Optional.empty()), true)).isEmpty();
    }

    @Test
    void hints_do_not_shut_but_blockers_do() {
        assertThat(SubmitGate.of(Stays.discharged(Optional.empty(), StayFlag.SELF_PAID_ITEM), true))
                .isEmpty();
        assertThat(SubmitGate.of(Stays.discharged(Optional.empty(), StayFlag.UNMAPPED_ITEM), true))
                .contains(SubmitGate.BLOCKED);
    }

    @Test
    void who_is_no_clerk_may_only_read() {
        assertThat(SubmitGate.of(Stays.discharged(Optional.empty()), false)).contains(SubmitGate.READ_ONLY);
    }

    @Test
    void a_patient_in_bed_is_not_claimed_for() {
        assertThat(SubmitGate.of(Stays.stay("甲", VisitStatus.ADMITTED, Optional.empty()), true))
                .contains(SubmitGate.NOT_DISCHARGED);
        assertThat(SubmitGate.of(Stays.stay("甲", VisitStatus.CANCELLED, Optional.empty()), true))
                .contains(SubmitGate.VISIT_CANCELLED);
    }

    @Test
    void an_outpatient_visit_is_claimed_for_without_an_end_told() {
        assertThat(SubmitGate.of(Stays.outpatient(List.of()), true)).isEmpty();
    }

    @Test
    void an_unknown_outcome_shuts_and_a_refusal_opens_again() {
        assertThat(SubmitGate.of(Stays.discharged(claim(ClaimState.UNKNOWN)), true))
                .contains(SubmitGate.CLAIM_OPEN);
        assertThat(SubmitGate.of(Stays.discharged(claim(ClaimState.SETTLED)), true))
                .contains(SubmitGate.CLAIM_OPEN);
        assertThat(SubmitGate.of(Stays.discharged(claim(ClaimState.REFUSED)), true))
                .isEmpty();
    }

    private static Optional<ClaimView> claim(ClaimState state) {
        return Optional.of(Stays.claim(state, Map.of()));
    }
}
