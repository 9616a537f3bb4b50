package org.yibaoban.office.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.yibaoban.control.TwoPersons;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.control.Duties;
import org.yibaoban.office.payer.PayerGateway;
import org.yibaoban.settlement.Step;
import org.yibaoban.settlement.reconciliation.DifferenceOnFile;
import org.yibaoban.settlement.reconciliation.DifferenceOnFile.Action;
import org.yibaoban.settlement.reconciliation.DifferenceOnFile.Pair;
import org.yibaoban.settlement.reconciliation.Period;
import org.yibaoban.settlement.reconciliation.PeriodStanding;
import org.yibaoban.settlement.reconciliation.ReconciliationState;
import org.yibaoban.settlement.reconciliation.TillSum;
import org.yibaoban.store.Differences;
import org.yibaoban.store.OwnSums;
import org.yibaoban.store.Reconciliations;

/**
 * Days and months that are reconciled: asked for by hand, and closed by two persons. Who presents a period, or has dealt
 * with one of its differences, does not close it.
 */
@ApplicationScoped
public class ReconciliationDesk {

    private static final int SHOWN = 100;

    @Inject
    private Reconciliations reconciliations;

    @Inject
    private Differences differences;

    @Inject
    private OwnSums ownSums;

    @Inject
    private ReconciliationTalk talk;

    @Inject
    private ReconciliationBook book;

    @Inject
    private PayerGateway payer;

    @Inject
    private Duties duties;

    @Inject
    private Clock clock;

    /** The newest first. */
    @Transactional
    public List<PeriodStanding> newest() {
        return reconciliations.newest(SHOWN);
    }

    /** @throws OfficeRefused when there is none of this number */
    @Transactional
    public PeriodStanding find(long id) {
        return reconciliations.find(id).orElseThrow(() -> unknown(id));
    }

    @Transactional
    public List<DifferenceOnFile> differences(long id) {
        return differences.of(id);
    }

    /** What the cashiers took in the period by method, as it stood when it was reconciled last. */
    @Transactional
    public List<TillSum> till(long id) {
        return ownSums.till(id);
    }

    @Transactional
    public List<Pair> amounts(long difference) {
        return differences.amounts(difference);
    }

    @Transactional
    public List<Step<Action>> steps(long difference) {
        return differences.steps(difference);
    }

    /**
     * Asks the payer, now, whatever was answered before. A period that is not over can be asked about as far as it is.
     *
     * @throws OfficeRefused when it is no day or whole month, lies in the future, is closed or presented, or another one
     *     asks just now; that the payer did not answer is no refusal but stands on file
     */
    public PeriodStanding reconcile(Period period, String by) {
        boolean month = period.equals(Period.month(YearMonth.from(period.from())));
        if (!period.isDay() && !month || period.from().isAfter(LocalDate.now(clock))) {
            throw new OfficeRefused(ReasonCode.RECONCILIATION_PERIOD, subject(period), "");
        }
        if (talk.reconcile(period, by) == ReconciliationTalk.Outcome.NOT_TAKEN) {
            throw new OfficeRefused(ReasonCode.RECONCILIATION_STATE, subject(period), "");
        }
        return book.find(payer.payerCode(), period).orElseThrow();
    }

    /**
     * Somebody says that all is dealt with.
     *
     * @throws OfficeRefused when a difference is open, the period is not over, or it stands otherwise
     */
    @Transactional
    public void present(long id, String by) {
        PeriodStanding standing = lock(id, ReconciliationState.UNEVEN);
        if (!standing.mayBePresented()) {
            throw new OfficeRefused(ReasonCode.RECONCILIATION_OPEN, subject(standing.period()), "");
        }
        if (!standing.period().to().isBefore(LocalDate.now(clock))) {
            throw new OfficeRefused(ReasonCode.RECONCILIATION_NOT_OVER, subject(standing.period()), "");
        }
        reconciliations.presented(id, by, clock.instant());
    }

    /**
     * A second person closes it.
     *
     * @throws OfficeRefused for who presented it or dealt with one of its differences, or when it is not presented
     */
    @Transactional
    public void close(long id, String by) {
        PeriodStanding standing = lock(id, ReconciliationState.PRESENTED);
        Stream.concat(differences.movers(id).stream(), standing.presentedBy().stream())
                .distinct()
                .forEach(first ->
                        duties.requireSecond(TwoPersons.DIFFERENCE_CLOSING, first, by, subject(standing.period())));
        reconciliations.closed(id, by, clock.instant());
    }

    /** Back to work: the second person does not agree, or who presented it takes it back. */
    @Transactional
    public void sendBack(long id) {
        lock(id, ReconciliationState.PRESENTED);
        reconciliations.sentBack(id);
    }

    private PeriodStanding lock(long id, ReconciliationState wanted) {
        PeriodStanding standing = reconciliations.lock(id).orElseThrow(() -> unknown(id));
        if (standing.state() != wanted) {
            throw new OfficeRefused(
                    ReasonCode.RECONCILIATION_STATE,
                    subject(standing.period()),
                    standing.state().english());
        }
        return standing;
    }

    private static OfficeRefused unknown(long id) {
        return new OfficeRefused(ReasonCode.RECONCILIATION_UNKNOWN, "reconciliation " + id, "");
    }

    private static String subject(Period period) {
        return period.from() + (period.isDay() ? "" : " – " + period.to());
    }
}
