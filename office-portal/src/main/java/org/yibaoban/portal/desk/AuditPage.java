package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.yibaoban.audit.AuditRule;
import org.yibaoban.audit.Severity;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.Users;
import org.yibaoban.office.audit.AuditDesk;
import org.yibaoban.office.audit.FindingView;
import org.yibaoban.portal.i18n.Language;
import org.yibaoban.portal.security.Role;
import org.yibaoban.portal.security.SignedIn;

/** The office's work list of findings, and what is done about the one that is chosen. */
@Named
@ViewScoped
public class AuditPage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** As many as one works through; the filter finds the rest. */
    private static final int SHOWN = 500;

    @Inject
    private AuditDesk desk;

    @Inject
    private Users users;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    @Inject
    private Language language;

    private final FindingFilter filter = new FindingFilter();
    private List<FindingRow> findings = List.of();
    private FindingRow chosen;
    private List<FindingView.Event> events = List.of();
    private String words = "";
    private String assignee = "";
    private List<String> officers;

    @PostConstruct
    public void refresh() {
        // a list of our own: the table sorts it in place
        findings = new ArrayList<>(desk.list(filter.query(), SHOWN).stream()
                .map(finding -> FindingRow.of(finding, language))
                .toList());
    }

    /** Opens a finding beside the list. */
    public void choose(FindingRow row) {
        chosen = row;
        words = "";
        events = desk.events(row.id());
    }

    /** To oneself where nobody else is chosen. */
    public void assign() {
        String to = assignee.isBlank() ? me.user().username() : assignee;
        act(id -> desk.assign(id, to, me.user().username()), "audit.assigned");
    }

    /** Who a finding can be given to. */
    public List<String> getOfficers() {
        if (officers == null) {
            officers = users.having(Role.INSURANCE_OFFICER.key());
        }
        return officers;
    }

    /** Blank for oneself. */
    public String getAssignee() {
        return assignee;
    }

    public void setAssignee(String assignee) {
        this.assignee = assignee == null ? "" : assignee;
    }

    public void ask() {
        act(id -> desk.ask(id, words, me.user().username()), "audit.asked");
    }

    public void overrule() {
        act(id -> desk.overrule(id, words, me.user().username()), "audit.overruled");
    }

    public void agree() {
        act(id -> desk.agree(id, me.user().username()), "audit.overruled");
    }

    public void decline() {
        act(id -> desk.decline(id, words, me.user().username()), "audit.declined");
    }

    private void act(Consumer<Long> deed, String done) {
        if (!me.isOfficer()) {
            notices.refused(ReasonCode.NOT_ALLOWED, "audit");
            return;
        }
        long id = chosen.id();
        try {
            deed.accept(id);
            notices.done(done);
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        FindingView now = desk.find(id);
        choose(FindingRow.of(now, language));
        refresh();
    }

    public AuditRule[] getRules() {
        return AuditRule.values();
    }

    public Severity[] getSeverities() {
        return Severity.values();
    }

    public FindingFilter getFilter() {
        return filter;
    }

    public List<FindingRow> getFindings() {
        return findings;
    }

    public Money getMoney() {
        return Money.sum(findings.stream().map(row -> row.finding().amount()).toList());
    }

    /** Null until one is chosen. */
    public FindingRow getChosen() {
        return chosen;
    }

    /** Whether something can still be done about the chosen one. */
    public boolean isOpen() {
        return chosen != null && chosen.finding().state().stands();
    }

    /** Whether the chosen one waits for a second person. */
    public boolean isProposed() {
        return isOpen() && !chosen.finding().proposedBy().isBlank();
    }

    public List<FindingView.Event> getEvents() {
        return events;
    }

    /** Question or reason. */
    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words == null ? "" : words;
    }
}
