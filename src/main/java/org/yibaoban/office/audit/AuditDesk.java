package org.yibaoban.office.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.yibaoban.audit.AuditSettings;
import org.yibaoban.audit.FindingDeed;
import org.yibaoban.audit.FindingQuery;
import org.yibaoban.audit.FindingState;
import org.yibaoban.control.TwoPersons;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.RequiredText;
import org.yibaoban.office.control.Duties;
import org.yibaoban.store.AuditFindingRow;
import org.yibaoban.store.AuditFindings;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;

/**
 * What people do about findings. Each deed is noted with who did it, when and why. Callers see to it that only the
 * insurance office assigns, asks and overrules; that two persons overrule what is dear is seen to here.
 */
@ApplicationScoped
public class AuditDesk {

    @Inject
    private AuditFindings findings;

    @Inject
    private FindingBook book;

    @Inject
    private Visits visits;

    @Inject
    private AuditSettings settings;

    @Inject
    private Duties duties;

    @Inject
    private Clock clock;

    /** The work list, the dearest first. */
    @Transactional
    public List<FindingView> list(FindingQuery query, int limit) {
        return findings.search(query, limit).stream().map(FindingView::of).toList();
    }

    /** All findings of a visit, mended ones too, newest first; none for a visit that is not known. */
    @Transactional
    public List<FindingView> ofVisit(VisitNumber number) {
        return visits.find(number)
                .map(visit -> findings.all(visit).stream().map(FindingView::of).toList())
                .orElse(List.of());
    }

    /** @throws OfficeRefused when there is no such finding */
    @Transactional
    public FindingView find(long finding) {
        return findings.find(finding)
                .map(FindingView::of)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.FINDING_UNKNOWN, "finding " + finding, ""));
    }

    /** What was done about a finding, oldest first. */
    @Transactional
    public List<FindingView.Event> events(long finding) {
        return findings.events(List.of(finding)).stream()
                .map(event -> new FindingView.Event(event.at(), event.who(), event.deed(), event.text()))
                .toList();
    }

    /** @throws OfficeRefused when there is no such finding, or it is closed */
    @Transactional
    public void assign(long finding, String toUser, String by) {
        AuditFindingRow row = standing(finding);
        RequiredText.of(toUser);
        move(
                row,
                row.state() == FindingState.OPEN ? FindingState.ASSIGNED : row.state(),
                by,
                FindingDeed.ASSIGNED,
                toUser);
        row.assignedTo(toUser);
    }

    /**
     * Asks the department.
     *
     * @throws OfficeRefused when there is no such finding, it is closed, or there is no question
     */
    @Transactional
    public void ask(long finding, String question, String by) {
        move(standing(finding), FindingState.ASKED, by, FindingDeed.ASKED, RequiredText.of(question));
    }

    /**
     * The department's answer.
     *
     * @param ofDepartment whether the user may answer for a department
     * @throws OfficeRefused when there is no such finding, it is closed, another department's, or there is no answer
     */
    @Transactional
    public void answer(long finding, String answer, String by, Predicate<String> ofDepartment) {
        AuditFindingRow row = standing(finding);
        if (!ofDepartment.test(row.department())
                && !ofDepartment.test(row.visit().location().department())) {
            throw new OfficeRefused(ReasonCode.NOT_ALLOWED, "finding " + finding, "");
        }
        move(row, FindingState.ANSWERED, by, FindingDeed.ANSWERED, RequiredText.of(answer));
    }

    /**
     * Lets the claim go in spite of the finding; above the configured amount only proposes it to a second person.
     *
     * @throws OfficeRefused when there is no such finding, it is closed, or there is no reason
     */
    @Transactional
    public void overrule(long finding, String reason, String by) {
        AuditFindingRow row = standing(finding);
        String why = RequiredText.of(reason);
        if (row.amount().compareTo(settings.twoPersonsAbove()) > 0) {
            row.proposedBy(by, why);
            move(row, row.state(), by, FindingDeed.PROPOSED, why);
        } else {
            row.proposedBy("", why);
            move(row, FindingState.OVERRULED, by, FindingDeed.OVERRULED, why);
        }
    }

    /**
     * The second person agrees.
     *
     * @throws OfficeRefused when nothing is proposed, or by the same person
     */
    @Transactional
    public void agree(long finding, String by) {
        AuditFindingRow row = proposed(finding);
        duties.requireSecond(TwoPersons.OVERRULE, row.proposedBy(), by, "finding " + finding);
        move(row, FindingState.OVERRULED, by, FindingDeed.OVERRULED, row.reason());
    }

    /** The second person does not agree, or the first takes it back; the finding stands as before. */
    @Transactional
    public void decline(long finding, String why, String by) {
        AuditFindingRow row = proposed(finding);
        String words = RequiredText.of(why);
        row.proposedBy("", "");
        move(row, row.state(), by, FindingDeed.DECLINED, words);
    }

    private AuditFindingRow proposed(long finding) {
        AuditFindingRow row = standing(finding);
        if (row.proposedBy().isBlank()) {
            throw new OfficeRefused(ReasonCode.NOT_PROPOSED, "finding " + finding, "");
        }
        return row;
    }

    /** The finding as it is now, its visit locked against the rules and against other people. */
    private AuditFindingRow standing(long finding) {
        AuditFindingRow row = findings.find(finding)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.FINDING_UNKNOWN, "finding " + finding, ""));
        VisitRow visit = row.visit();
        visits.lock(visit.id());
        findings.refresh(row);
        if (!row.state().stands()) {
            throw new OfficeRefused(
                    ReasonCode.FINDING_CLOSED, "finding " + finding, row.state().english());
        }
        return row;
    }

    private void move(AuditFindingRow row, FindingState next, String by, FindingDeed deed, String text) {
        Instant now = clock.instant();
        book.change(row, () -> row.move(next, now));
        findings.note(row, now, by, deed, text);
    }
}
