package org.yibaoban.office.cashier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.cashier.CashierFault;
import org.yibaoban.cashier.StayAccount;
import org.yibaoban.cashier.StayAccount.Share;
import org.yibaoban.cashier.StayAccount.Situation;
import org.yibaoban.membership.Membership;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.store.ClaimRow;
import org.yibaoban.store.Claims;
import org.yibaoban.store.Receipts;
import org.yibaoban.store.VisitRow;
import org.yibaoban.visit.VisitStatus;
import org.yibaoban.visit.VisitType;

/** Puts a visit, its claim and its receipts together for the rules. Runs in the caller's transaction. */
@ApplicationScoped
class StayAccounts {

    @Inject
    private Claims claims;

    @Inject
    private Receipts receipts;

    /** A visit's account with the claim that stands, if one does. */
    record Found(StayAccount account, Optional<ClaimRow> claim) {}

    Found of(VisitRow visit) {
        Optional<ClaimRow> latest = claims.latest(visit);
        Optional<ClaimRow> standing = latest.filter(claim -> claim.state().holdsVisit());
        Situation situation = new Situation(
                visit.type() == VisitType.INPATIENT,
                visit.status() == VisitStatus.CANCELLED,
                visit.membership()
                        .map(Membership::member)
                        .filter(StayAccount::isExempt)
                        .isPresent());
        StayAccount account = new StayAccount(
                receipts.of(visit),
                situation,
                standing.map(ClaimRow::identifier),
                standing.filter(claim -> claim.state() == ClaimState.SETTLED).map(StayAccounts::share));
        return new Found(account, latest);
    }

    private static Share share(ClaimRow claim) {
        Map<SettlementField, Money> amounts = claim.answer();
        return new Share(
                claim.identifier(), amounts.get(SettlementField.PERSONAL), amounts.get(SettlementField.ACCOUNT));
    }

    /** The refusal that a fault of the rules is for the user. */
    static OfficeRefused refused(CashierFault fault, String subject) {
        ReasonCode reason = switch (fault.why()) {
            case AMOUNT -> ReasonCode.MONEY_AMOUNT;
            case TOO_MUCH -> ReasonCode.MONEY_TOO_MUCH;
            case NOT_SETTLED -> ReasonCode.SHARE_NOT_SETTLED;
            case EXEMPT -> ReasonCode.DEPOSIT_EXEMPT;
            case NO_DEPOSIT -> ReasonCode.DEPOSIT_NOT_TAKEN;
            case DEPOSIT_HELD -> ReasonCode.DEPOSIT_HELD;
            case VOID -> ReasonCode.RECEIPT_VOID;
        };
        return new OfficeRefused(reason, subject, fault.getMessage());
    }
}
