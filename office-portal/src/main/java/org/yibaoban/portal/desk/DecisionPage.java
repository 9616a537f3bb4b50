package org.yibaoban.portal.desk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.decision.ClaimHistory;
import org.yibaoban.office.decision.DecisionDesk;
import org.yibaoban.office.decision.DecisionView;
import org.yibaoban.office.decision.PastClaim;
import org.yibaoban.office.desk.StayBill;
import org.yibaoban.portal.security.SignedIn;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.settlement.DecisionKind;
import org.yibaoban.settlement.DecisionState;
import org.yibaoban.visit.VisitNumber;

/** Two persons decide on the claim of the stay that {@link BillPage} shows; and all claims that the stay ever had. */
@Named
@ViewScoped
public class DecisionPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BillPage bill;

    @Inject
    private DecisionDesk decisions;

    @Inject
    private ClaimHistory history;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    /** The stay as it was when the two below were read. */
    private StayBill seen;

    private DecisionView open;
    private List<PastClaim> claims = List.of();
    private String reason = "";
    private String answer = "";

    /** Whether anything may be asked for. */
    public boolean isAskable() {
        return Arrays.stream(DecisionKind.values()).anyMatch(this::possible);
    }

    /** Whether this may be asked for as the claim stands; nothing may while a request is open. */
    public boolean possible(DecisionKind kind) {
        return (me.isClerk() || me.isOfficer())
                // the last part of a stay is taken back first
                && getClaims().stream()
                        .map(PastClaim::state)
                        .filter(ClaimState::holdsVisit)
                        .findFirst()
                        .filter(kind::appliesTo)
                        .isPresent()
                && !isPending();
    }

    /** Asks for a decision with the reason given. */
    public void request(DecisionKind kind) {
        act(me.isClerk() || me.isOfficer(), "decision.requested", visit -> {
            decisions.request(visit, kind, reason, user());
            reason = "";
        });
    }

    /** Who asked takes the request back. */
    public void recall() {
        act(
                true,
                "decision.recalled",
                visit -> decisions.recall(visit, getOpen().kind(), user()));
    }

    /** The second person says yes. */
    public void approve() {
        act(
                me.isOfficer(),
                "decision.approved",
                visit -> decisions.approve(visit, getOpen().kind(), user()));
    }

    /** The second person says no. */
    public void reject() {
        act(me.isOfficer(), "decision.rejected", visit -> {
            decisions.reject(visit, getOpen().kind(), answer, user());
            answer = "";
        });
    }

    private void act(boolean allowed, String done, Consumer<VisitNumber> action) {
        if (!allowed) {
            notices.refused(ReasonCode.NOT_ALLOWED, bill.getVisit());
            return;
        }
        try {
            if (getOpen() == null && !done.equals("decision.requested")) {
                throw new OfficeRefused(ReasonCode.DECISION_NOT_FOUND, "visit " + bill.getVisit(), "");
            }
            action.accept(Visits.number(bill.getVisit()));
            notices.done(done);
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        bill.open();
    }

    private String user() {
        return me.user().username();
    }

    /** The decision that is not closed yet; null when there is none. */
    public DecisionView getOpen() {
        read();
        return open;
    }

    /** Once for each time that the stay is read. */
    private void read() {
        if (seen != bill.getBill()) {
            seen = bill.getBill();
            open = history.open(Visits.number(bill.getVisit())).orElse(null);
            claims = history.of(Visits.number(bill.getVisit()));
        }
    }

    public boolean isPending() {
        return getOpen() != null;
    }

    /** Whether a second person's word is wanted. */
    public boolean isWaiting() {
        return isPending() && getOpen().state() == DecisionState.REQUESTED;
    }

    /** Whether the user is who asked. */
    public boolean isMine() {
        return isPending() && getOpen().requestedBy().equals(user());
    }

    /** Whether the user may say yes or no. */
    public boolean isMyTurn() {
        return isWaiting() && !isMine() && me.isOfficer();
    }

    /** The newest claim first. */
    public List<PastClaim> getClaims() {
        read();
        return claims;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }
}
