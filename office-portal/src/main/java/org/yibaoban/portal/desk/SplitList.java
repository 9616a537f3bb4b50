package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
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

    private MonthField month;
    private transient List<SplitPrescriptions> found;

    @PostConstruct
    public void open() {
        month = new MonthField(today.month());
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
        // a list of our own, for a table sorts it in place
        return month.read(chosen -> new ArrayList<>(desk.split(chosen)), notices);
    }

    public MonthField getMonth() {
        return month;
    }
}
