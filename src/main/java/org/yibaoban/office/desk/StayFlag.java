package org.yibaoban.office.desk;

/** What a ward, the office or a billing clerk must know of a stay at a glance; those that block stop a claim. */
public enum StayFlag {
    SELF_PAID_ITEM("有自费项目", "Self-paid items", false),
    RESTRICTED_ITEM("有限制支付项目", "Items with a payment restriction", false),
    CONSENT_MISSING("知情同意未签署", "Consent missing", true),
    /** The same where the rules do not let a claim wait for it. */
    CONSENT_OUTSTANDING("知情同意待补签", "Consent outstanding", false),
    UNMAPPED_ITEM("有未对码项目", "Items without a national code", true),
    IDENTITY_FAULT("身份证号有误", "Identity number is wrong or missing", true),
    MEMBERSHIP_PENDING("参保信息待核", "Membership not verified yet", true),
    SELF_PAYING("按自费结算", "Settled as self-paying", false),
    MESSAGES_WAITING("有消息待处理", "Messages wait to be applied", true),
    CHARGES_ON_CANCELLED_VISIT("已撤销就诊仍有费用", "Charges on a cancelled visit", true),
    SETTLED_ON_REVERSED("此前住院的结算已撤销，须复核", "An earlier stay was reversed after this settlement", false),
    REOPENED_AFTER_CLAIM("申报后又取消出院", "Discharge cancelled after a claim", true),
    IDENTIFIED_ANEW_AFTER_CLAIM("申报后患者号或就诊号变更", "Patient or visit number changed after a claim", true),
    AUDIT_OPEN("有未处理的拦截级审核问题", "Audit findings that stop the claim", true),
    AUDIT_WARNED("有审核提醒", "Audit findings to look at", false),
    AUDIT_ASKED("医保办有询问待答复", "The insurance office asks", false);

    private final String chinese;
    private final String english;
    private final boolean blocksClaim;

    StayFlag(String chinese, String english, boolean blocksClaim) {
        this.chinese = chinese;
        this.english = english;
        this.blocksClaim = blocksClaim;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    public boolean blocksClaim() {
        return blocksClaim;
    }
}
