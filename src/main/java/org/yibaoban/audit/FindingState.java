package org.yibaoban.audit;

import java.util.EnumSet;
import java.util.Set;

/** Life of a finding. */
public enum FindingState {
    /** Nobody has looked at it. */
    OPEN("待处理", "Open"),
    /** Somebody of the office has it. */
    ASSIGNED("已分派", "Assigned"),
    /** The department is asked. */
    ASKED("已询问科室", "Department asked"),
    /** The department has answered. */
    ANSWERED("科室已答复", "Department answered"),
    /** It no longer holds the claim, with a named reason. */
    OVERRULED("已豁免", "Overruled"),
    /** The rules no longer find it. */
    MENDED("已整改", "Mended");

    /** States in which something is still to be done. */
    public static final Set<FindingState> STANDING = EnumSet.of(OPEN, ASSIGNED, ASKED, ANSWERED);

    private final String chinese;
    private final String english;

    FindingState(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    public boolean stands() {
        return STANDING.contains(this);
    }
}
