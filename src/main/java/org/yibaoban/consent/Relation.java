package org.yibaoban.consent;

/** Who signs (条例 Art. 15): the patient, or a near relative or guardian where the patient cannot. */
public enum Relation {
    SELF("本人", "Patient"),
    SPOUSE("配偶", "Spouse"),
    CHILD("子女", "Son or daughter"),
    PARENT("父母", "Father or mother"),
    SIBLING("兄弟姐妹", "Brother or sister"),
    OTHER_RELATIVE("其他近亲属", "Other near relative"),
    GUARDIAN("监护人", "Guardian");

    private final String chinese;
    private final String english;

    Relation(String chinese, String english) {
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
