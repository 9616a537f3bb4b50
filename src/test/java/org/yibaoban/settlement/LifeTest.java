package org.yibaoban.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The lives of a claim and of a decision on it, as tables. */
class LifeTest {

    @ParameterizedTest
    @CsvSource({
        "QUEUED, UNKNOWN WITHDRAWN SETTLED",
        "UNKNOWN, QUEUED PENDED SETTLED DIFFERENCE REFUSED",
        "PENDED, PENDED SETTLED DIFFERENCE REFUSED",
        "SETTLED, REVERSING REVERSED",
        "DIFFERENCE, REVERSING SETTLED",
        "REVERSING, REVERSED SETTLED DIFFERENCE",
        "REFUSED, ''",
        "WITHDRAWN, ''",
        "REVERSED, ''"
    })
    void a_claim_leads_to_these_states_and_no_other(ClaimState from, String to) {
        assertThat(Arrays.stream(ClaimState.values()).filter(from::leadsTo))
                .containsExactlyInAnyOrderElementsOf(
                        words(to).map(ClaimState::valueOf).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, RECALLED REJECTED QUEUED DONE",
        "QUEUED, UNKNOWN",
        "UNKNOWN, QUEUED PENDED DONE REFUSED",
        "PENDED, PENDED DONE REFUSED",
        "RECALLED, ''",
        "REJECTED, ''",
        "DONE, ''",
        "REFUSED, ''"
    })
    void a_decision_leads_to_these_states_and_no_other(DecisionState from, String to) {
        assertThat(Arrays.stream(DecisionState.values()).filter(from::leadsTo))
                .containsExactlyInAnyOrderElementsOf(
                        words(to).map(DecisionState::valueOf).toList());
        assertThat(from.isOpen()).isEqualTo(!to.isEmpty());
    }

    @ParameterizedTest
    @EnumSource(ClaimState.class)
    void what_ended_leads_nowhere_and_frees_the_visit(ClaimState state) {
        boolean ends = Arrays.stream(ClaimState.values()).noneMatch(state::leadsTo);

        assertThat(state.holdsVisit()).isEqualTo(!ends);
    }

    @Test
    void only_an_answered_claim_can_be_decided_on() {
        assertThat(deciding(DecisionKind.REVERSAL)).containsExactly(ClaimState.SETTLED, ClaimState.DIFFERENCE);
        assertThat(deciding(DecisionKind.ACCEPTANCE)).containsExactly(ClaimState.DIFFERENCE);
    }

    private static Set<ClaimState> deciding(DecisionKind kind) {
        Set<ClaimState> states = EnumSet.noneOf(ClaimState.class);
        Arrays.stream(ClaimState.values()).filter(kind::appliesTo).forEach(states::add);
        return states;
    }

    private static Stream<String> words(String text) {
        return text.isEmpty() ? Stream.empty() : Arrays.stream(text.split(" "));
    }
}
