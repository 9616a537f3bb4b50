package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.yibaoban.office.review.ReviewDesk;
import org.yibaoban.portal.security.SignedIn;
import org.yibaoban.review.DrugRank;

/** The first drugs of a month, by amount or by quantity. */
@Named
@ViewScoped
public class DrugRanking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    @Inject
    private ReviewDesk desk;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    @Inject
    private Today today;

    private MonthField month;
    private String department = "";
    private String doctor = "";
    private boolean byQuantity;
    private transient List<DrugRank> drugs;

    @PostConstruct
    public void open() {
        month = new MonthField(today.month());
    }

    /** Here, not while the page is written: what is wrong with the month must stand among the messages. */
    public void rank() {
        drugs = read();
    }

    public List<DrugRank> getDrugs() {
        if (drugs == null) {
            drugs = read();
        }
        return drugs;
    }

    private List<DrugRank> read() {
        return month.read(
                chosen -> desk.ranking(chosen, department, doctor.strip(), byQuantity, SHOWN, me.user()), notices);
    }

    public MonthField getMonth() {
        return month;
    }

    public String getDepartment() {
        return department;
    }

    public void setDepartment(String department) {
        this.department = department == null ? "" : department;
    }

    public String getDoctor() {
        return doctor;
    }

    public void setDoctor(String doctor) {
        this.doctor = doctor == null ? "" : doctor;
    }

    public boolean isByQuantity() {
        return byQuantity;
    }

    public void setByQuantity(boolean byQuantity) {
        this.byQuantity = byQuantity;
    }
}
