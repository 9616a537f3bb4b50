package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.deduction.DeductionDesk;
import org.yibaoban.portal.security.SignedIn;
import org.yibaoban.settlement.Step;
import org.yibaoban.settlement.deduction.Deduction;
import org.yibaoban.settlement.deduction.DeductionState;
import org.yibaoban.settlement.deduction.DepartmentCost;
import org.yibaoban.settlement.deduction.Evidence;

/** Deductions with what is left of their deadlines, the appeal against one of them, and what they cost. */
@Named
@ViewScoped
public class DeductionPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private DeductionDesk desk;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    @Inject
    private Today today;

    private transient List<Deduction> deductions;
    private transient Deduction chosen;
    private transient List<DepartmentCost> costs;
    /** Lives for the request that brings it only. */
    private transient Part file;

    private DeductionForm form;
    private int year;
    private long chosenId;
    private String words = "";
    private BigDecimal returned = BigDecimal.ZERO;

    @PostConstruct
    public void open() {
        year = today.day().getYear();
        form = new DeductionForm(today.day());
    }

    public void enter() {
        act(() -> {
            choose(desk.enter(form.entry(), me.user().username()));
            form = new DeductionForm(today.day());
            return "deduct.didEnter";
        });
    }

    /** Opens a deduction. */
    public void choose(long deduction) {
        chosenId = deduction;
        words = "";
        returned = BigDecimal.ZERO;
        forget();
    }

    public void concede() {
        act(() -> {
            desk.concede(chosenId, words, me.user().username());
            return "deduct.didConcede";
        });
    }

    public void appeal() {
        act(() -> {
            desk.appeal(chosenId, words, me.user().username());
            return "deduct.didAppeal";
        });
    }

    public void answer() {
        act(() -> {
            desk.answered(chosenId, money(returned), words, me.user().username());
            return "deduct.didAnswer";
        });
    }

    public void keep() {
        act(() -> {
            if (file == null || file.getSubmittedFileName().isBlank() || file.getSize() > DeductionDesk.MOST_BYTES) {
                throw new OfficeRefused(ReasonCode.DEDUCTION_EVIDENCE, "deduction " + chosenId, "");
            }
            String name = Path.of(file.getSubmittedFileName()).getFileName().toString();
            desk.keep(chosenId, name, content(file), me.user().username());
            return "deduct.didKeep";
        });
    }

    private static byte[] content(Part part) {
        try (var in = part.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws OfficeRefused when it is finer than a fen */
    static Money money(BigDecimal yuan) {
        try {
            return new Money(yuan);
        } catch (ArithmeticException e) {
            throw new OfficeRefused(ReasonCode.DEDUCTION_ENTRY, yuan.toPlainString(), "");
        }
    }

    private void act(Supplier<String> deed) {
        if (notices.tell(deed)) {
            words = "";
        }
        forget();
    }

    /** What is shown is read anew, once for a request. */
    private void forget() {
        deductions = null;
        chosen = null;
        costs = null;
    }

    public List<Deduction> getDeductions() {
        if (deductions == null) {
            // a list of our own: the table sorts it in place
            deductions = new ArrayList<>(desk.newest());
        }
        return deductions;
    }

    public List<DepartmentCost> getCosts() {
        if (costs == null) {
            costs = new ArrayList<>(desk.costs(year));
        }
        return costs;
    }

    /** Null until one is chosen. */
    public Deduction getChosen() {
        if (chosen == null && chosenId != 0) {
            // the list ends with what is decided, and the chosen one may be beyond its end
            chosen = desk.find(chosenId).orElse(null);
        }
        return chosen;
    }

    public List<Step<DeductionState>> getSteps() {
        return desk.steps(chosenId);
    }

    public List<Evidence> getEvidence() {
        return desk.evidence(chosenId);
    }

    public boolean isAppealable() {
        return getChosen().mayBeAppealed(today.day());
    }

    public boolean isConcedable() {
        return getChosen().state().leadsTo(DeductionState.CONCEDED);
    }

    public boolean isAppealed() {
        return getChosen().state() == DeductionState.APPEALED;
    }

    /** Days left for an appeal; negative when it is late. */
    public long daysLeft(Deduction one) {
        return one.daysLeft(today.day());
    }

    public DeductionForm getForm() {
        return form;
    }

    public int getYear() {
        return year;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public BigDecimal getReturned() {
        return returned;
    }

    public void setReturned(BigDecimal returned) {
        this.returned = returned;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
