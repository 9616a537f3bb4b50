package org.yibaoban.office.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.office.catalogue.MappingDesk;
import org.yibaoban.office.quota.QueryDesk;
import org.yibaoban.office.quota.QueryView;
import org.yibaoban.store.Consents;
import org.yibaoban.store.PayerLines;
import org.yibaoban.store.ReviewSampleRow;
import org.yibaoban.store.Reviews;
import org.yibaoban.store.VisitRow;

/** What a self-inspection counts besides findings and indicators. Bounded: a longer list counts up to its bound. */
@ApplicationScoped
class InspectionFacts {

    private static final int MOST = 1000;

    @Inject
    private QueryDesk queries;

    @Inject
    private Reviews reviews;

    @Inject
    private MappingDesk mapping;

    @Inject
    private Consents consents;

    @Inject
    private PayerLines lines;

    @Inject
    private Clock clock;

    record Answered(long asked, long answered) {}

    /** Questions to departments about a month. */
    Answered asked(YearMonth month) {
        List<QueryView> ofMonth = queries.latest(Optional.empty(), MOST).stream()
                .filter(query -> query.month().equals(month))
                .toList();
        return new Answered(
                ofMonth.size(),
                ofMonth.stream().filter(query -> query.answer().isPresent()).count());
    }

    record Reviewed(int cases, int judged) {}

    /** Prescriptions of the samples that were drawn in a month. */
    @Transactional
    Reviewed reviewed(YearMonth month) {
        List<Long> samples = reviews.samples(MOST).stream()
                .filter(sample ->
                        YearMonth.from(sample.drawnAt().atZone(clock.getZone())).equals(month))
                .map(ReviewSampleRow::id)
                .toList();
        Map<Long, int[]> progress = reviews.progress(samples);
        return new Reviewed(
                progress.values().stream().mapToInt(counts -> counts[0]).sum(),
                progress.values().stream().mapToInt(counts -> counts[1]).sum());
    }

    /** @param charged of this month and the two before */
    record Unmapped(int items, Money charged) {}

    /** Items that are charged without a national code, as it is now. */
    Unmapped unmapped() {
        List<MappingDesk.Unmapped> charged = mapping.unmapped(MOST).stream()
                .filter(item -> item.charged().isPositive())
                .toList();
        return new Unmapped(
                charged.size(),
                Money.sum(charged.stream().map(MappingDesk.Unmapped::charged).toList()));
    }

    record Due(int stays, Money amount) {}

    /** Stays that are not settled yet and have consent due, as it is now. */
    @Transactional
    Due consentDue() {
        List<VisitRow> due = consents.missing(MOST);
        return new Due(
                due.size(),
                Money.sum(due.stream().map(visit -> visit.open().consentDue()).toList()));
    }

    /** Claims and questions that the payer has not answered yet, as it is now. */
    @Transactional
    long waitingForPayer() {
        return lines.waiting();
    }
}
