package org.yibaoban.office.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.store.ItemMonths;

/** How much money rides on each item: month sums that a job keeps, a step behind the ledger. */
@ApplicationScoped
public class ItemMoney {

    /** This month and the two before: what is not charged any more does not press. */
    private static final int MONTHS_BEFORE = 2;

    @Inject
    private ItemMonths months;

    @Inject
    private SumLag lag;

    @Inject
    private Clock clock;

    /** Adds what was posted since, at most a day's lines; whether there may be more. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean sumUp() {
        Instant limit = clock.instant().minus(lag.time());
        Optional<Instant> mark = months.lockMark();
        Optional<Instant> next = mark.flatMap(months::nextPosted).filter(posted -> !posted.isAfter(limit));
        next.ifPresent(posted -> months.add(mark.get(), ItemMonths.step(posted, limit)));
        return next.isPresent();
    }

    /** By item code, of this month and the two before. */
    @Transactional
    public Map<String, ItemMonths.Charged> lately() {
        return months.since(YearMonth.from(LocalDate.now(clock)).minusMonths(MONTHS_BEFORE));
    }
}
