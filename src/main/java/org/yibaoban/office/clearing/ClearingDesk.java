package org.yibaoban.office.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.yibaoban.control.TwoPersons;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.RequiredText;
import org.yibaoban.office.control.Duties;
import org.yibaoban.office.indicator.FundReceipts;
import org.yibaoban.office.payer.PayerGateway;
import org.yibaoban.settlement.clearing.ClaimStanding;
import org.yibaoban.settlement.clearing.ClearingLine;
import org.yibaoban.settlement.clearing.ClearingMonth;
import org.yibaoban.settlement.clearing.ClearingPayment;
import org.yibaoban.settlement.clearing.PaymentPart;
import org.yibaoban.settlement.clearing.PaymentState;
import org.yibaoban.store.ClearingBook;
import org.yibaoban.store.ClearingPayments;

/** What the payer owes by month, the payments on file, a transfer by hand, and the second person who says that it is in. */
@ApplicationScoped
public class ClearingDesk {

    /** Months that are looked back upon: those of three years. */
    private static final int MONTHS_BACK = 35;

    private static final int SHOWN = 200;
    private static final int MOST_LINES = 1000;
    private static final int LONGEST_REMARK = 1000;

    @Inject
    private ClearingBook book;

    @Inject
    private ClearingPayments payments;

    @Inject
    private FundReceipts receipts;

    @Inject
    private PayerGateway payer;

    @Inject
    private Duties duties;

    @Inject
    private Clock clock;

    /** The newest month first, of three years; of the older ones only payments are seen. */
    @Transactional
    public List<ClearingMonth> months() {
        return book.months(YearMonth.now(clock).minusMonths(MONTHS_BACK), clock.getZone());
    }

    /** The claims of a month and insurance; where most is owed or paid too much first, at most 1000. */
    @Transactional
    public List<ClaimStanding> claims(YearMonth month, String insurance) {
        return book.standings(month, insurance, clock.getZone(), MOST_LINES);
    }

    /** Those to be confirmed first, then the newest. */
    @Transactional
    public List<ClearingPayment> payments() {
        return payments.newest(SHOWN);
    }

    /** @throws OfficeRefused when there is none of this number */
    @Transactional
    public ClearingPayment find(long id) {
        return payments.find(id).orElseThrow(() -> unknown(id));
    }

    @Transactional
    public List<PaymentPart> parts(long id) {
        return payments.parts(id);
    }

    /** At most 1000, in the order of the advice. */
    @Transactional
    public List<ClearingLine> lines(long id) {
        return payments.lines(id, MOST_LINES);
    }

    /** As it was read, byte for byte; empty where it was entered by hand. */
    @Transactional
    public Optional<byte[]> content(long id) {
        return payments.content(id);
    }

    /**
     * Enters a bank transfer by hand.
     *
     * @return its id
     * @throws OfficeRefused when something is missing or out of reason, the parts do not add up to it, more retention is
     *     released than is held, or its number is on file
     */
    @Transactional
    public long enter(TransferEntry entry, String by) {
        String fault = entry.fault(LocalDate.now(clock));
        if (!fault.isEmpty()) {
            throw new OfficeRefused(ReasonCode.CLEARING_ENTRY, entry.number() + " · " + fault, "");
        }
        String words = RequiredText.orNone(entry.words(), LONGEST_REMARK, entry.number());
        payments.lockEntering(payer.payerCode());
        if (payments.known(payer.payerCode(), entry.number()).isPresent()) {
            throw new OfficeRefused(ReasonCode.CLEARING_TWICE, entry.number(), "");
        }
        for (PaymentPart part : entry.parts()) {
            refuseOverRelease(entry.number(), part, payments.retained(part.month(), part.insurance()));
        }
        ClearingPayment one = ClearingPayment.entered(
                entry.number(),
                ClearingPayment.Source.HAND,
                entry.type(),
                entry.paidOn(),
                entry.amount(),
                words,
                by,
                clock.instant());
        return payments.add(payer.payerCode(), one, new byte[0], entry.parts(), List.of());
    }

    /**
     * A second person says that the money is in; from now on it counts.
     *
     * @throws OfficeRefused for who entered it, when it is decided, or when it releases retention that is not held (any more)
     */
    @Transactional
    public void confirm(long id, String by) {
        payments.lockEntering(payer.payerCode());
        ClearingPayment one = lock(id);
        duties.requireSecond(TwoPersons.PAYMENT_RECEIPT, one.enteredBy(), by, one.number());
        List<PaymentPart> parts = payments.parts(id);
        for (PaymentPart part : parts) {
            refuseOverRelease(one.number(), part, payments.held(part.month(), part.insurance()));
        }
        payments.decide(id, PaymentState.CONFIRMED, by, clock.instant(), "");
        receipts.add(parts);
    }

    private static void refuseOverRelease(String number, PaymentPart part, Money retained) {
        if (part.retained().isNegative() && retained.plus(part.retained()).isNegative()) {
            throw new OfficeRefused(ReasonCode.CLEARING_ENTRY, number + " · retained of " + part.month(), "");
        }
    }

    /**
     * It was entered wrongly, or the money is not in; its number may be entered anew. Whoever entered it may do so, too.
     *
     * @throws OfficeRefused without a reason, or when it is decided
     */
    @Transactional
    public void reject(long id, String why, String by) {
        String words = RequiredText.of(why);
        lock(id);
        payments.decide(id, PaymentState.REJECTED, by, clock.instant(), words);
    }

    private ClearingPayment lock(long id) {
        ClearingPayment one = payments.lock(id).orElseThrow(() -> unknown(id));
        if (one.state() != PaymentState.ENTERED) {
            throw new OfficeRefused(
                    ReasonCode.CLEARING_STATE,
                    one.number() + " · " + one.state().chinese(),
                    one.state().english());
        }
        return one;
    }

    private static OfficeRefused unknown(long id) {
        return new OfficeRefused(ReasonCode.CLEARING_STATE, "payment " + id, "");
    }
}
