package org.yibaoban.office.cashier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.cashier.CashierFault;
import org.yibaoban.cashier.Receipt;
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

    /** A visit's account with the claim whose share is next, else the one that stands, if one does. */
    record Found(StayAccount account, Optional<ClaimRow> claim) {}

    Found of(VisitRow visit) {
        List<ClaimRow> all = claims.all(visit);
        List<ClaimRow> standing =
                all.stream().filter(claim -> claim.state().holdsVisit()).toList();
        List<Share> shares = standing.stream()
                .filter(claim -> claim.state() == ClaimState.SETTLED)
                .sorted(Comparator.comparing(ClaimRow::createdAt))
                .map(StayAccounts::share)
                .toList();
        List<Receipt> taken = receipts.of(visit);
        Optional<Share> next = StayAccount.next(taken, shares);
        StayAccount account = new StayAccount(
                taken,
                situation(visit),
                standing.stream().map(ClaimRow::identifier).collect(Collectors.toSet()),
                next);
        Optional<ClaimRow> shown = standing.stream()
                .filter(claim ->
                        next.isEmpty() || claim.identifier().equals(next.get().claim()))
                .findFirst()
                .or(() -> all.stream().findFirst());
        return new Found(account, shown);
    }

    private static Situation situation(VisitRow visit) {
        return new Situation(
                visit.type() == VisitType.INPATIENT,
                visit.status() == VisitStatus.CANCELLED,
                visit.membership()
                        .map(Membership::member)
                        .filter(StayAccount::isExempt)
                        .isPresent(),
                visit.parts().count() > 0
                        && visit.claimState().filter(ClaimState.SETTLED::equals).isEmpty());
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
