package org.yibaoban.settlement;

import java.util.Set;

/** What two persons decide on a claim that the payer has answered. */
public enum DecisionKind {
    /** The settlement is taken back (national 2305). */
    REVERSAL("撤销结算", "Reversal", Set.of(ClaimState.SETTLED, ClaimState.DIFFERENCE)),
    /** The payer's answer holds although it differs from the estimate. */
    ACCEPTANCE("认可医保结果", "Acceptance of the payer's answer", Set.of(ClaimState.DIFFERENCE));

    private final String chinese;
    private final String english;
    private final Set<ClaimState> appliesTo;

    DecisionKind(String chinese, String english, Set<ClaimState> appliesTo) {
        this.chinese = chinese;
        this.english = english;
        this.appliesTo = appliesTo;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** Whether it can be asked for and approved while the claim stands so. */
    public boolean appliesTo(ClaimState state) {
        return appliesTo.contains(state);
    }
}
