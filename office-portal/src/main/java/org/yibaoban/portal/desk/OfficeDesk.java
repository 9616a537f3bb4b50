package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.money.Money;
import org.yibaoban.office.desk.DepartmentOverview;
import org.yibaoban.office.desk.OfficeBoard;

/** The office's overview of departments against their quotas, for one month. */
@Named
@ViewScoped
public class OfficeDesk implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private OfficeBoard board;

    @Inject
    private Today today;

    private YearMonth month;
    private List<DepartmentOverview> departments = List.of();

    /** Begins with this month. */
    @PostConstruct
    public void open() {
        month = today.month();
        refresh();
    }

    public void refresh() {
        // a list of our own: the table sorts it in place
        departments = new ArrayList<>(board.overview(month));
    }

    public void earlier() {
        month = month.minusMonths(1);
        refresh();
    }

    public void later() {
        month = month.plusMonths(1);
        refresh();
    }

    public YearMonth getMonth() {
        return month;
    }

    public List<DepartmentOverview> getDepartments() {
        return departments;
    }

    public Money getCharges() {
        return Money.sum(departments.stream().map(DepartmentOverview::charges).toList());
    }

    public int getOpenStays() {
        return departments.stream().mapToInt(DepartmentOverview::openStays).sum();
    }

    /** How many departments have reached a warning level. */
    public long getWarned() {
        return departments.stream()
                .filter(department -> department.levelReached().isPresent())
                .count();
    }

    /** The warning level as the pages' colours and words know it: 0 below the first, else 80, 90 or 100. */
    public int level(DepartmentOverview department) {
        return QuotaLevel.shown(department);
    }
}
