package org.yibaoban.office.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.quota.Quota;
import org.yibaoban.quota.Quotas;
import org.yibaoban.quota.indicator.Figure;
import org.yibaoban.quota.indicator.Period;
import org.yibaoban.quota.indicator.Scope;
import org.yibaoban.quota.indicator.Tally;
import org.yibaoban.quota.indicator.TallyBook.Key;

/** How much of each quota is used. */
@ApplicationScoped
public class QuotaUses {

    @Inject
    private Quotas quotas;

    @Inject
    private Indicators indicators;

    /**
     * A quota with what it limits.
     *
     * @param used in the measure's unit, two places, half-up; empty for a ratio over nothing
     */
    public record Use(Quota quota, Optional<BigDecimal> used) {

        /** In percent of the limit, two places, half-up. */
        public Optional<BigDecimal> percent() {
            return used.map(amount -> quota.percentUsed(new Money(amount)));
        }
    }

    /** The quotas of a month, and of the year that it lies in, as the year stands now. */
    @Transactional
    public List<Use> of(YearMonth month) {
        Map<Key, Map<String, Tally>> read = new HashMap<>();
        return quotas.all().stream()
                .filter(quota -> quota.inForceOn(period(quota, month).last()))
                .map(quota -> use(quota, QuotaWatch.scope(quota), period(quota, month), read))
                .toList();
    }

    private Use use(Quota quota, Scope scope, Period period, Map<Key, Map<String, Tally>> read) {
        Map<String, Tally> ofKind = read.computeIfAbsent(
                new Key(new Scope(scope.kind(), ""), period), any -> indicators.tallies(scope.kind(), period));
        Tally tally = ofKind.getOrDefault(scope.code(), Tally.NOTHING);
        return new Use(quota, QuotaWatch.used(quota, tally).map(Figure::shown));
    }

    private static Period period(Quota quota, YearMonth month) {
        return Period.of(QuotaWatch.grain(quota), month.atDay(1));
    }
}
