package org.yibaoban.membership;

import java.util.Objects;
import org.yibaoban.money.Money;

/**
 * What the benefit rules need to know of a person.
 *
 * @param poor poor and on file (建档立卡), which changes thresholds and opens further layers
 * @param civilServant has the civil servants' medical subsidy (公务员标志, cvlserv_flag)
 * @param accountBalance what the personal account holds, in yuan
 */
public record Member(
        MemberCategory category, boolean poor, boolean civilServant, Money accountBalance, Standing standing) {

    /** @throws IllegalArgumentException for a negative account balance */
    public Member {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(standing, "standing");
        if (accountBalance.isNegative()) {
            throw new IllegalArgumentException("account_balance is negative: " + accountBalance);
        }
    }

    /** A member who is no civil servant. */
    public Member(MemberCategory category, boolean poor, Money accountBalance, Standing standing) {
        this(category, poor, false, accountBalance, standing);
    }

    /** A member in good standing who is neither poor nor a civil servant. */
    public static Member active(MemberCategory category, Money accountBalance) {
        return new Member(category, false, accountBalance, Standing.ACTIVE);
    }
}
