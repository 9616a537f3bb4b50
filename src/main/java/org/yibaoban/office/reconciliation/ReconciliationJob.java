package org.yibaoban.office.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.office.payer.PayerGateway;
import org.yibaoban.office.payer.PayerLine;
import org.yibaoban.settlement.reconciliation.Period;
import org.yibaoban.settlement.reconciliation.ReconciliationState;

/**
 * Each day is reconciled when it is over, each month likewise; what could not be asked is made up for within a week, and
 * earlier days by hand. Instances share the periods: one that is taken is not taken again.
 */
@ApplicationScoped
public class ReconciliationJob {

    private static final int LOOK_BACK_DAYS = 7;

    @Inject
    private ReconciliationBook book;

    @Inject
    private ReconciliationTalk talk;

    @Inject
    private PayerGateway payer;

    @Inject
    private PayerLine line;

    @Inject
    private Clock clock;

    /** Asks for what is over and not answered yet, the oldest first, until the payer gives no answer. */
    public void run() {
        if (line.isStopped()) {
            return;
        }
        for (Period period : due()) {
            if (talk.reconcile(period, "") == ReconciliationTalk.Outcome.NO_ANSWER) {
                return;
            }
        }
    }

    /** What is over and was never answered. */
    private List<Period> due() {
        LocalDate today = LocalDate.now(clock);
        return book.firstDay()
                .map(first ->
                        periods(first, today).stream().filter(this::isMissing).toList())
                .orElse(List.of());
    }

    private static List<Period> periods(LocalDate first, LocalDate today) {
        List<Period> periods = new ArrayList<>();
        LocalDate oldest = today.minusDays(LOOK_BACK_DAYS);
        for (LocalDate day = first.isAfter(oldest) ? first : oldest; day.isBefore(today); day = day.plusDays(1)) {
            periods.add(Period.day(day));
        }
        YearMonth last = YearMonth.from(today).minusMonths(1);
        if (!YearMonth.from(first).isAfter(last)) {
            periods.add(Period.month(last));
        }
        return periods;
    }

    private boolean isMissing(Period period) {
        return book.find(payer.payerCode(), period)
                .filter(standing -> standing.state() != ReconciliationState.WAITING)
                .isEmpty();
    }
}
