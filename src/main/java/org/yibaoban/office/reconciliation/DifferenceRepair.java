package org.yibaoban.office.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.RequiredText;
import org.yibaoban.office.payer.ClaimAnswer;
import org.yibaoban.office.payer.PayerGateway;
import org.yibaoban.office.payer.PayerLine;
import org.yibaoban.office.payer.PayerRefused;
import org.yibaoban.office.payer.PayerSilent;
import org.yibaoban.office.payer.PayerUnreachable;
import org.yibaoban.office.payer.PayerUnreadable;
import org.yibaoban.office.payer.ReversalAnswer;
import org.yibaoban.settlement.reconciliation.BookPair;
import org.yibaoban.settlement.reconciliation.DifferenceOnFile;
import org.yibaoban.settlement.reconciliation.DifferenceOnFile.Action;
import org.yibaoban.settlement.reconciliation.DifferenceState;

/**
 * What can be done about a difference. The payer is asked outside any transaction; whatever it says stands among the
 * steps. Whether the difference is gone only the next reconciliation says.
 */
@ApplicationScoped
public class DifferenceRepair {

    @Inject
    private RepairBook book;

    @Inject
    private PayerGateway payer;

    @Inject
    private PayerLine line;

    /**
     * Asks the payer what became of the claim. What still waits for its answer is moved by the outbox alone.
     *
     * @return what the payer said, Chinese and English
     * @throws OfficeRefused when it is none with the payer, the period is closed or presented, or the line is stopped
     */
    public String askStatus(long difference, String by) {
        DifferenceOnFile one = toAskAbout(difference);
        String said = said(() -> payer.status(one.claim())
                .map(DifferenceRepair::words)
                .orElse("医保无此申报 / the payer does not know the claim"));
        book.step(difference, by, Action.ASKED, said);
        return said;
    }

    private static String words(ClaimAnswer answer) {
        String reference = answer.payerReference().orElse("");
        return switch (answer.outcome()) {
            case COMPLETE -> "医保已结算 " + reference + " / settled at the payer";
            case QUEUED -> "医保受理中 / pended at the payer";
            case ERROR, PARTIAL -> "医保未结算 / not settled at the payer: " + String.join("; ", answer.errors());
        };
    }

    /**
     * Sends the very reversal again that the payer has confirmed before: it counts once, and a payer that lost it books
     * it now.
     *
     * @return what the payer said
     * @throws OfficeRefused when the claim has no confirmed reversal, the period is closed or presented, or the line is
     *     stopped
     */
    public String resend(long difference, String by) {
        DifferenceOnFile one = toAskAbout(difference);
        var reversal = book.reversal(one.claim());
        String said = said(() -> words(payer.reverse(reversal)));
        book.step(difference, by, Action.RESENT, said);
        return said;
    }

    private static String words(ReversalAnswer answer) {
        return switch (answer.outcome()) {
            case DONE -> "医保已确认撤销 / the payer confirms the reversal";
            case QUEUED -> "医保受理中 / pended at the payer";
            case REFUSED -> "医保拒绝 / refused by the payer: " + String.join("; ", answer.reasons());
        };
    }

    /**
     * The payer's books hold.
     *
     * @throws OfficeRefused without a reason, when it is none with the payer, or when the period is closed or presented
     */
    public void accept(long difference, String why, String by) {
        requirePayer(book.open(difference));
        book.settle(difference, DifferenceState.ACCEPTED, Action.ACCEPTED, RequiredText.of(why), by);
    }

    /**
     * It has a reason and needs nothing more.
     *
     * @throws OfficeRefused without a reason, or when the period is closed or presented
     */
    public void explain(long difference, String why, String by) {
        book.settle(difference, DifferenceState.EXPLAINED, Action.EXPLAINED, RequiredText.of(why), by);
    }

    private DifferenceOnFile toAskAbout(long difference) {
        DifferenceOnFile one = book.open(difference);
        requirePayer(one);
        if (line.isStopped()) {
            throw new OfficeRefused(ReasonCode.LINE_STOPPED, "claim " + one.claim(), "");
        }
        return one;
    }

    private static void requirePayer(DifferenceOnFile one) {
        if (one.kind().books() != BookPair.PAYER) {
            throw new OfficeRefused(
                    ReasonCode.DIFFERENCE_BOOKS,
                    "claim " + one.claim(),
                    one.kind().books().english());
        }
    }

    private interface Question {
        String ask();
    }

    private static String said(Question question) {
        try {
            return question.ask();
        } catch (PayerUnreachable | PayerSilent e) {
            return "未得到医保答复 / " + e.getMessage();
        } catch (PayerRefused | PayerUnreadable e) {
            return "医保未给出有效答复 / " + e.getMessage();
        }
    }
}
