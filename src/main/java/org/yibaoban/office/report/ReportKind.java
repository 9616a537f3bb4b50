package org.yibaoban.office.report;

import java.util.Locale;

/** The reports of a month that the office makes. */
public enum ReportKind {
    /** For the month's meeting. */
    MONTH("医保费用月报", "Insurance costs"),
    /** In the sections that the payer asks hospitals to inspect themselves by. */
    SELF_INSPECTION("医保基金使用情况自查报告", "Self-inspection of the use of the funds"),
    DRUGS("药品使用排名", "Ranking of drugs"),
    OVERRUNS("超支排名", "Ranking of overruns"),
    /** What the payer brings, held against what was charged and against the quotas. */
    PAYERS("医保拨付与定额执行对照表", "Payer statement against quota"),
    YEAR_ON_YEAR("同期对比", "Year on year");

    private final String chinese;
    private final String english;

    ReportKind(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** The word in names of files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
