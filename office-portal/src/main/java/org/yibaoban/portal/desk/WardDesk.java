package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yibaoban.money.Money;
import org.yibaoban.office.desk.WardBoard;
import org.yibaoban.office.desk.WardPatient;
import org.yibaoban.portal.security.SignedIn;

/** The ward's list of patients. */
@Named
@ViewScoped
public class WardDesk implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private WardBoard board;

    @Inject
    private SignedIn me;

    @Inject
    private Today today;

    private String department = "";
    private String text = "";
    private boolean flaggedOnly;
    private List<WardPatient> patients = List.of();

    /** Reads the list anew, by what is chosen on the page. */
    @PostConstruct
    public void refresh() {
        DepartmentScope scope = new DepartmentScope(me.user());
        WardFilter filter = new WardFilter(text, flaggedOnly);
        // a list of our own: the table sorts it in place
        patients = board.patients(scope.shown(department)).stream()
                .filter(patient -> scope.covers(patient.department()))
                .filter(filter::accepts)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The day whose bills are offered to be printed. */
    public LocalDate getToday() {
        return today.day();
    }

    public boolean isAllDepartments() {
        return new DepartmentScope(me.user()).all();
    }

    public List<WardPatient> getPatients() {
        return patients;
    }

    public Money getCharges() {
        return Money.sum(patients.stream().map(WardPatient::charges).toList());
    }

    public Money getSelfPaid() {
        return Money.sum(patients.stream().map(WardPatient::selfPaid).toList());
    }

    /** How many of the patients shown have a flag. */
    public long getFlagged() {
        return patients.stream().filter(patient -> !patient.flags().isEmpty()).count();
    }

    public String getDepartment() {
        return department;
    }

    public void setDepartment(String department) {
        this.department = department == null ? "" : department;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }

    public boolean isFlaggedOnly() {
        return flaggedOnly;
    }

    public void setFlaggedOnly(boolean flaggedOnly) {
        this.flaggedOnly = flaggedOnly;
    }
}
