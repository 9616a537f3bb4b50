package org.yibaoban.office.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.yibaoban.complaint.Complaint;
import org.yibaoban.complaint.ComplaintCount;
import org.yibaoban.complaint.FiledComplaint;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.RequiredText;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.store.Complaints;

/** Takes complaints, has them answered by a day, and counts them. Callers see to it that only the office does. */
@ApplicationScoped
public class ComplaintDesk {

    private static final int LONGEST_NAME = 100;

    @Inject
    private Complaints complaints;

    @Inject
    private Hospital hospital;

    @Inject
    private Clock clock;

    /** @throws OfficeRefused COMPLAINT_FAULT when it says nothing, is too long, or names no department of the hospital */
    @Transactional
    public void take(Complaint complaint, String by) {
        boolean known = complaint.department().isEmpty()
                || hospital.department(complaint.department()).isPresent();
        if (!complaint.isWhole() || !known) {
            throw new OfficeRefused(ReasonCode.COMPLAINT_FAULT, "1 – " + Complaint.LONGEST_TEXT, "");
        }
        complaints.add(complaint, by, clock.instant());
    }

    /**
     * @param due last day for the answer, not before today
     * @throws OfficeRefused COMPLAINT_DUE for a day gone by or nobody; COMPLAINT_CLOSED when it is answered already
     */
    @Transactional
    public void assign(long id, String to, LocalDate due) {
        String name = to == null ? "" : to.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || due == null || due.isBefore(LocalDate.now(clock))) {
            throw new OfficeRefused(ReasonCode.COMPLAINT_DUE, "complaint " + id, "");
        }
        open(id, complaints.assign(id, name, due));
    }

    /** @throws OfficeRefused REASON_MISSING without words; COMPLAINT_CLOSED when it is answered already */
    @Transactional
    public void answer(long id, String words, boolean justified, String by) {
        String answer = RequiredText.of(words);
        open(id, complaints.answer(id, new FiledComplaint.Answer(answer, justified, by, clock.instant())));
    }

    private static void open(long id, boolean was) {
        if (!was) {
            throw new OfficeRefused(ReasonCode.COMPLAINT_CLOSED, "complaint " + id, "");
        }
    }

    /** The unanswered first, the most urgent on top. */
    @Transactional
    public List<FiledComplaint> latest(int limit) {
        return complaints.latest(limit);
    }

    /** Of what was taken in a month, by department. */
    @Transactional
    public List<ComplaintCount> month(YearMonth month) {
        ZoneId zone = clock.getZone();
        return complaints.count(
                month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant(),
                LocalDate.now(clock),
                zone.getId());
    }
}
