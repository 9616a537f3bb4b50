package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.complaint.Complaint;
import org.yibaoban.complaint.ComplaintChannel;
import org.yibaoban.complaint.ComplaintCount;
import org.yibaoban.complaint.FiledComplaint;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.complaint.ComplaintDesk;
import org.yibaoban.portal.security.SignedIn;

/** The office's complaints: taken, assigned with a due day, answered, counted by department. */
@Named
@ViewScoped
public class ComplaintPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 500;
    private static final int DAYS = 5;

    @Inject
    private ComplaintDesk desk;

    @Inject
    private SignedIn me;

    @Inject
    private Today today;

    @Inject
    private Notices notices;

    private transient List<FiledComplaint> complaints;
    private transient List<ComplaintCount> counts;
    private YearMonth month;
    private long chosen;

    private ComplaintChannel channel = ComplaintChannel.WINDOW;
    private String complainant;
    private String contact;
    private String visit;
    private String department = "";
    private String text;

    private String assignee;
    private String due;
    private String answer;
    private boolean justified;

    @PostConstruct
    void begin() {
        month = today.month();
        due = today.day().plusDays(DAYS).toString();
    }

    public void take() {
        act("complaint.taken", () -> {
            desk.take(
                    new Complaint(channel, complainant, contact, visit, department, text),
                    me.user().username());
            complainant = null;
            contact = null;
            visit = null;
            text = null;
        });
    }

    public void assign() {
        act("complaint.assigned", () -> desk.assign(chosen, assignee, day()));
    }

    public void reply() {
        act("complaint.answered", () -> {
            desk.answer(chosen, answer, justified, me.user().username());
            answer = null;
            chosen = 0;
        });
    }

    private void act(String done, Runnable deed) {
        try {
            deed.run();
            notices.done(done);
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        complaints = null;
        counts = null;
    }

    /** Null for what is no day. */
    private LocalDate day() {
        try {
            return LocalDate.parse(due == null ? "" : due.strip());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    /** Opens a complaint to be worked on, or closes it. */
    public void choose(FiledComplaint complaint) {
        chosen = chosen == complaint.id() ? 0 : complaint.id();
        assignee = complaint.assignedTo();
        due = complaint.due().orElseGet(() -> today.day().plusDays(DAYS)).toString();
        answer = null;
        justified = false;
    }

    public List<FiledComplaint> getComplaints() {
        if (complaints == null) {
            // a list of our own: the table sorts it in place
            complaints = new ArrayList<>(desk.latest(SHOWN));
        }
        return complaints;
    }

    public List<ComplaintCount> getCounts() {
        if (counts == null) {
            counts = new ArrayList<>(desk.month(month));
        }
        return counts;
    }

    public void earlier() {
        month = month.minusMonths(1);
        counts = null;
    }

    public void later() {
        month = month.plusMonths(1);
        counts = null;
    }

    public boolean isOverdue(FiledComplaint complaint) {
        return complaint.isOverdue(today.day());
    }

    public YearMonth getMonth() {
        return month;
    }

    /** 0 for none. */
    public long getChosen() {
        return chosen;
    }

    public ComplaintChannel[] getChannels() {
        return ComplaintChannel.values();
    }

    public ComplaintChannel getChannel() {
        return channel;
    }

    public void setChannel(ComplaintChannel channel) {
        this.channel = channel;
    }

    public String getComplainant() {
        return complainant;
    }

    public void setComplainant(String complainant) {
        this.complainant = complainant;
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }

    public String getVisit() {
        return visit;
    }

    public void setVisit(String visit) {
        this.visit = visit;
    }

    public String getDepartment() {
        return department;
    }

    public void setDepartment(String department) {
        this.department = department;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getAssignee() {
        return assignee;
    }

    public void setAssignee(String assignee) {
        this.assignee = assignee;
    }

    public String getDue() {
        return due;
    }

    public void setDue(String due) {
        this.due = due;
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }

    public boolean isJustified() {
        return justified;
    }

    public void setJustified(boolean justified) {
        this.justified = justified;
    }
}
