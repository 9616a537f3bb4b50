package org.yibaoban.portal.desk;

import org.yibaoban.office.audit.FindingView;
import org.yibaoban.portal.i18n.Language;

/** A finding with the words of the user's language. */
public record FindingRow(FindingView finding, String rule, String severity, String state, String why) {

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
}
