package org.yibaoban.portal.desk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.report.KeptReport;
import org.yibaoban.office.report.ReportDesk;
import org.yibaoban.office.report.ReportKind;
import org.yibaoban.office.report.ReportPlan;
import org.yibaoban.portal.security.SignedIn;

/** Plans of reports, how far those are that are being made, what was kept, and what hangs on the notice board. */
@Named
@ViewScoped
public class ReportJobsPanel implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final LocalTime EARLY = LocalTime.of(6, 0);

    @Inject
    private ReportDesk desk;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    private ReportKind kind = ReportKind.MONTH;
    private boolean posting;
    private int day = 1;
    private LocalTime time = EARLY;
    private transient List<ReportPlan> plans;
    private transient List<KeptReport> jobs;
    private transient List<KeptReport> published;

    /** From now on each month. */
    public void plan() {
        act(() -> desk.plan(kind, posting, day, time, user()), "reports.planned");
    }

    public void end(long plan) {
        act(() -> desk.end(plan, user()), "reports.ended");
    }

    /** Asks for the report that is looked at. */
    public void keep(ReportKind wanted, YearMonth month, boolean masked) {
        act(() -> desk.ask(wanted, month, masked, user()), "reports.asked");
    }

    public void publish(long job) {
        act(() -> desk.publish(job, user()), "reports.published");
    }

    private void act(Runnable deed, String done) {
        try {
            deed.run();
            notices.done(done);
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        refresh();
    }

    private String user() {
        return me.user().username();
    }

    /** Reads anew. */
    public void refresh() {
        plans = null;
        jobs = null;
        published = null;
    }

    public List<ReportPlan> getPlans() {
        if (plans == null) {
            plans = desk.plans();
        }
        return plans;
    }

    public List<KeptReport> getJobs() {
        if (jobs == null) {
            // a list of our own: the table sorts it in place
            jobs = new ArrayList<>(desk.latest());
        }
        return jobs;
    }

    public List<KeptReport> getPublished() {
        if (published == null) {
            published = desk.published();
        }
        return published;
    }

    public ReportKind getKind() {
        return kind;
    }

    public void setKind(ReportKind kind) {
        this.kind = kind;
    }

    public boolean isPosting() {
        return posting;
    }

    public void setPosting(boolean posting) {
        this.posting = posting;
    }

    public int getDay() {
        return day;
    }

    public void setDay(int day) {
        this.day = day;
    }

    public LocalTime getTime() {
        return time;
    }

    public void setTime(LocalTime time) {
        this.time = time;
    }
}
