package org.yibaoban.audit;

/** What was done about a finding, by the rules or by a person. */
public enum FindingDeed {
    FOUND("发现", "Found"),
    /** It stands on other lines or on other money than before. */
    CHANGED("变更", "Changed"),
    /** It was overruled and then changed. */
    REOPENED("重新打开", "Opened again"),
    MENDED("整改", "Mended"),
    ASSIGNED("分派", "Assigned"),
    ASKED("询问科室", "Department asked"),
    ANSWERED("科室答复", "Department answered"),
    /** A first person wants it overruled; a second must agree. */
    PROPOSED("提请豁免", "Overruling proposed"),
    DECLINED("不同意豁免", "Overruling declined"),
    OVERRULED("豁免", "Overruled");

    private final String chinese;
    private final String english;

    FindingDeed(String chinese, String english) {
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
