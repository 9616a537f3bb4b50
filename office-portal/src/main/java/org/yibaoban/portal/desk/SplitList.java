package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.office.review.ReviewDesk;
import org.yibaoban.review.SplitPrescriptions;

/** Split prescriptions of a month, for the office. */
@Named
@ViewScoped
public class SplitList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ReviewDesk desk;

    @Inject
    private Notices notices;

    @Inject
    private Today today;

    private String month;
    private transient List<SplitPrescriptions> found;

    @PostConstruct
    public void open() {
        month = today.month().toString();
    }

    /** Here, not while the page is written: what is wrong with the month must stand among the messages. */
    public void look() {
        found = read();
    }

    public List<SplitPrescriptions> getFound() {
        if (found == null) {
            found = read();
        }
        return found;
    }

    private List<SplitPrescriptions> read() {
        try {
            // a list of our own, for a table sorts it in place
            return new ArrayList<>(desk.split(YearMonth.parse(month)));
        } catch (DateTimeParseException wrong) {
            notices.fault("review.monthWrong", month);
            return List.of();
        }
    }

    public String getMonth() {
        return month;
    }

    public void setMonth(String month) {
        this.month = month == null ? "" : month;
    }
}
