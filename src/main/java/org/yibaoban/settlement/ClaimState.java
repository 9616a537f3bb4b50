package org.yibaoban.settlement;

import java.util.Map;
import java.util.Set;

/** Life of a claim. Only WITHDRAWN, REFUSED and REVERSED let another claim of the same visit begin. */
public enum ClaimState {
    /** Made and stored with its identifier and bytes; waits in the outbox. */
    QUEUED("待发送", "Queued"),
    /** Sent, and no answer came: the payer's status is asked before anything else. */
    UNKNOWN("结果未知", "Unknown"),
    /** The payer took it and will answer later. */
    PENDED("受理中", "Pended"),
    /** The payer's answer holds all identities and equals the estimate. */
    SETTLED("已结算", "Settled"),
    /** The payer's answer breaks an identity or differs from the estimate: a person decides. */
    DIFFERENCE("结果有差异", "Difference"),
    /** The payer refused it, with its reasons. */
    REFUSED("被拒付", "Refused"),
    /** Taken back before it was sent. */
    WITHDRAWN("已撤回", "Withdrawn"),
    /** Two persons decided that it is taken back; the payer has not confirmed it yet. */
    REVERSING("撤销中", "Being reversed"),
    /** Taken back, here and at the payer. */
    REVERSED("已撤销", "Reversed");

    /** States that let another claim of the visit begin. */
    public static final Set<ClaimState> ENDED = Set.of(REFUSED, WITHDRAWN, REVERSED);

    private static final Map<ClaimState, Set<ClaimState>> NEXT = Map.of(
            // settled at once where nothing is sent: the payer does not know the person
            QUEUED, Set.of(UNKNOWN, WITHDRAWN, SETTLED),
            UNKNOWN, Set.of(QUEUED, PENDED, SETTLED, DIFFERENCE, REFUSED),
            PENDED, Set.of(PENDED, SETTLED, DIFFERENCE, REFUSED),
            // reversed at once where nothing was sent
            SETTLED, Set.of(REVERSING, REVERSED),
            DIFFERENCE, Set.of(REVERSING, SETTLED),
            REVERSING, Set.of(REVERSED, SETTLED, DIFFERENCE));

    private final String chinese;
    private final String english;

    ClaimState(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** Whether a claim may go from here to there; whatever is not named here is a fault of the program. */
    public boolean leadsTo(ClaimState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether the visit may get no other claim while this one stands. */
    public boolean holdsVisit() {
        return !ENDED.contains(this);
    }
}
