package org.yibaoban.office.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.yibaoban.money.Money;
import org.yibaoban.office.catalogue.MappingDesk;
import org.yibaoban.office.quota.QueryDesk;
import org.yibaoban.office.quota.QueryView;
import org.yibaoban.store.Consents;
import org.yibaoban.store.PayerLines;
import org.yibaoban.store.ReviewSampleRow;
import org.yibaoban.store.Reviews;

/** What a self-inspection counts besides findings and indicators. */
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
        List<QueryView> ofMonth = queries.about(month);
        return new Answered(
                ofMonth.size(),
                ofMonth.stream().filter(query -> query.answer().isPresent()).count());
    }

    record Reviewed(int cases, int judged) {}

    /** Prescriptions of the samples that were drawn in a month. */
    @Transactional
    Reviewed reviewed(YearMonth month) {
        List<Long> samples = reviews.drawn(begin(month), begin(month.plusMonths(1))).stream()
                .map(ReviewSampleRow::id)
                .toList();
        Map<Long, int[]> progress = reviews.progress(samples);
        return new Reviewed(
                progress.values().stream().mapToInt(counts -> counts[0]).sum(),
                progress.values().stream().mapToInt(counts -> counts[1]).sum());
    }

    private Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(clock.getZone()).toInstant();
    }

    /** @param charged of this month and the two before */
    record Unmapped(int items, Money charged) {}

    /** Items that are charged without a national code, as it is now; of a longer list, the first {@value #MOST}. */
    Unmapped unmapped() {
        List<MappingDesk.Unmapped> charged = mapping.unmapped(MOST).stream()
                .filter(item -> item.charged().isPositive())
                .toList();
        return new Unmapped(
                charged.size(),
                Money.sum(charged.stream().map(MappingDesk.Unmapped::charged).toList()));
    }

    /** Stays that are not settled yet and have consent due, as it is now. */
    @Transactional
    Consents.Missing consentDue() {
        return consents.missing();
    }

    /** Claims and questions that the payer has not answered yet, as it is now. */
    @Transactional
    long waitingForPayer() {
        return lines.waiting();
    }
}
