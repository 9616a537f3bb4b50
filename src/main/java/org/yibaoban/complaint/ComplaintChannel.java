package org.yibaoban.complaint;

/** How a complaint came in. */
public enum ComplaintChannel {
    WINDOW("窗口", "At the window"),
    PHONE("电话", "By phone"),
    HOTLINE("12345/12393 热线", "Hotline 12345/12393"),
    LETTER("书信网络", "In writing"),
    PAYER("医保经办机构转办", "Passed on by the payer");

    private final String chinese;
    private final String english;

    ComplaintChannel(String chinese, String english) {
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
