package org.yibaoban.portal.desk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yibaoban.audit.FindingDeed;
import org.yibaoban.audit.FindingState;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.audit.AuditDesk;
import org.yibaoban.office.audit.FindingView;
import org.yibaoban.portal.i18n.Language;
import org.yibaoban.portal.security.SignedIn;

/** The findings of the stay that a ward looks at, and the answers to the office's questions. */
@Named
@ViewScoped
public class StayFindings implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private AuditDesk desk;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    @Inject
    private Language language;

    private final Map<Long, String> answers = new HashMap<>();
    private String visit = "";
    private List<FindingRow> findings;

    /** Those that stand or were overruled; what is mended is no longer the ward's. */
    public List<FindingRow> of(String number) {
        if (findings == null || !visit.equals(number)) {
            visit = number;
            findings = desk.ofVisit(Visits.number(number)).stream()
                    .filter(finding -> finding.state() != FindingState.MENDED)
                    .map(finding -> FindingRow.of(finding, language))
                    .toList();
        }
        return findings;
    }

    /** The question that the office asks last; blank where it asks none. */
    public String question(FindingRow row) {
        if (!isAsked(row)) {
            return "";
        }
        return desk.events(row.id()).stream()
                .filter(event -> event.deed() == FindingDeed.ASKED)
                .reduce((earlier, later) -> later)
                .map(FindingView.Event::text)
                .orElse("");
    }

    public boolean isAsked(FindingRow row) {
        return row.finding().state() == FindingState.ASKED;
    }

    /** The department answers. */
    public void answer(FindingRow row) {
        try {
            DepartmentScope scope = new DepartmentScope(me.user());
            desk.answer(row.id(), answers.get(row.id()), me.user().username(), scope::covers);
            notices.done("audit.answered");
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        findings = null;
    }

    public Map<Long, String> getAnswers() {
        return answers;
    }
}
