package org.yibaoban.portal.desk;

import java.util.List;
import org.yibaoban.office.audit.FindingView;
import org.yibaoban.portal.i18n.Language;

/** A finding with the words of the user's language. */
public record FindingRow(FindingView finding, String rule, String severity, String state, String why) {

    private static final int SHOWN = 20;

    static FindingRow of(FindingView finding, Language language) {
        return new FindingRow(
                finding,
                language.pick(finding.rule().chinese(), finding.rule().english()),
                language.pick(finding.severity().chinese(), finding.severity().english()),
                language.pick(finding.state().chinese(), finding.state().english()),
                language.pick(finding.chinese(), finding.english()));
    }

    public long id() {
        return finding.id();
    }

    /** The first of the lines that it is about; a finding about an item may be about thousands. */
    public List<String> firstLines() {
        return finding.lines().subList(0, Math.min(finding.lines().size(), SHOWN));
    }

    /** How many lines are not shown. */
    public int moreLines() {
        return Math.max(0, finding.lines().size() - SHOWN);
    }
}
