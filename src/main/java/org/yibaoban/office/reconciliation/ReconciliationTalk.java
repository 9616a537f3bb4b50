package org.yibaoban.office.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.yibaoban.office.payer.PayerGateway;
import org.yibaoban.office.payer.PayerLine;
import org.yibaoban.office.payer.PayerRefused;
import org.yibaoban.office.payer.PayerUnreachable;
import org.yibaoban.office.payer.PayerUnreadable;
import org.yibaoban.office.payer.Statement;
import org.yibaoban.office.payer.StatementQuery;
import org.yibaoban.settlement.reconciliation.Period;

/**
 * Asks the payer for its books of a period, outside any transaction: the sums first (national 3201); the lines (3202) of
 * a day always, of a month when the sums are not the same.
 */
@ApplicationScoped
public class ReconciliationTalk {

    private static final Logger LOG = System.getLogger(ReconciliationTalk.class.getName());

    /** What came of asking. */
    public enum Outcome {
        DONE,
        /** Another one asks just now, or the period is closed or presented for it. */
        NOT_TAKEN,
        /** The payer gave no answer that can be read; why is on file. */
        NO_ANSWER
    }

    @Inject
    private ReconciliationBook book;

    @Inject
    private PayerGateway payer;

    @Inject
    private PayerLine line;

    /** @param by who asks; blank for the daily job */
    public Outcome reconcile(Period period, String by) {
        return book.take(payer.payerCode(), period)
                .map(id -> ask(id, period, by))
                .orElse(Outcome.NOT_TAKEN);
    }

    private Outcome ask(long id, Period period, String by) {
        try {
            if (line.isStopped()) {
                book.failed(id, "医保线路已停用 / the line to the payer is stopped");
                return Outcome.NO_ANSWER;
            }
            return meet(id, period, by) ? Outcome.DONE : Outcome.NOT_TAKEN;
        } catch (PayerUnreachable | PayerRefused | PayerUnreadable e) {
            LOG.log(Level.WARNING, "reconciliation {0}: {1}", Long.toString(id), e.getMessage());
            book.failed(id, e.getMessage());
            return Outcome.NO_ANSWER;
        }
    }

    private boolean meet(long id, Period period, String by) {
        Statement sums = payer.statement(new StatementQuery(period, false));
        if (!period.isDay() && sums.totals().equals(book.sums(period))) {
            return book.sumsAgree(id, period, sums, by);
        }
        return book.compare(id, period, sums, payer.statement(new StatementQuery(period.widened(), true)), by);
    }
}
