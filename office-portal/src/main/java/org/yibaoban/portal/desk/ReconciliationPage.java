package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.yibaoban.office.reconciliation.DifferenceRepair;
import org.yibaoban.office.reconciliation.ReconciliationDesk;
import org.yibaoban.portal.security.SignedIn;
import org.yibaoban.settlement.Step;
import org.yibaoban.settlement.reconciliation.DifferenceOnFile;
import org.yibaoban.settlement.reconciliation.DifferenceOnFile.Action;
import org.yibaoban.settlement.reconciliation.DifferenceOnFile.Pair;
import org.yibaoban.settlement.reconciliation.DifferenceState;
import org.yibaoban.settlement.reconciliation.Period;
import org.yibaoban.settlement.reconciliation.PeriodStanding;
import org.yibaoban.settlement.reconciliation.TillSum;

/** Days and months with how they stand, the differences of the chosen one, and what is done about one of them. */
@Named
@ViewScoped
public class ReconciliationPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ReconciliationDesk desk;

    @Inject
    private DifferenceRepair repair;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    @Inject
    private Today today;

    private transient List<PeriodStanding> periods;
    private transient PeriodStanding period;
    private transient List<DifferenceOnFile> differences;
    private transient List<TillSum> till;
    private LocalDate day;
    private boolean month;
    private long periodId;
    private long differenceId;
    private String words = "";

    @PostConstruct
    public void open() {
        day = today.day().minusDays(1);
    }

    /** Asks the payer about the wanted day, or its month. */
    public void reconcile() {
        Period wanted = month ? Period.month(YearMonth.from(day)) : Period.day(day);
        act(() -> {
            PeriodStanding standing = desk.reconcile(wanted, me.user().username());
            choose(standing.id());
            return standing.error().isEmpty() ? "recon.asked" : "recon.noAnswer";
        });
    }

    /** Asks about the chosen period again. */
    public void again() {
        Period wanted = getPeriod().period();
        act(() -> {
            String error = desk.reconcile(wanted, me.user().username()).error();
            return error.isEmpty() ? "recon.asked" : "recon.noAnswer";
        });
    }

    /** Opens a period. */
    public void choose(long period) {
        periodId = period;
        differenceId = 0;
        forget();
    }

    /** Opens a difference of the period. */
    public void look(long difference) {
        differenceId = difference;
        words = "";
    }

    public void askStatus() {
        act(() -> {
            repair.askStatus(differenceId, me.user().username());
            return "recon.didAsk";
        });
    }

    public void resend() {
        act(() -> {
            repair.resend(differenceId, me.user().username());
            return "recon.didResend";
        });
    }

    public void accept() {
        act(() -> {
            repair.accept(differenceId, words, me.user().username());
            return "recon.didAccept";
        });
    }

    public void explain() {
        act(() -> {
            repair.explain(differenceId, words, me.user().username());
            return "recon.didExplain";
        });
    }

    public void present() {
        act(() -> {
            desk.present(periodId, me.user().username());
            return "recon.didPresent";
        });
    }

    public void close() {
        act(() -> {
            desk.close(periodId, me.user().username());
            return "recon.didClose";
        });
    }

    public void sendBack() {
        act(() -> {
            desk.sendBack(periodId);
            return "recon.didSendBack";
        });
    }

    private void act(Supplier<String> deed) {
        notices.tell(deed);
        forget();
    }

    /** What is shown is read anew, once for a request. */
    private void forget() {
        periods = null;
        period = null;
        differences = null;
        till = null;
    }

    public List<PeriodStanding> getPeriods() {
        if (periods == null) {
            // a list of our own: the table sorts it in place
            periods = new ArrayList<>(desk.newest());
        }
        return periods;
    }

    /** Null until one is chosen. */
    public PeriodStanding getPeriod() {
        if (period == null && periodId != 0) {
            // the list shows the newest only, and the chosen one may be older
            period = desk.find(periodId);
        }
        return period;
    }

    public List<DifferenceOnFile> getDifferences() {
        if (differences == null) {
            differences = periodId == 0 ? List.of() : new ArrayList<>(desk.differences(periodId));
        }
        return differences;
    }

    /** What the cashiers took in the chosen period, by method. */
    public List<TillSum> getTill() {
        if (till == null) {
            till = desk.till(periodId);
        }
        return till;
    }

    /** Null until one is chosen. */
    public DifferenceOnFile getDifference() {
        return getDifferences().stream()
                .filter(one -> one.id() == differenceId)
                .findFirst()
                .orElse(null);
    }

    public List<Pair> getAmounts() {
        return differenceId == 0 ? List.of() : desk.amounts(differenceId);
    }

    public List<Step<Action>> getSteps() {
        return differenceId == 0 ? List.of() : desk.steps(differenceId);
    }

    /** Whether the chosen difference can still be dealt with. */
    public boolean isWorkable() {
        return getPeriod().state().isOpen()
                && getDifference().kind().needsAPerson()
                && getDifference().state() != DifferenceState.GONE;
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
    }

    public boolean isMonth() {
        return month;
    }

    public void setMonth(boolean month) {
        this.month = month;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
