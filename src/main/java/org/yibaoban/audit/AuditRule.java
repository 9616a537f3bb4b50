package org.yibaoban.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.yibaoban.audit.AuditScope.Kind;

/** The rules of spec/audit.md, in its order; each is defined at its check. */
public enum AuditRule {
    SEX_LIMIT("限性别", "Limited to a sex", Kind.LINE, LimitChecks::sex),
    AGE_LIMIT("限年龄", "Limited to an age", Kind.LINE, LimitChecks::age),
    INSURANCE_LIMIT("限险种", "Limited to an insurance", Kind.LINE, LimitChecks::insurance),
    LEVEL_LIMIT("限医院等级", "Limited to a hospital level", Kind.LINE, LimitChecks::level),
    DIAGNOSIS_LIMIT("限适应症", "Limited to diagnoses", Kind.LINE, LimitChecks::diagnosis),
    VISIT_LIMIT("限就医方式", "Limited to a visit type", Kind.LINE, LimitChecks::visit),
    OVER_PRICE("超标准收费", "Above the price limit", Kind.LINE, ItemChecks::overPrice),
    UNMAPPED("自立项目", "Item without national code", Kind.LINE, ItemChecks::unmapped),
    SUBSTITUTION("串换", "Charged other than ordered", Kind.LINE, ItemChecks::substitution),
    NO_CONSENT("自费未知情同意", "Self-paid without consent", Kind.LINE, ItemChecks::noConsent),
    TAKE_HOME_EXCESS("出院带药超量", "Too much to take home", Kind.LINE, PrescriptionChecks::takeHome),
    PRESCRIPTION_DAYS("处方超量", "Prescribed for too long", Kind.LINE, PrescriptionChecks::outpatient),
    OVER_DAY_MAX("超频次(日)", "Too often on a day", Kind.DAY, FrequencyChecks::overDayMax),
    OVER_STAY_MAX("超频次(次住院)", "Too often in a stay", Kind.ITEM, FrequencyChecks::overStayMax),
    REPEAT_EXAM("重复检查", "Repeated too soon", Kind.ITEM, FrequencyChecks::repeat),
    EXCLUSIVE("互斥重复收费", "Items that exclude each other", Kind.DAY, CombinationChecks::exclusive),
    SAME_THERAPY("重复用药", "Drugs that double each other", Kind.DAY, CombinationChecks::sameTherapy),
    COMPONENT("分解收费", "A whole and its part", Kind.DAY, CombinationChecks::component),
    BED_DAYS("床位费超住院天数", "More bed days than days", Kind.BEDS, StayChecks::bedDays),
    ON_LEAVE("请假期间收费", "Charged on leave", Kind.LEAVES, StayChecks::onLeave),
    IDLE_STAY("挂床住院", "Bed held without treatment", Kind.IDLE, IdleStayCheck::check),
    SPLIT_ADMISSION("分解住院", "Stay split in two", Kind.VISIT, VisitChecks::splitAdmission),
    OVERLAP("住院期间重复就诊", "Visits at the same time", Kind.VISIT, VisitChecks::overlap),
    EXAM_ONLY("低标准入院", "Admitted for examinations only", Kind.SHARES, ShareChecks::examOnly),
    SELF_PAY_SHARE("自费占比超标", "Too large a self-paid share", Kind.SHARES, ShareChecks::selfPay),
    IDENTITY("冒名就医", "Identity not verified", Kind.VISIT, VisitChecks::identity);

    private final String chinese;
    private final String english;
    private final Kind scope;
    private final Check check;

    AuditRule(String chinese, String english, Kind scope, Check check) {
        this.chinese = chinese;
        this.english = english;
        this.scope = scope;
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

    /** What it looks at in one go. */
    public Kind scope() {
        return scope;
    }

    Check check() {
        return check;
    }
}
