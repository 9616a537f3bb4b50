package org.yibaoban.quota.casegroup;

/**
 * The case-based group that a stay was put into.
 *
 * @param code DRG or DIP code, such as {@code FM19}
 */
public record CaseGroup(String code, Source source) {

    /** Who put the stay into its group, the strongest word first. */
    public enum Source {
        PAYER("医保反馈", "payer's grouper"),
        HIS("医院上报", "told by the HIS"),
        TABLE("分组对照表", "grouping table");

        private final String chinese;
        private final String english;

        Source(String chinese, String english) {
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

    /** @throws IllegalArgumentException when the code is blank */
    public CaseGroup {
        if (code.isBlank()) {
            throw new IllegalArgumentException("a group has a code");
        }
    }
}
