package org.yibaoban.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The rules of spec/audit.md, in its order; each is defined at its check. */
public enum AuditRule {
    SEX_LIMIT("限性别", "Limited to a sex", LimitChecks::sex),
    AGE_LIMIT("限年龄", "Limited to an age", LimitChecks::age),
    INSURANCE_LIMIT("限险种", "Limited to an insurance", LimitChecks::insurance),
    LEVEL_LIMIT("限医院等级", "Limited to a hospital level", LimitChecks::level),
    DIAGNOSIS_LIMIT("限适应症", "Limited to diagnoses", LimitChecks::diagnosis),
    VISIT_LIMIT("限就医方式", "Limited to a visit type", LimitChecks::visit),
    OVER_PRICE("超标准收费", "Above the price limit", ItemChecks::overPrice),
    UNMAPPED("自立项目", "Item without national code", ItemChecks::unmapped),
    SUBSTITUTION("串换", "Charged other than ordered", ItemChecks::substitution),
    NO_CONSENT("自费未知情同意", "Self-paid without consent", ItemChecks::noConsent),
    TAKE_HOME_EXCESS("出院带药超量", "Too much to take home", PrescriptionChecks::takeHome),
    PRESCRIPTION_DAYS("处方超量", "Prescribed for too long", PrescriptionChecks::outpatient),
    OVER_DAY_MAX("超频次(日)", "Too often on a day", FrequencyChecks::overDayMax),
    OVER_STAY_MAX("超频次(次住院)", "Too often in a stay", FrequencyChecks::overStayMax),
    REPEAT_EXAM("重复检查", "Repeated too soon", FrequencyChecks::repeat),
    EXCLUSIVE("互斥重复收费", "Items that exclude each other", CombinationChecks::exclusive),
    SAME_THERAPY("重复用药", "Drugs that double each other", CombinationChecks::sameTherapy),
    COMPONENT("分解收费", "A whole and its part", CombinationChecks::component),
    BED_DAYS("床位费超住院天数", "More bed days than days", StayChecks::bedDays),
    ON_LEAVE("请假期间收费", "Charged on leave", StayChecks::onLeave),
    IDLE_STAY("挂床住院", "Bed held without treatment", IdleStayCheck::check),
    SPLIT_ADMISSION("分解住院", "Stay split in two", VisitChecks::splitAdmission),
    OVERLAP("住院期间重复就诊", "Visits at the same time", VisitChecks::overlap),
    EXAM_ONLY("低标准入院", "Admitted for examinations only", ShareChecks::examOnly),
    SELF_PAY_SHARE("自费占比超标", "Too large a self-paid share", ShareChecks::selfPay),
    IDENTITY("冒名就医", "Identity not verified", VisitChecks::identity);

    private final String chinese;
    private final String english;
    private final Check check;

    AuditRule(String chinese, String english, Check check) {
        this.chinese = chinese;
        this.english = english;
        this.check = check;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** The word used in configuration and case files, such as {@code sex-limit}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<AuditRule> ofKey(String key) {
        return Arrays.stream(values()).filter(rule -> rule.key().equals(key)).findFirst();
    }

    Check check() {
        return check;
    }
}
