package org.yibaoban.review;

/**
 * What is said of a prescription: 医院处方点评管理规范(试行) (卫医管发〔2010〕28号), Art. 16 to 19. All but the first are
 * unreasonable (不合理处方).
 */
public enum Verdict {
    REASONABLE("合理", "Reasonable"),
    /** Art. 17: form, signature, completeness. */
    IRREGULAR("不规范", "Irregular"),
    /** Art. 18: indication, choice, dose, interaction. */
    UNSUITABLE("用药不适宜", "Unsuitable"),
    /** Art. 19: no indication, high price without reason, more than is allowed, two drugs alike. */
    EXCESSIVE("超常", "Excessive");

    private final String chinese;
    private final String english;

    Verdict(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    public boolean needsReason() {
        return this != REASONABLE;
    }
}
