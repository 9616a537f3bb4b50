package org.yibaoban.cashier;

import java.util.Arrays;
import java.util.List;

/** How an amount of a receipt was paid. */
public enum PayMethod {
    CASH("现金", "Cash", true),
    BANK_CARD("银行卡", "Bank card", true),
    MOBILE("移动支付", "Mobile payment", true),
    /** Taken by the payer from the personal account when it settled (acct_pay); the cashier only writes it down. */
    ACCOUNT("医保个人账户", "Personal account", false),
    /** Set against what the patient paid in advance. */
    DEPOSIT("预交金抵扣", "From the deposit", false);

    /** Those that pass through the cashier's hands, and are counted at the day's closing. */
    public static final List<PayMethod> COUNTED =
            Arrays.stream(values()).filter(method -> method.counted).toList();

    private final String chinese;
    private final String english;
    private final boolean counted;

    PayMethod(String chinese, String english, boolean counted) {
        this.chinese = chinese;
        this.english = english;
        this.counted = counted;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    public boolean isCounted() {
        return counted;
    }
}
