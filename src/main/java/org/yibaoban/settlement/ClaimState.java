package org.yibaoban.settlement;

import java.util.Set;

/** Life of a claim. Only WITHDRAWN and REFUSED let another claim of the same visit begin. */
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
    WITHDRAWN("已撤回", "Withdrawn");

    /** States that let another claim of the visit begin. */
    public static final Set<ClaimState> ENDED = Set.of(REFUSED, WITHDRAWN);

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

    /** Whether the visit may get no other claim while this one stands. */
    public boolean holdsVisit() {
        return !ENDED.contains(this);
    }
}
