package org.yibaoban.membership;

/** Whether the fund pays for a member at all; anything but {@code ACTIVE} is settled as self-paying, with the reason. */
public enum Standing {
    ACTIVE("正常参保", "Active"),
    SUSPENDED("欠费暂停", "Suspended: contributions owed"),
    UNFILED("异地就医未备案", "Away from home without filing"),
    NOT_INSURED("未参保", "Not insured with this payer");

    private final String chinese;
    private final String english;

    Standing(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
