package org.yibaoban.office.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.yibaoban.quota.Quota;
import org.yibaoban.quota.QuotaPeriod;
import org.yibaoban.quota.Quotas;
import org.yibaoban.quota.indicator.Figure;
import org.yibaoban.quota.indicator.Indicator;
import org.yibaoban.quota.indicator.Measure;
import org.yibaoban.quota.indicator.Period;
import org.yibaoban.quota.indicator.Period.Grain;
import org.yibaoban.quota.indicator.Scope;
import org.yibaoban.quota.indicator.Tally;
import org.yibaoban.quota.indicator.TallyBook.Key;
import org.yibaoban.store.IndicatorMoves;
import org.yibaoban.store.IndicatorTallies;
import org.yibaoban.store.QuotaWarnings;

/**
 * Notes where a quota's warning level is reached, in the transaction that moves the sums or changes the quota: each level
 * once in its period, whatever is reversed and charged again.
 */
@ApplicationScoped
public class QuotaWatch {

    /** What moves in a period that ended longer ago is history and warns nobody. */
    private static final int DAYS_AFTER = 31;

    @Inject
    private Quotas quotas;

    @Inject
    private IndicatorTallies tallies;

    @Inject
    private IndicatorMoves moves;

    @Inject
    private QuotaWarnings warnings;

    @Inject
    private Clock clock;

    /** Looks at the sums that moved. */
    void look(Collection<Key> moved) {
        LocalDate oldest = LocalDate.now(clock).minusDays(DAYS_AFTER);
        for (Quota quota : quotas.all()) {
            moved.stream()
                    .filter(key -> !key.period().last().isBefore(oldest) && limits(quota, key))
                    .forEach(key -> look(quota, key, tallies.tally(key)));
        }
    }

    /**
     * Looks at a quota that was set or changed: a level that the period has reached already is told at once. Holds up whoever
     * folds until the transaction ends, so that what is not folded yet is held against the quota by the next fold.
     */
    public void look(Quota quota) {
        Key key = new Key(scope(quota), Period.of(grain(quota), LocalDate.now(clock)));
        if (limits(quota, key)) {
            moves.lock();
            look(quota, key, tallies.tally(key));
        }
    }

    private static boolean limits(Quota quota, Key key) {
        return key.period().grain() == grain(quota)
                && key.scope().equals(scope(quota))
                && quota.inForceOn(key.period().last());
    }

    static Grain grain(Quota quota) {
        return quota.period() == QuotaPeriod.MONTH ? Grain.MONTH : Grain.YEAR;
    }

    static Scope scope(Quota quota) {
        return switch (quota.scope()) {
            case HOSPITAL -> Scope.HOSPITAL;
            case DEPARTMENT -> Scope.department(quota.scopeCode());
            case DOCTOR -> new Scope(Scope.Kind.DOCTOR, quota.scopeCode());
        };
    }

    private void look(Quota quota, Key key, Tally tally) {
        Optional<Figure> used = used(quota, tally);
        if (used.isEmpty()) {
            return;
        }
        List<Integer> reached = quota.levels().stream()
                .filter(level -> used.get().reaches(level, quota.limit().yuan()))
                .toList();
        for (int level : reached) {
            boolean overtaken = level != reached.get(reached.size() - 1);
            warnings.reached(quota, key.period(), level, used.get().shown(), overtaken, clock.instant());
        }
    }

    /** A quota's measure is an indicator, or a sum such as the charges. */
    static Optional<Figure> used(Quota quota, Tally tally) {
        String key = quota.measure().key().replace("total_charges", Measure.CHARGES.key());
        return Indicator.ofKey(key)
                .map(tally::figure)
                .orElseGet(() -> Measure.ofKey(key).map(measure -> new Figure(tally.get(measure), BigDecimal.ONE)));
    }
}
