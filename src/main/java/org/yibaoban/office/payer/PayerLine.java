package org.yibaoban.office.payer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.RequiredText;
import org.yibaoban.store.PayerLineEventRow;
import org.yibaoban.store.PayerLines;

/**
 * The line to the payer: the office stops it with a reason, and opens it again. While it is stopped nothing is sent and
 * nothing is asked; work goes on, and what is to be said waits in the outbox.
 */
@ApplicationScoped
public class PayerLine {

    private static final int LONGEST_REASON = 200;
    private static final int HISTORY = 20;
    private static final int SHOWN = 500;

    @Inject
    private PayerLines lines;

    @Inject
    private PayerGateway payer;

    @Inject
    private Clock clock;

    /** Whether anything may be said to the payer now. */
    @Transactional
    public boolean isStopped() {
        return lines.isStopped(payer.payerCode());
    }

    /** Why nothing goes out; empty while the line is open. */
    @Transactional
    public Optional<PayerLineView.Event> stop() {
        return lines.newest(payer.payerCode(), 1).stream()
                .filter(PayerLineEventRow::stopped)
                .findFirst()
                .map(PayerLine::event);
    }

    @Transactional
    public PayerLineView view() {
        List<PayerLineView.Event> events = lines.newest(payer.payerCode(), HISTORY).stream()
                .map(PayerLine::event)
                .toList();
        return new PayerLineView(payer.payerCode(), events, lines.waiting(), queue());
    }

    /** @throws OfficeRefused when it is stopped already, or no reason is given */
    @Transactional
    public void stop(String reason, String user) {
        turn(true, reason, user);
    }

    /** @throws OfficeRefused when it is open already, or no reason is given */
    @Transactional
    public void resume(String reason, String user) {
        turn(false, reason, user);
    }

    private void turn(boolean stopped, String reason, String user) {
        String why = RequiredText.of(reason, LONGEST_REASON, "payer " + payer.payerCode());
        lines.lock(payer.payerCode());
        if (lines.isStopped(payer.payerCode()) == stopped) {
            throw new OfficeRefused(
                    stopped ? ReasonCode.LINE_STOPPED : ReasonCode.LINE_OPEN, "payer " + payer.payerCode(), "");
        }
        lines.add(new PayerLineEventRow(payer.payerCode(), stopped, why, user, clock.instant()));
    }

    private List<PayerLineView.Waiting> queue() {
        return lines.waiting(SHOWN).stream()
                .map(task -> new PayerLineView.Waiting(
                        task.kind().name(),
                        task.visit(),
                        task.createdAt(),
                        task.nextAttemptAt(),
                        task.attempts(),
                        task.lastError(),
                        Optional.ofNullable(task.claimState())))
                .toList();
    }

    private static PayerLineView.Event event(PayerLineEventRow row) {
        return new PayerLineView.Event(row.stopped(), row.reason(), row.by(), row.at());
    }
}
