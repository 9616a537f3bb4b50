package org.yibaoban.office.cashier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.yibaoban.cashier.CashierFault;
import org.yibaoban.cashier.Parts;
import org.yibaoban.cashier.ReceiptNumber;
import org.yibaoban.cashier.StayAccount;
import org.yibaoban.control.TwoPersons;
import org.yibaoban.office.AppUser;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.RequiredText;
import org.yibaoban.office.control.Duties;
import org.yibaoban.store.ReceiptVoids;
import org.yibaoban.store.Receipts;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;

/**
 * Two persons void a receipt, and so take the money of a reversed settlement back: a cashier asks with a reason, another
 * person approves, and the reversing receipt is written in the cashier's name, who gives the money out.
 */
@ApplicationScoped
public class VoidDesk {

    private static final int LONGEST_REASON = 200;

    @Inject
    private Visits visits;

    @Inject
    private Receipts receipts;

    @Inject
    private ReceiptVoids voids;

    @Inject
    private StayAccounts accounts;

    @Inject
    private Duties duties;

    @Inject
    private Clock clock;

    /** Requests that wait for a second person, the oldest first. */
    @Transactional
    public List<WaitingVoid> waiting() {
        return voids.waiting().stream()
                .map(one -> new WaitingVoid(
                        new TakenReceipt(one.receipt().visit(), one.receipt().receipt()),
                        one.reason(),
                        one.requestedBy(),
                        one.requestedAt()))
                .toList();
    }

    /**
     * Asks for it; no money moves before another person approves.
     *
     * @throws OfficeRefused for others than cashiers, without a reason, or when it is void or asked for already
     */
    @Transactional
    public void request(ReceiptNumber number, String reason, AppUser user) {
        CashierDesk.requireCashier(user, subject(number));
        String why = RequiredText.of(reason, LONGEST_REASON, subject(number));
        Receipts.Kept receipt = known(number);
        negation(receipt, lock(receipt));
        if (voids.waiting(receipt).isPresent()) {
            throw new OfficeRefused(ReasonCode.RECEIPT_VOID, subject(number), "");
        }
        voids.add(receipt, why, user.username(), clock.instant());
    }

    /**
     * The second person's word.
     *
     * @return the receipt that voids it; empty where it was not approved
     * @throws OfficeRefused when nothing waits, or when it is who asked
     */
    @Transactional
    public Optional<ReceiptNumber> decide(ReceiptNumber number, boolean approve, AppUser user) {
        Receipts.Kept receipt = known(number);
        VisitRow visit = lock(receipt);
        ReceiptVoids.Waiting request = voids.waiting(receipt)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.RECEIPT_NOT_ASKED, subject(number), ""));
        duties.requireSecond(TwoPersons.RECEIPT_VOID, request.requestedBy(), user.username(), subject(number));
        voids.decide(request, approve, user.username(), clock.instant());
        if (!approve) {
            return Optional.empty();
        }
        Parts back = negation(receipt, visit);
        return Optional.of(
                receipts.addVoiding(receipt, back, request.requestedBy(), clock.instant(), request.reason()));
    }

    private Parts negation(Receipts.Kept receipt, VisitRow visit) {
        StayAccount account = accounts.of(visit).account();
        try {
            return account.reverse(receipt.receipt());
        } catch (CashierFault fault) {
            throw StayAccounts.refused(fault, subject(receipt.receipt().number()));
        }
    }

    private Receipts.Kept known(ReceiptNumber number) {
        return receipts.find(number)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.RECEIPT_UNKNOWN, subject(number), ""));
    }

    private VisitRow lock(Receipts.Kept receipt) {
        return visits.lock(receipt.visitId());
    }

    private static String subject(ReceiptNumber number) {
        return "receipt " + number;
    }
}
