package org.yibaoban.office.cashier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.cashier.CashierFault;
import org.yibaoban.cashier.Owing;
import org.yibaoban.cashier.Parts;
import org.yibaoban.cashier.Receipt;
import org.yibaoban.cashier.ReceiptKind;
import org.yibaoban.cashier.ReceiptNumber;
import org.yibaoban.cashier.StayAccount;
import org.yibaoban.money.Money;
import org.yibaoban.office.AppUser;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.desk.BillingDesk;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.store.ClaimRow;
import org.yibaoban.store.Receipts;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;

/** A cashier takes and gives money for a stay. Each deed is one transaction and one receipt. */
@ApplicationScoped
public class CashierDesk {

    /** Who takes and gives money; others may look and be the second person. */
    public static final String CASHIER = "cashier";

    @Inject
    private Visits visits;

    @Inject
    private Receipts receipts;

    @Inject
    private StayAccounts accounts;

    @Inject
    private Clock clock;

    /** @throws OfficeRefused when there is no such visit */
    @Transactional
    public StayMoney view(VisitNumber number) {
        VisitRow visit = visits.find(number)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.VISIT_UNKNOWN, "visit " + number, ""));
        StayAccounts.Found found = accounts.of(visit);
        Map<SettlementField, Money> amounts = found.claim()
                .filter(claim -> claim.state() == ClaimState.SETTLED)
                .map(ClaimRow::answer)
                .orElse(Map.of());
        String note = found.claim()
                .map(ClaimRow::note)
                .filter(text -> !text.isBlank())
                .orElse(visit.membershipNote());
        return new StayMoney(
                BillingDesk.summary(visit), found.claim().map(ClaimRow::state), note, amounts, found.account());
    }

    /** Patients who still owe of a claim, settled or waiting for the payer; the longest gone first. */
    @Transactional
    public List<Owing> owing(int limit) {
        return receipts.owing(limit);
    }

    /** Empty when there is no receipt of this number. */
    @Transactional
    public Optional<TakenReceipt> receipt(ReceiptNumber number) {
        return receipts.find(number).map(kept -> new TakenReceipt(kept.visit(), kept.receipt()));
    }

    /**
     * Takes a deposit.
     *
     * @param seen {@link StayMoney#seen} of the look that it follows from
     * @throws OfficeRefused for others than cashiers, from who is exempt, once the stay is settled, or when another
     *     cashier was faster
     */
    @Transactional
    public ReceiptNumber deposit(VisitNumber number, int seen, Parts given, AppUser user) {
        return write(number, seen, ReceiptKind.DEPOSIT, account -> account.deposit(given), user);
    }

    /**
     * Takes the patient's share, or a part of it.
     *
     * @param given by hand or from the deposit; what the payer took from the personal account comes in by itself
     * @throws OfficeRefused for others than cashiers, before the stay is settled, for more than is owed, or when another
     *     cashier was faster
     */
    @Transactional
    public ReceiptNumber pay(VisitNumber number, int seen, Parts given, AppUser user) {
        return write(number, seen, ReceiptKind.PAYMENT, account -> account.pay(given), user);
    }

    /**
     * Gives deposit back.
     *
     * @throws OfficeRefused for others than cashiers, while the deposit is kept, for more than it holds, or when another
     *     cashier was faster
     */
    @Transactional
    public ReceiptNumber refund(VisitNumber number, int seen, Parts given, AppUser user) {
        return write(number, seen, ReceiptKind.REFUND, account -> account.refund(given), user);
    }

    private ReceiptNumber write(
            VisitNumber number, int seen, ReceiptKind kind, Function<StayAccount, Parts> rule, AppUser user) {
        String subject = "visit " + number;
        requireCashier(user, subject);
        VisitRow visit =
                visits.lock(number).orElseThrow(() -> new OfficeRefused(ReasonCode.VISIT_UNKNOWN, subject, ""));
        StayAccounts.Found found = accounts.of(visit);
        refuseStale(found.account().receipts(), seen, subject);
        try {
            Parts parts = rule.apply(found.account());
            Optional<ClaimRow> claim = kind == ReceiptKind.PAYMENT ? found.claim() : Optional.empty();
            return receipts.add(visit, kind, claim, parts, user.username(), clock.instant());
        } catch (CashierFault fault) {
            throw StayAccounts.refused(fault, subject);
        }
    }

    static void requireCashier(AppUser user, String subject) {
        if (!user.roles().contains(CASHIER)) {
            throw new OfficeRefused(ReasonCode.NOT_ALLOWED, subject, "");
        }
    }

    /** Two cashiers at once, or one who clicks twice: the first wins, the other is told. */
    private static void refuseStale(List<Receipt> now, int seen, String subject) {
        if (now.size() != seen) {
            String newest =
                    now.isEmpty() ? "" : now.get(now.size() - 1).number().toString();
            throw new OfficeRefused(ReasonCode.RECEIPTS_MOVED, subject, newest);
        }
    }
}
