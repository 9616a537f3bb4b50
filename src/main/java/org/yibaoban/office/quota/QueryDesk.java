package org.yibaoban.office.quota;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.RequiredText;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.store.QuotaQueries;
import org.yibaoban.store.QuotaQueryRow;

/**
 * The office asks a department about a warning or an overrun, the department answers, both stay on file. Callers see to
 * it that only the office asks.
 */
@ApplicationScoped
public class QueryDesk {

    private static final int LONGEST_SUBJECT = 200;

    @Inject
    private QuotaQueries queries;

    @Inject
    private Hospital hospital;

    @Inject
    private Clock clock;

    /**
     * @param subject the warning or overrun that it is about, cut at 200 characters
     * @throws OfficeRefused for an unknown department, or without a question
     */
    @Transactional
    public void ask(String department, YearMonth month, String subject, String question, String by) {
        String words = RequiredText.of(question);
        if (hospital.department(department).isEmpty()) {
            throw new OfficeRefused(ReasonCode.QUOTA_SCOPE, "department", department);
        }
        String about = subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT));
        queries.add(new QuotaQueryRow(department, month, about, words, by, clock.instant()));
    }

    /**
     * @param ofDepartment whether the user may answer for a department
     * @throws OfficeRefused when it is not known or answered already, another department's, or without an answer
     */
    @Transactional
    public void answer(long id, String answer, String by, Predicate<String> ofDepartment) {
        String words = RequiredText.of(answer);
        QuotaQueryRow query = queries.lock(id)
                .filter(row -> row.answer().isEmpty())
                .orElseThrow(() -> new OfficeRefused(ReasonCode.QUERY_CLOSED, "query " + id, ""));
        if (!ofDepartment.test(query.department())) {
            throw new OfficeRefused(ReasonCode.NOT_ALLOWED, "query " + id, "");
        }
        query.answer(words, by, clock.instant());
    }

    /** The unanswered first, then the newest; of a department or of all. */
    @Transactional
    public List<QueryView> latest(Optional<String> department, int limit) {
        return queries.latest(department, limit).stream().map(QueryDesk::view).toList();
    }

    /** All that departments were asked about a month, the oldest first. */
    @Transactional
    public List<QueryView> about(YearMonth month) {
        return queries.about(month).stream().map(QueryDesk::view).toList();
    }

    private static QueryView view(QuotaQueryRow row) {
        return new QueryView(
                row.id(),
                row.department(),
                row.month(),
                row.subject(),
                row.question(),
                row.askedBy(),
                row.askedAt(),
                row.answer(),
                row.answeredBy(),
                row.answeredAt());
    }
}
