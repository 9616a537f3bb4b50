package org.yibaoban.settlement;

import java.util.Map;
import java.util.Set;

/** Life of a decision on a claim: one person asks, another approves, and a reversal then goes to the payer. */
public enum DecisionState {
    /** Asked for with a reason; waits for a second person. */
    REQUESTED("待审批", "Waits for approval"),
    /** Taken back by who asked. */
    RECALLED("申请已撤回", "Request withdrawn"),
    /** The second person said no. */
    REJECTED("未批准", "Not approved"),
    /** Approved; the reversal waits in the outbox. */
    QUEUED("已批准，待发送", "Approved, queued"),
    /** Sent, and no answer came: the payer's status is asked before it is sent again. */
    UNKNOWN("结果未知", "Unknown"),
    /** The payer took it and will answer later. */
    PENDED("受理中", "Pended"),
    /** Done: the claim is reversed, or the payer's answer accepted. */
    DONE("已完成", "Done"),
    /** The payer refused it, with its reasons; the claim stands as before. */
    REFUSED("医保拒绝", "Refused by the payer");

    private static final Map<DecisionState, Set<DecisionState>> NEXT = Map.of(
            // done at once where nothing has to be sent
            REQUESTED, Set.of(RECALLED, REJECTED, QUEUED, DONE),
            QUEUED, Set.of(UNKNOWN),
            UNKNOWN, Set.of(QUEUED, PENDED, DONE, REFUSED),
            PENDED, Set.of(PENDED, DONE, REFUSED));

    private final String chinese;
    private final String english;

    DecisionState(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** Whether it may go from here to there; whatever is not named here is a fault of the program. */
    public boolean leadsTo(DecisionState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether something is still to come; a claim has at most one such decision. */
    public boolean isOpen() {
        return NEXT.containsKey(this);
    }

    /** Whether it is approved and on its way to the payer. */
    public boolean isOnItsWay() {
        return this == QUEUED || this == UNKNOWN || this == PENDED;
    }
}
