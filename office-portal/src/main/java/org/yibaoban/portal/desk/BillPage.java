package org.yibaoban.portal.desk;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.yibaoban.charge.ChargeSum;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.desk.BillingDesk;
import org.yibaoban.office.desk.ClaimView;
import org.yibaoban.office.desk.StayBill;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.office.payer.PayerLine;
import org.yibaoban.office.payer.PayerLineView;
import org.yibaoban.portal.i18n.Language;
import org.yibaoban.portal.security.SignedIn;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.visit.VisitStatus;
import org.yibaoban.visit.VisitType;

/** One stay on the billing desk: lines, estimate, claim. */
@Named
@ViewScoped
public class BillPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Set<ClaimState> MOVING =
            Set.of(ClaimState.QUEUED, ClaimState.UNKNOWN, ClaimState.PENDED, ClaimState.REVERSING);

    @Inject
    private BillingDesk desk;

    @Inject
    private LineTable lines;

    @Inject
    private PayerLine line;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    @Inject
    private Language language;

    private String visit;
    private LocalDate through;
    private StayBill bill;
    private transient PayerLineView.Event stopped;
    private List<EstimateRow> estimate = List.of();
    private EstimateRow asked;

    /** Reads the stay as it is now. */
    public void open() {
        try {
            bill = desk.bill(Visits.number(visit));
            stopped = line.stop().orElse(null);
            estimate = EstimateRow.of(bill);
            lines.of(Visits.number(visit), ChargeSum.total(bill.kinds()));
        } catch (OfficeRefused refused) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
            notices.refused(refused);
        }
    }

    /** Hands the claim to the outbox, or says why not. */
    public void submit() {
        if (!me.isClerk()) {
            notices.refused(ReasonCode.NOT_ALLOWED, visit);
            return;
        }
        try {
            desk.submitClaim(Visits.number(visit), me.user().username());
            notices.done("bill.submitted");
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        open();
    }

    /** Hands the claim of the stay up to the chosen day to the outbox, or says why not. */
    public void submitPart() {
        if (!me.isClerk()) {
            notices.refused(ReasonCode.NOT_ALLOWED, visit);
            return;
        }
        if (through == null) {
            notices.refused(ReasonCode.PART_DAY, visit);
            return;
        }
        try {
            desk.submitPart(Visits.number(visit), through, me.user().username());
            notices.done("bill.submitted");
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        open();
    }

    /** Whether the stay goes on, so that a part of it may be settled. */
    public boolean isDivisible() {
        return bill.visit().type() == VisitType.INPATIENT
                && bill.visit().status() == VisitStatus.ADMITTED
                && me.isClerk()
                && bill.claim().filter(ClaimView::holdsVisit).isEmpty();
    }

    /** The last day of the part that is to be settled. */
    public LocalDate getThrough() {
        return through;
    }

    public void setThrough(LocalDate through) {
        this.through = through;
    }

    /** Has the payer asked once more how the patient is insured. */
    public void verify() {
        if (!me.isClerk() && !me.isOfficer()) {
            notices.refused(ReasonCode.NOT_ALLOWED, visit);
            return;
        }
        try {
            desk.verifyAgain(Visits.number(visit));
            notices.done("verify.asked");
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        open();
    }

    /** Whether the payer is being asked, or can be. */
    public boolean isVerifiable() {
        return bill.claim().filter(ClaimView::holdsVisit).isEmpty()
                && !bill.flags().contains(StayFlag.IDENTITY_FAULT);
    }

    public boolean isPending() {
        return bill != null && bill.flags().contains(StayFlag.MEMBERSHIP_PENDING);
    }

    /** The page where a blocker is cleared, without its ending; blank where the user may not go, or it is not cleared here. */
    public String way(StayFlag flag) {
        if (!me.isOfficer()) {
            return "";
        }
        return switch (flag) {
            case CONSENT_MISSING -> "consent";
            case UNMAPPED_ITEM -> "mapping";
            case MESSAGES_WAITING -> "messages";
            case AUDIT_OPEN -> "audit";
            case MEMBERSHIP_PENDING -> "payer";
            case IDENTITY_FAULT -> "exceptions";
            default -> "";
        };
    }

    /** Why nothing goes to the payer now; null while the line is open. */
    public PayerLineView.Event getStopped() {
        return stopped;
    }

    /** Why the button is shut: the name of a {@link SubmitGate}; blank when it is open. */
    public String getShut() {
        return SubmitGate.of(bill, me.isClerk()).map(Enum::name).orElse("");
    }

    /** Whether the claim's state changes by itself, so that the page asks again. */
    public boolean isMoving() {
        return bill != null
                && bill.claim().filter(claim -> MOVING.contains(claim.state())).isPresent();
    }

    /** Why there is no estimate, in the user's language where the reason is one of ours; blank when there is one. */
    public String getEstimateFault() {
        return bill.estimateFault()
                .map(fault -> Arrays.stream(ReasonCode.values())
                        .filter(reason -> fault.startsWith(reason.code()))
                        .findFirst()
                        .map(reason -> reason.code() + " " + language.pick(reason.chinese(), reason.english()))
                        .orElse(fault))
                .orElse("");
    }

    /** Flags that stop the claim. */
    public List<StayFlag> getBlockers() {
        return bill.flags().stream().filter(StayFlag::blocksClaim).toList();
    }

    /** Flags that are only to be known. */
    public List<StayFlag> getHints() {
        return bill.flags().stream().filter(flag -> !flag.blocksClaim()).toList();
    }

    /** Whose amounts the sheet will show. */
    public boolean isAnswered() {
        return estimate.stream().anyMatch(row -> row.payer().isPresent());
    }

    /** The user wants this amount explained. */
    public void explain(EstimateRow row) {
        asked = row;
    }

    public EstimateRow getAsked() {
        return asked;
    }

    public List<EstimateRow> getEstimate() {
        return estimate;
    }

    /** Null when the visit is not known. */
    public StayBill getBill() {
        return bill;
    }

    public String getVisit() {
        return visit;
    }

    public void setVisit(String visit) {
        this.visit = visit;
    }
}
