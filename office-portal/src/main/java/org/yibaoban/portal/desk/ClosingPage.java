package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.cashier.Closing;
import org.yibaoban.cashier.Parts;
import org.yibaoban.cashier.PayMethod;
import org.yibaoban.cashier.Receipt;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.cashier.ClosingDesk;
import org.yibaoban.portal.security.SignedIn;

/** The day's closing: what should be there, what was counted, and who received it. */
@Named
@ViewScoped
public class ClosingPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;

    @Inject
    private ClosingDesk desk;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    private int seen;
    private transient List<Receipt> open;

    /** As they were shown: a row is answered for what it was, whatever came in since. */
    private transient List<Closing> closings;

    private MoneyForm form = new MoneyForm();
    private String reason = "";
    private String receiver = "";
    private String remark = "";

    @PostConstruct
    void read() {
        open = desk.open(me.user());
        seen = open.size();
        // a list of our own: the table sorts it in place
        closings = new ArrayList<>(desk.newest(SHOWN));
    }

    public void close() {
        try {
            desk.close(seen, form.parts(), reason, receiver, me.user());
            form = new MoneyForm();
            reason = "";
            notices.done("closing.done");
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        } catch (ArithmeticException | IllegalArgumentException partOfAFen) {
            notices.refused(ReasonCode.MONEY_AMOUNT, "closing");
        }
        read();
    }

    public void answer(Closing closing, boolean confirmed) {
        try {
            desk.answer(closing.id(), confirmed, remark, me.user());
            remark = "";
            notices.done(confirmed ? "closing.confirmed" : "closing.returned");
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        read();
    }

    /** Whether the user is who it was handed to, and has not answered yet. */
    public boolean myTurn(Closing closing) {
        return closing.answer().isEmpty() && closing.receiver().equals(me.user().username());
    }

    public List<Receipt> getOpen() {
        if (open == null) {
            read();
        }
        return open;
    }

    public Parts getExpected() {
        return Closing.expected(getOpen());
    }

    public PayMethod[] getMethods() {
        return PayMethod.values();
    }

    public List<PayMethod> getCounted() {
        return PayMethod.COUNTED;
    }

    public List<Closing> getClosings() {
        if (closings == null) {
            read();
        }
        return closings;
    }

    public List<String> getReceivers() {
        return desk.receivers(me.user());
    }

    public MoneyForm getForm() {
        return form;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getReceiver() {
        return receiver;
    }

    public void setReceiver(String receiver) {
        this.receiver = receiver;
    }

    public String getRemark() {
        return remark;
    }

    public void setRemark(String remark) {
        this.remark = remark;
    }
}
