package org.yibaoban.office.report;

import java.util.List;
import org.yibaoban.audit.AuditRule;
import org.yibaoban.money.Money;
import org.yibaoban.store.AuditFindings.Group;

/** One thing that a self-inspection looks at, what the figures say of it, and whether it is as it should be. */
record InspectionRow(String chinese, String english, String evidence, Verdict verdict) {

    enum Verdict {
        MET("符合 met"),
        TO_MEND("需整改 to be mended"),
        /** Nothing to hold it against. */
        SHOWN("已列示 shown"),
        NO_FIGURE("当月无数据 no figure"),
        BY_HAND("由医保办据实填写 for the office to fill in");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        static Verdict of(boolean met) {
            return met ? MET : TO_MEND;
        }
    }

    /** What no figure can attest. */
    static InspectionRow byHand(String chinese, String english) {
        return new InspectionRow(chinese, english, Cells.NONE, Verdict.BY_HAND);
    }

    /** By what the audit found in the month; it is met when nothing of it stands any more. */
    static InspectionRow audited(String chinese, String english, List<Group> found, List<AuditRule> rules) {
        List<Group> ours = found.stream()
                .filter(group -> rules.contains(AuditRule.valueOf(group.key())))
                .toList();
        long all = ours.stream().mapToLong(Group::found).sum();
        long standing = ours.stream().mapToLong(Group::standing).sum();
        Money atStake = Money.sum(ours.stream().map(Group::atStake).toList());
        return new InspectionRow(
                chinese,
                english,
                "审核发现 found " + all + "，未办结 open " + standing + "，涉及 at stake " + atStake + " 元",
                Verdict.of(standing == 0));
    }

    List<Object> cells() {
        return List.of(chinese + " " + english, evidence, verdict.words);
    }
}
