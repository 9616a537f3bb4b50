package org.yibaoban.settlement.deduction;

import java.util.Map;
import java.util.Set;
import org.yibaoban.money.Money;

/** Life of a deduction. */
public enum DeductionState {
    NOTIFIED("待处理", "To be dealt with"),
    CONCEDED("认可扣款", "Conceded"),
    APPEALED("已申诉", "Appealed"),
    UPHELD("维持扣款", "Upheld"),
    PARTLY("部分撤销", "Partly withdrawn"),
    WITHDRAWN("撤销扣款", "Withdrawn");

    private static final Map<DeductionState, Set<DeductionState>> NEXT =
            Map.of(NOTIFIED, Set.of(CONCEDED, APPEALED), APPEALED, Set.of(UPHELD, PARTLY, WITHDRAWN));

    private final String chinese;
    private final String english;

    DeductionState(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    public boolean leadsTo(DeductionState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether something is still to come. */
    public boolean isOpen() {
        return NEXT.containsKey(this);
    }

    /**
     * What the payer's answer to an appeal makes of it.
     *
     * @param returned what it gives back, from nothing to the whole amount
     * @throws IllegalArgumentException for anything else
     */
    public static DeductionState answered(Money amount, Money returned) {
        if (returned.isNegative() || returned.compareTo(amount) > 0) {
            throw new IllegalArgumentException(returned + " of " + amount);
        }
        return returned.isZero() ? UPHELD : returned.equals(amount) ? WITHDRAWN : PARTLY;
    }
}
