package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.clearing.ClearingDesk;
import org.yibaoban.office.clearing.ClearingIntake;
import org.yibaoban.portal.security.SignedIn;
import org.yibaoban.settlement.clearing.Ageing;
import org.yibaoban.settlement.clearing.ClaimStanding;
import org.yibaoban.settlement.clearing.ClearingLine;
import org.yibaoban.settlement.clearing.ClearingMonth;
import org.yibaoban.settlement.clearing.ClearingPayment;
import org.yibaoban.settlement.clearing.PaymentPart;
import org.yibaoban.settlement.clearing.PaymentState;

/** What the payer owes by month and age, the claims of one month, the payments and how one gets in. */
@Named
@ViewScoped
public class ClearingPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ClearingDesk desk;

    @Inject
    private ClearingIntake intake;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    @Inject
    private Today today;

    private transient List<ClearingMonth> months;
    private transient List<ClaimStanding> claims;
    private transient List<ClearingPayment> payments;
    private transient ClearingPayment payment;
    /** Lives for the request that brings it only. */
    private transient Part file;

    private TransferForm form;
    private String wanted;
    private YearMonth month;
    private String insurance;
    private long paymentId;
    private String why = "";

    @PostConstruct
    public void open() {
        form = new TransferForm(today.day());
        wanted = today.month().minusMonths(1).toString();
    }

    /** Asks the payer about the wanted month. */
    public void fetch() {
        act(() -> {
            choose(intake.fetch(wantedMonth(), me.user().username()));
            return "clear.didRead";
        });
    }

    private YearMonth wantedMonth() {
        try {
            return YearMonth.parse(wanted == null ? "" : wanted.strip());
        } catch (DateTimeException noMonth) {
            throw new OfficeRefused(ReasonCode.CLEARING_ENTRY, "month " + wanted, "");
        }
    }

    public void read() {
        act(() -> {
            if (file == null || file.getSize() > ClearingIntake.MOST_BYTES) {
                throw new OfficeRefused(ReasonCode.CLEARING_UNREADABLE, "10 MiB", "");
            }
            choose(intake.read(content(file), me.user().username()));
            return "clear.didRead";
        });
    }

    private static byte[] content(Part part) {
        try (var in = part.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void enter() {
        act(() -> {
            choose(desk.enter(form.entry(), me.user().username()));
            form = new TransferForm(today.day());
            return "clear.didEnter";
        });
    }

    public void confirm() {
        act(() -> {
            desk.confirm(paymentId, me.user().username());
            return "clear.didConfirm";
        });
    }

    public void reject() {
        act(() -> {
            desk.reject(paymentId, why, me.user().username());
            return "clear.didReject";
        });
    }

    private void act(Supplier<String> deed) {
        if (notices.tell(deed)) {
            why = "";
        }
        forget();
    }

    /** What is shown is read anew, once for a request. */
    private void forget() {
        months = null;
        claims = null;
        payments = null;
        payment = null;
    }

    /** Opens a payment. */
    public void choose(long id) {
        paymentId = id;
        why = "";
        payment = null;
    }

    /** Opens a month of an insurance. */
    public void look(ClearingMonth one) {
        month = one.month();
        insurance = one.insurance();
        claims = null;
    }

    public List<ClearingMonth> getMonths() {
        if (months == null) {
            // a list of our own: the table sorts it in place
            months = new ArrayList<>(desk.months());
        }
        return months;
    }

    /** Null until one is chosen, or when nothing is left of it. */
    public ClearingMonth getChosen() {
        return getMonths().stream()
                .filter(one -> one.month().equals(month) && one.insurance().equals(insurance))
                .findFirst()
                .orElse(null);
    }

    public List<ClaimStanding> getClaims() {
        if (claims == null) {
            claims = new ArrayList<>(desk.claims(month, insurance));
        }
        return claims;
    }

    public List<ClearingPayment> getPayments() {
        if (payments == null) {
            payments = new ArrayList<>(desk.payments());
        }
        return payments;
    }

    /** Null until one is chosen. */
    public ClearingPayment getPayment() {
        if (payment == null && paymentId != 0) {
            payment = desk.find(paymentId);
        }
        return payment;
    }

    public List<PaymentPart> getParts() {
        return desk.parts(paymentId);
    }

    public List<ClearingLine> getLines() {
        return desk.lines(paymentId);
    }

    public boolean isWaiting() {
        return getPayment().state() == PaymentState.ENTERED;
    }

    /** What is owed by age, every band. */
    public List<Map.Entry<Ageing, Money>> getAges() {
        return List.copyOf(ClearingMonth.owedByAge(getMonths(), today.day()).entrySet());
    }

    public Money getOwed() {
        return Money.sum(getMonths().stream().map(ClearingMonth::owed).toList());
    }

    public Ageing age(ClearingMonth one) {
        return one.age(today.day());
    }

    /** Key of the words for an insurance. */
    public String insuranceKey(String code) {
        return Arrays.stream(InsuranceType.values())
                .filter(type -> type.code().equals(code))
                .map(type -> "insured." + type.name())
                .findFirst()
                .orElse("clear.self");
    }

    public TransferForm getForm() {
        return form;
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
