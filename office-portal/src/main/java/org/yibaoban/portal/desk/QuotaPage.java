package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.quota.QuotaDesk;
import org.yibaoban.portal.security.SignedIn;
import org.yibaoban.quota.Quota;
import org.yibaoban.quota.QuotaCopy.Copied;
import org.yibaoban.quota.QuotaMeasure;
import org.yibaoban.quota.QuotaPeriod;
import org.yibaoban.quota.QuotaScope;
import org.yibaoban.quota.QuotaVersion;

/** The office sets, changes and withdraws quotas, looks at who changed them, and copies last year's. */
@Named
@ViewScoped
public class QuotaPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private QuotaDesk desk;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    @Inject
    private Today today;

    private List<QuotaVersion> quotas = List.of();
    private QuotaForm form;
    // what was looked at when the form was opened: a change by another person since is refused
    private QuotaVersion chosen;
    private List<QuotaVersion> history = List.of();
    private int copyYear;
    private BigDecimal copyPercent = BigDecimal.ZERO;
    private String copyReason = "";
    private List<Copied> preview = List.of();

    @PostConstruct
    public void open() {
        copyYear = today.month().getYear();
        fresh();
        refresh();
    }

    public void refresh() {
        // a list of our own: the table sorts it in place
        quotas = new ArrayList<>(desk.holding());
    }

    /** An empty form for another quota. */
    public void fresh() {
        chosen = null;
        history = List.of();
        form = QuotaForm.blank(today.month().getYear());
    }

    /** Opens a quota with its history. */
    public void choose(QuotaVersion version) {
        chosen = version;
        form = QuotaForm.of(version.quota());
        history = desk.history(version.number());
    }

    /** Sets a new quota, or another version of the chosen one. */
    public void save() {
        act(() -> {
            String user = me.user().username();
            if (chosen == null) {
                desk.set(form.quota(), user, form.getReason());
            } else {
                desk.change(chosen, form.quota(), user, form.getReason());
            }
        });
    }

    public void withdraw() {
        act(() -> desk.withdraw(chosen, me.user().username(), form.getReason()));
    }

    private void act(Runnable deed) {
        try {
            deed.run();
            notices.done("quota.saved");
            fresh();
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            notices.fault("quota.wrong", wrong.getMessage());
        }
        refresh();
    }

    /** What a copy would be. */
    public void look() {
        try {
            preview = desk.preview(copyYear, copyPercent);
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
    }

    public void copy() {
        try {
            desk.copy(copyYear, copyPercent, me.user().username(), copyReason);
            notices.done("quota.copied");
            copyReason = "";
            preview = List.of();
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        refresh();
    }

    public QuotaScope[] getScopes() {
        return QuotaScope.values();
    }

    public QuotaPeriod[] getPeriods() {
        return QuotaPeriod.values();
    }

    public QuotaMeasure[] getMeasures() {
        return QuotaMeasure.values();
    }

    public List<QuotaVersion> getQuotas() {
        return quotas;
    }

    public QuotaForm getForm() {
        return form;
    }

    public boolean isChanging() {
        return chosen != null;
    }

    public List<QuotaVersion> getHistory() {
        return history;
    }

    public List<Copied> getPreview() {
        return preview;
    }

    public int getCopyYear() {
        return copyYear;
    }

    public void setCopyYear(int copyYear) {
        this.copyYear = copyYear;
    }

    public BigDecimal getCopyPercent() {
        return copyPercent;
    }

    public void setCopyPercent(BigDecimal copyPercent) {
        this.copyPercent = copyPercent == null ? BigDecimal.ZERO : copyPercent;
    }

    /** The warning levels in percent. */
    public String levels(Quota quota) {
        return QuotaForm.levels(quota);
    }

    public String getCopyReason() {
        return copyReason;
    }

    public void setCopyReason(String copyReason) {
        this.copyReason = copyReason;
    }
}
