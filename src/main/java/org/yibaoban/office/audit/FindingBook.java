package org.yibaoban.office.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.yibaoban.audit.Finding;
import org.yibaoban.audit.FindingDeed;
import org.yibaoban.audit.FindingState;
import org.yibaoban.audit.Severity;
import org.yibaoban.store.AuditFindingRow;
import org.yibaoban.store.AuditFindings;
import org.yibaoban.store.AuditedLine;
import org.yibaoban.store.VisitRow;

/** Brings the stored findings of a visit into line with what the rules find now. The visit's row is locked. */
@ApplicationScoped
class FindingBook {

    private static final String GONE = "规则不再命中：费用已冲减或就诊信息已变更 / the rules no longer find it: charges were taken back,"
            + " or what is known of the visit changed";

    @Inject
    private AuditFindings findings;

    @Inject
    private Clock clock;

    /** The department and doctor that a line is charged to. */
    private record Source(String department, String doctor) {}

    /**
     * Replaces the findings of some parts of the visit.
     *
     * @param stored those of these parts that are not mended
     * @param found what the rules find there now
     * @param lines at least the lines that the findings stand on
     */
    void replace(VisitRow visit, List<AuditFindingRow> stored, List<Finding> found, Collection<AuditedLine> lines) {
        Instant now = clock.instant();
        List<AuditFindingRow> rows = new ArrayList<>(stored);
        List<Finding> fresh = new ArrayList<>(found);
        match(rows, fresh, (row, finding) -> row.lineIds().equals(finding.lines()), now);
        match(rows, fresh, FindingBook::isSame, now);
        rows.forEach(row -> mend(row, now));
        Map<String, Source> sources = fresh.isEmpty() ? Map.of() : sources(lines);
        fresh.forEach(finding -> add(visit, finding, sources, now));
    }

    /** A finding that grew or shrank is the same one: it shares a line, or stands on none. */
    private static boolean isSame(AuditFindingRow row, Finding finding) {
        return row.scope().equals(finding.scope().toString())
                && (finding.lines().isEmpty() && row.lineIds().isEmpty()
                        || !Collections.disjoint(finding.lines(), row.lineIds()));
    }

    private void match(
            List<AuditFindingRow> rows, List<Finding> fresh, BiPredicate<AuditFindingRow, Finding> same, Instant now) {
        fresh.removeIf(finding -> {
            Optional<AuditFindingRow> row = rows.stream()
                    .filter(known -> known.rule() == finding.rule() && same.test(known, finding))
                    .findFirst();
            row.ifPresent(known -> {
                rows.remove(known);
                renew(known, finding, now);
            });
            return row.isPresent();
        });
    }

    /** What was overruled on fewer lines or less money must be looked at again. */
    private void renew(AuditFindingRow row, Finding finding, Instant now) {
        if (row.says(finding)) {
            return;
        }
        boolean more = !row.lineIds().containsAll(finding.lines())
                || finding.amount().compareTo(row.amount()) > 0
                || finding.severity() == Severity.STOP && row.severity() == Severity.WARN;
        boolean seen = row.state() != FindingState.OPEN;
        String was = row.amount() + " → " + finding.amount() + " 元 yuan";
        change(row, () -> {
            row.take(finding, now);
            if (row.state() == FindingState.OVERRULED && more) {
                row.proposedBy("", "");
                row.move(FindingState.OPEN, now);
                findings.note(row, now, "", FindingDeed.REOPENED, was);
            } else if (seen) {
                findings.note(row, now, "", FindingDeed.CHANGED, was);
            }
        });
    }

    private void mend(AuditFindingRow row, Instant now) {
        change(row, () -> {
            row.move(FindingState.MENDED, now);
            row.proposedBy("", GONE);
        });
        findings.note(row, now, "", FindingDeed.MENDED, GONE);
    }

    private void add(VisitRow visit, Finding finding, Map<String, Source> sources, Instant now) {
        Source source = finding.lines().stream()
                .map(line -> sources.get(line.value()))
                .filter(known -> known != null)
                .findFirst()
                .orElse(new Source("", ""));
        AuditFindingRow row = new AuditFindingRow(
                visit,
                finding,
                source.department().isBlank() ? visit.location().department() : source.department(),
                source.doctor().isBlank() ? visit.doctor() : source.doctor(),
                now);
        findings.add(row);
        count(row, 1);
        findings.note(row, now, "", FindingDeed.FOUND, finding.amount() + " 元 yuan");
    }

    private static Map<String, Source> sources(Collection<AuditedLine> lines) {
        Map<String, Source> sources = new HashMap<>();
        lines.forEach(line -> sources.put(line.transactionId(), new Source(line.department(), line.doctor())));
        return sources;
    }

    /** Changes a finding, and its visit's numbers with it. */
    void change(AuditFindingRow row, Runnable change) {
        count(row, -1);
        change.run();
        count(row, 1);
    }

    private static void count(AuditFindingRow row, int by) {
        if (row.state().stands()) {
            row.visit()
                    .open()
                    .audited(by, row.severity() == Severity.STOP ? by : 0, row.state() == FindingState.ASKED ? by : 0);
        }
    }
}
