package org.yibaoban.benefit;

/** Why a visit for a chronic or special disease is settled like any other outpatient visit. */
public enum DiseaseGap {
    NOT_REGISTERED("未备案该病种", "not registered for the disease"),
    NOT_YET("备案尚未生效", "the registration does not hold yet"),
    EXPIRED("备案已过期", "the registration has expired"),
    OTHER_HOSPITAL("备案的定点医院不是本院", "the registration is for another hospital"),
    NOT_IN_PLAN("待遇方案未列该病种", "the plan has no terms for the disease");

    private final String chinese;
    private final String english;

    DiseaseGap(String chinese, String english) {
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
