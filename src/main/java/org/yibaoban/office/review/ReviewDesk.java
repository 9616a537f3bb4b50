package org.yibaoban.office.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.control.TwoPersons;
import org.yibaoban.money.Money;
import org.yibaoban.office.AppUser;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.control.Duties;
import org.yibaoban.review.DrugRank;
import org.yibaoban.review.SampleAim;
import org.yibaoban.review.SplitPrescriptions;
import org.yibaoban.review.Verdict;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.store.DrugMonths;
import org.yibaoban.store.OutpatientPrescriptions;
import org.yibaoban.store.ReviewCaseRow;
import org.yibaoban.store.ReviewSampleRow;
import org.yibaoban.store.Reviews;

/**
 * Prescription review (处方点评) in two steps: the office draws a sample and judges every prescription in it; another
 * person publishes it to the wards, which see their own departments' cases without names. Each deed is a transaction.
 */
@ApplicationScoped
public class ReviewDesk {

    private static final String OFFICER = "insurance-officer";
    private static final int SAMPLES = 100;
    private static final int PUBLISHED = 500;
    private static final int LONGEST_REASON = 1000;

    @Inject
    private OutpatientPrescriptions prescriptions;

    @Inject
    private Reviews reviews;

    @Inject
    private DrugMonths drugs;

    @Inject
    private Duties duties;

    @Inject
    private Clock clock;

    /**
     * Draws a sample and keeps it.
     *
     * @return its id
     * @throws OfficeRefused for all but the office, and where nothing is there to be drawn
     */
    @Transactional
    public long draw(SampleAim aim, AppUser user) {
        office(user);
        Reviews.Draw draw = reviews.draw(aim);
        if (draw.drawn().isEmpty()) {
            throw new OfficeRefused(ReasonCode.REVIEW_NOTHING, aim.from() + " – " + aim.to(), "");
        }
        ReviewSampleRow sample =
                reviews.add(new ReviewSampleRow(aim, draw.candidates(), user.username(), clock.instant()));
        reviews.add(sample, draw.drawn());
        return sample.id();
    }

    /** The newest first. */
    @Transactional
    public List<ReviewSample> samples(AppUser user) {
        office(user);
        List<ReviewSampleRow> rows = reviews.samples(SAMPLES);
        Map<Long, int[]> progress =
                reviews.progress(rows.stream().map(ReviewSampleRow::id).toList());
        return rows.stream()
                .map(row -> sample(row, progress.getOrDefault(row.id(), new int[2])))
                .toList();
    }

    /** The prescriptions of a sample in the order of the draw. */
    @Transactional
    public List<ReviewCase> cases(long sample, AppUser user) {
        office(user);
        return reviews.cases(sample).stream()
                .map(row -> view(row, row.visit().number().value(), List.of()))
                .toList();
    }

    /** @throws OfficeRefused when there is no such case */
    @Transactional
    public ReviewCase one(long id, AppUser user) {
        office(user);
        ReviewCaseRow row = known(id);
        return view(row, row.visit().number().value(), left(reviews.drugs(row)));
    }

    /**
     * Says what is to be said of a prescription; until the sample is published it may be said otherwise.
     *
     * @throws OfficeRefused without a verdict or the reason that it needs, and once the sample is published
     */
    @Transactional
    public void judge(long id, Verdict verdict, String reason, AppUser user) {
        office(user);
        ReviewCaseRow row = known(id);
        open(row.sample().id());
        String why = reason == null ? "" : reason.strip();
        if (verdict == null || why.length() > LONGEST_REASON || verdict.needsReason() && why.isEmpty()) {
            throw new OfficeRefused(ReasonCode.REVIEW_VERDICT, "1 – " + LONGEST_REASON, "");
        }
        row.judge(verdict, why, user.username(), clock.instant());
    }

    /**
     * Publishes a sample to the wards.
     *
     * @throws OfficeRefused while a case has no verdict, and for who judged one of them
     */
    @Transactional
    public void publish(long id, AppUser user) {
        office(user);
        ReviewSampleRow sample = open(id);
        List<ReviewCaseRow> cases = reviews.cases(id);
        long unjudged = cases.stream().filter(one -> one.verdict().isEmpty()).count();
        if (unjudged > 0) {
            throw new OfficeRefused(ReasonCode.REVIEW_UNFINISHED, String.valueOf(unjudged), "");
        }
        cases.stream()
                .flatMap(one -> one.reviewer().stream())
                .distinct()
                .forEach(reviewer ->
                        duties.requireSecond(TwoPersons.REVIEW_PUBLICATION, reviewer, user.username(), "sample " + id));
        sample.publish(user.username(), clock.instant());
    }

    /** What was published, the newest first: the office sees all, a doctor the own department's; nobody sees names. */
    @Transactional
    public List<ReviewCase> published(AppUser user) {
        boolean all = user.roles().contains(OFFICER);
        if (!all && user.department().isEmpty()) {
            return List.of();
        }
        Optional<String> department = all ? Optional.empty() : user.department();
        return reviews.published(department, PUBLISHED).stream()
                .map(row -> view(row, "", List.of()))
                .toList();
    }

    /**
     * Split prescriptions that touch a month, the dearest first: for the office, over all departments. A day on either side
     * is read too, for a group may lie across the month's ends.
     */
    @Transactional
    public List<SplitPrescriptions> split(YearMonth month) {
        LocalDateTime from = month.atDay(1).atStartOfDay();
        LocalDateTime to = from.plusMonths(1);
        return SplitPrescriptions.among(prescriptions.crowded(from.minusDays(1), to.plusDays(1))).stream()
                .filter(group -> group.from().isBefore(to) && !group.to().isBefore(from))
                .toList();
    }

    /**
     * The first drugs of a month, from kept sums.
     *
     * @param department blank for all; a doctor gets the own one, whatever is asked for
     * @param doctor blank for all
     * @param byQuantity else by amount
     */
    @Transactional
    public List<DrugRank> ranking(
            YearMonth month, String department, String doctor, boolean byQuantity, int limit, AppUser user) {
        if (user.roles().contains(OFFICER)) {
            return drugs.ranking(month, department, doctor, byQuantity, limit);
        }
        return user.department()
                .map(own -> drugs.ranking(month, own, doctor, byQuantity, limit))
                .orElse(List.of());
    }

    private static void office(AppUser user) {
        if (!user.roles().contains(OFFICER)) {
            throw new OfficeRefused(ReasonCode.NOT_ALLOWED, "prescription review", "");
        }
    }

    private ReviewSampleRow open(long id) {
        ReviewSampleRow sample =
                reviews.lock(id).orElseThrow(() -> new OfficeRefused(ReasonCode.REVIEW_UNKNOWN, "sample " + id, ""));
        if (sample.publishedAt().isPresent()) {
            throw new OfficeRefused(ReasonCode.REVIEW_PUBLISHED, "sample " + id, "");
        }
        return sample;
    }

    private ReviewCaseRow known(long id) {
        return reviews.one(id).orElseThrow(() -> new OfficeRefused(ReasonCode.REVIEW_UNKNOWN, "case " + id, ""));
    }

    private static ReviewSample sample(ReviewSampleRow row, int[] progress) {
        return new ReviewSample(
                row.id(),
                row.aim(),
                row.candidates(),
                progress[0],
                progress[1],
                row.drawnAt(),
                row.drawnBy(),
                row.publishedAt(),
                row.publishedBy());
    }

    private static ReviewCase view(ReviewCaseRow row, String visit, List<ReviewCase.Drug> drugs) {
        return new ReviewCase(
                row.id(),
                row.sample().id(),
                row.place(),
                visit,
                ReviewCase.masked(row.visit().patient().details().name()),
                row.department(),
                row.doctor(),
                row.day(),
                drugs,
                row.verdict(),
                row.reason(),
                row.reviewer());
    }

    /** What is left of the charges of a day, reversals of the same day taken off. */
    private static List<ReviewCase.Drug> left(List<ChargeLineRow> lines) {
        Map<String, ReviewCase.Drug> byItem = new LinkedHashMap<>();
        for (ChargeLineRow line : lines) {
            byItem.merge(
                    line.item().code(),
                    new ReviewCase.Drug(
                            line.serviceTime(),
                            line.item().code(),
                            line.item().name(),
                            line.quantity(),
                            line.item().unit(),
                            line.amount()),
                    ReviewDesk::together);
        }
        return new ArrayList<>(byItem.values())
                .stream().filter(drug -> drug.quantity().signum() > 0).toList();
    }

    private static ReviewCase.Drug together(ReviewCase.Drug one, ReviewCase.Drug other) {
        BigDecimal quantity = one.quantity().add(other.quantity());
        Money amount = one.amount().plus(other.amount());
        return new ReviewCase.Drug(one.at(), one.code(), one.name(), quantity, one.unit(), amount);
    }
}
