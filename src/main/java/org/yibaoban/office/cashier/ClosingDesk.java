package org.yibaoban.office.cashier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.yibaoban.cashier.Closing;
import org.yibaoban.cashier.Parts;
import org.yibaoban.cashier.Receipt;
import org.yibaoban.control.TwoPersons;
import org.yibaoban.office.AppUser;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.RequiredText;
import org.yibaoban.office.control.Duties;
import org.yibaoban.store.Closings;
import org.yibaoban.store.Receipts;

/** The day's closing (日结): a cashier counts and hands over, another person confirms or gives it back. */
@ApplicationScoped
public class ClosingDesk {

    private static final int LONGEST_TEXT = 200;

    @Inject
    private Receipts receipts;

    @Inject
    private Closings closings;

    @Inject
    private Duties duties;

    @Inject
    private Clock clock;

    /** The cashier's receipts that are in no closing yet, the oldest first. */
    @Transactional
    public List<Receipt> open(AppUser user) {
        return receipts.unclosed(user.username()).stream()
                .map(Receipts.Kept::receipt)
                .toList();
    }

    /** Who may receive a cashier's closing, by account: rights.yaml, day-closing. */
    @Transactional
    public List<String> receivers(AppUser user) {
        return duties.seconds(TwoPersons.DAY_CLOSING, user.username());
    }

    @Transactional
    public List<Closing> newest(int limit) {
        return closings.newest(limit);
    }

    @Transactional
    public Optional<Closing> find(long id) {
        return closings.find(id);
    }

    /**
     * Closes all of the cashier's open receipts.
     *
     * @param seen how many receipts the cashier counted against
     * @return the closing's number
     * @throws OfficeRefused when there is nothing to close or it is not what was seen, for an amount by a method that is
     *     not counted, when the count differs and no reason is given or one that is too long, or for a receiver who may not
     */
    @Transactional
    public long close(int seen, Parts counted, String reason, String receiver, AppUser user) {
        String subject = "closing of " + user.username();
        CashierDesk.requireCashier(user, subject);
        closings.lock(user.username());
        List<Receipts.Kept> open = receipts.unclosed(user.username());
        if (open.isEmpty()) {
            throw new OfficeRefused(ReasonCode.CLOSING_EMPTY, subject, "");
        }
        if (open.size() != seen) {
            throw new OfficeRefused(ReasonCode.RECEIPTS_MOVED, subject, open.size() + " / " + seen);
        }
        if (!counted.allCounted() || !counted.isWithinReason()) {
            throw new OfficeRefused(ReasonCode.MONEY_AMOUNT, subject, "");
        }
        Parts expected =
                Closing.expected(open.stream().map(Receipts.Kept::receipt).toList());
        String why = RequiredText.orNone(reason, LONGEST_TEXT, subject);
        if (Closing.differs(expected, counted) && why.isEmpty()) {
            throw new OfficeRefused(ReasonCode.CLOSING_DIFFERENCE, subject, "");
        }
        if (!receivers(user).contains(receiver)) {
            throw new OfficeRefused(ReasonCode.CLOSING_RECEIVER, subject, "");
        }
        return closings.add(user.username(), clock.instant(), open, counted, why, receiver);
    }

    /**
     * The receiver says that it was received as counted, or gives it back; its receipts are then open again.
     *
     * @throws OfficeRefused for all but the receiver, when it is answered already, or given back without a reason
     */
    @Transactional
    public void answer(long id, boolean confirmed, String remark, AppUser user) {
        String subject = "closing " + id;
        Closing closing = closings.lock(id)
                .filter(found -> found.answer().isEmpty())
                .orElseThrow(() -> new OfficeRefused(ReasonCode.CLOSING_ANSWERED, subject, ""));
        if (!closing.receiver().equals(user.username())) {
            throw new OfficeRefused(ReasonCode.CLOSING_RECEIVER, subject, "");
        }
        duties.requireSecond(TwoPersons.DAY_CLOSING, closing.cashier(), user.username(), subject);
        String said = confirmed
                ? RequiredText.orNone(remark, LONGEST_TEXT, subject)
                : RequiredText.of(remark, LONGEST_TEXT, subject);
        closings.answer(closing, new Closing.Answer(confirmed, clock.instant(), said));
    }
}
