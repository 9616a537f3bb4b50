package org.yibaoban.portal.desk;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.cashier.Owing;
import org.yibaoban.cashier.PayMethod;
import org.yibaoban.cashier.Receipt;
import org.yibaoban.cashier.ReceiptKind;
import org.yibaoban.cashier.ReceiptNumber;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.cashier.CashierDesk;
import org.yibaoban.office.cashier.StayMoney;
import org.yibaoban.office.cashier.VoidDesk;
import org.yibaoban.office.cashier.WaitingVoid;
import org.yibaoban.office.desk.BillingDesk;
import org.yibaoban.office.desk.VisitSummary;
import org.yibaoban.portal.security.SignedIn;

/** The cashier's desk: one stay's money, who owes, and what waits for a second person. */
@Named
@ViewScoped
public class CashierPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;

    @Inject
    private CashierDesk desk;

    @Inject
    private VoidDesk voids;

    @Inject
    private BillingDesk billing;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    private String visit = "";
    private String text = "";
    private String reason = "";
    private String chosen = "";
    private MoneyForm form = new MoneyForm();
    private transient StayMoney money;

    /** As they were shown: a row is decided for what it was, whatever came in since. */
    private transient List<WaitingVoid> waiting;

    private transient List<Owing> owing;
    private int seen;
    private List<VisitSummary> found = List.of();

    /** Reads the stay that the address names. */
    public void open() {
        if (visit == null || visit.isBlank()) {
            return;
        }
        try {
            refresh();
            form = MoneyForm.of(money.account());
        } catch (OfficeRefused refused) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
            notices.refused(refused);
        }
    }

    private void refresh() {
        money = desk.view(Visits.number(visit));
        seen = money.seen();
    }

    /** Leads to the stay where only one is found. */
    public String search() {
        found = new ArrayList<>(billing.find(text, SHOWN));
        List<VisitSummary> exact =
                found.stream().filter(one -> one.visit().equals(text)).toList();
        List<VisitSummary> one = exact.isEmpty() ? found : exact;
        return one.size() == 1 && !text.isBlank()
                ? "/cashier?faces-redirect=true&visit=" + one.get(0).visit()
                : null;
    }

    public void deposit() {
        take(ReceiptKind.DEPOSIT);
    }

    public void pay() {
        take(ReceiptKind.PAYMENT);
    }

    public void refund() {
        take(ReceiptKind.REFUND);
    }

    private void take(ReceiptKind kind) {
        try {
            switch (kind) {
                case DEPOSIT -> desk.deposit(Visits.number(visit), seen, form.parts(), me.user());
                case PAYMENT -> desk.pay(Visits.number(visit), seen, form.parts(), me.user());
                case REFUND -> desk.refund(Visits.number(visit), seen, form.parts(), me.user());
            }
            notices.done("cashier.done." + kind);
            open();
        } catch (OfficeRefused refused) {
            notices.refused(refused);
            if (refused.reason() == ReasonCode.RECEIPTS_MOVED) {
                open();
            }
        } catch (ArithmeticException | IllegalArgumentException partOfAFen) {
            notices.refused(ReasonCode.MONEY_AMOUNT, visit);
        }
    }

    /** The receipt that is to be voided; the reason comes next. */
    public void choose(Receipt receipt) {
        chosen = receipt.number().toString();
        reason = "";
    }

    public void askVoid() {
        act(() -> voids.request(ReceiptNumber.read(chosen).orElseThrow(), reason, me.user()), "cashier.voidAsked");
    }

    public void decide(WaitingVoid request, boolean approve) {
        act(
                () -> voids.decide(request.receipt().receipt().number(), approve, me.user()),
                approve ? "cashier.voided" : "cashier.voidRejected");
    }

    private void act(Runnable deed, String done) {
        try {
            deed.run();
            chosen = "";
            notices.done(done);
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        waiting = null;
        open();
    }

    /** Null while no stay is open. */
    public StayMoney getMoney() {
        if (money == null && visit != null && !visit.isBlank()) {
            try {
                money = desk.view(Visits.number(visit));
            } catch (OfficeRefused unknown) {
                return null;
            }
        }
        return money;
    }

    /** The newest first. */
    public List<Receipt> getReceipts() {
        List<Receipt> newest = new ArrayList<>(getMoney().account().receipts());
        Collections.reverse(newest);
        return newest;
    }

    /** An amount of the settled share; null before it is settled. */
    public Money amount(SettlementField field) {
        return getMoney().amounts().get(field);
    }

    /** What the funds, the hospital and others pay of the settled stay. */
    public Money getReimbursed() {
        return amount(SettlementField.TOTAL).minus(amount(SettlementField.PERSONAL));
    }

    public boolean isDepositPossible() {
        return me.isCashier() && getMoney().account().takesDeposit();
    }

    public boolean isPayPossible() {
        return me.isCashier() && getMoney().account().owed().isPositive();
    }

    public boolean isRefundPossible() {
        return me.isCashier()
                && getMoney().account().isReleased()
                && getMoney().account().depositLeft().isPositive();
    }

    public boolean isAnyPossible() {
        return isDepositPossible() || isPayPossible() || isRefundPossible();
    }

    public boolean voidable(Receipt receipt) {
        return me.isCashier() && getMoney().account().isVoidable(receipt);
    }

    /** Whether the user may say yes or no to it. */
    public boolean myTurn(WaitingVoid request) {
        return !request.requestedBy().equals(me.user().username());
    }

    public List<WaitingVoid> getWaiting() {
        if (waiting == null) {
            waiting = voids.waiting();
        }
        return waiting;
    }

    public List<Owing> getOwing() {
        if (owing == null) {
            // a list of our own: the table sorts it in place
            owing = new ArrayList<>(desk.owing(SHOWN));
        }
        return owing;
    }

    public PayMethod[] getMethods() {
        return PayMethod.values();
    }

    public List<VisitSummary> getFound() {
        return found;
    }

    public MoneyForm getForm() {
        return form;
    }

    public String getChosen() {
        return chosen;
    }

    public String getVisit() {
        return visit;
    }

    public void setVisit(String visit) {
        this.visit = visit;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text.strip();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
