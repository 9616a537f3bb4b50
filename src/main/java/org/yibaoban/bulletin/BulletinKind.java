package org.yibaoban.bulletin;

/** A notice is of the day, a policy is looked up again. */
public enum BulletinKind {
    NOTICE("通知", "Notice"),
    POLICY("政策", "Policy");

    private final String chinese;
    private final String english;

    BulletinKind(String chinese, String english) {
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
