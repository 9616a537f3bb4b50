package org.yibaoban.office.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.payer.PayerGateway;
import org.yibaoban.office.payer.PayerLine;
import org.yibaoban.office.payer.PayerRefused;
import org.yibaoban.office.payer.PayerUnreachable;
import org.yibaoban.office.payer.PayerUnreadable;
import org.yibaoban.office.payer.ReadAdvice;
import org.yibaoban.settlement.clearing.ClearingPayment.Source;

/** Payment advices come in: asked of the payer, or as a file. No transaction is open while the payer is asked. */
@ApplicationScoped
public class ClearingIntake {

    /** Largest file: 10 MiB. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int LONGEST_DETAIL = 300;

    @Inject
    private PayerGateway payer;

    @Inject
    private PayerLine line;

    @Inject
    private AdviceBook book;

    @Inject
    private Clock clock;

    /**
     * Asks the payer what it pays up to the end of a month.
     *
     * @return the payment's id; that of the one on file when the payer tells the same again
     * @throws OfficeRefused when the month has not begun, the line is stopped, the payer gives no readable answer, or as
     *     {@link #read}
     */
    public long fetch(YearMonth month, String by) {
        if (month.isAfter(YearMonth.from(LocalDate.now(clock)))) {
            throw new OfficeRefused(ReasonCode.CLEARING_ENTRY, month.toString(), "");
        }
        if (line.isStopped()) {
            throw new OfficeRefused(ReasonCode.LINE_STOPPED, month.toString(), "");
        }
        try {
            return book.keep(payer.clearing(month), Source.PAYER, by);
        } catch (PayerUnreachable | PayerRefused | PayerUnreadable e) {
            throw new OfficeRefused(ReasonCode.CLEARING_NO_ANSWER, month + " · " + cut(e.getMessage()), "");
        }
    }

    /**
     * Reads a file: FHIR, a PaymentReconciliation as JSON. Whole or not at all.
     *
     * @return the payment's id; that of the one on file for the very same bytes
     * @throws OfficeRefused when it cannot be read, does not add up, is of another payer or hospital, is dated tomorrow or
     *     later, names a claim that is unknown, not settled or not taken back here, or its number is on file with another
     *     content
     */
    public long read(byte[] content, String by) {
        if (content.length == 0 || content.length > MOST_BYTES) {
            throw new OfficeRefused(ReasonCode.CLEARING_UNREADABLE, content.length + " bytes", "");
        }
        ReadAdvice advice;
        try {
            advice = payer.readClearing(content);
        } catch (PayerRefused | PayerUnreadable e) {
            throw new OfficeRefused(ReasonCode.CLEARING_UNREADABLE, cut(e.getMessage()), "");
        }
        return book.keep(advice, Source.FILE, by);
    }

    private static String cut(String words) {
        return words.length() > LONGEST_DETAIL ? words.substring(0, LONGEST_DETAIL) : words;
    }
}
