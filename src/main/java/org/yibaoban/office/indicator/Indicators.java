package org.yibaoban.office.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.yibaoban.quota.indicator.Period;
import org.yibaoban.quota.indicator.Scope;
import org.yibaoban.quota.indicator.StayShare;
import org.yibaoban.quota.indicator.Tally;
import org.yibaoban.store.IndicatorMoves;
import org.yibaoban.store.IndicatorStays;
import org.yibaoban.store.IndicatorTallies;

/** The indicators as a reader sees them: with everything that was committed before the look. */
@ApplicationScoped
public class Indicators {

    @Inject
    private IndicatorFold folding;

    @Inject
    private IndicatorMoves moves;

    @Inject
    private IndicatorTallies tallies;

    @Inject
    private IndicatorStays stays;

    /**
     * A row of sums with what it is compared to.
     *
     * @param code blank for the hospital
     * @param previous of the period before, nothing where there was none
     * @param lastYear of the same period a year earlier, nothing where there was none
     */
    public record Row(String code, Tally now, Tally previous, Tally lastYear) {}

    /** Folds what waits; whoever folds already is not waited for. */
    @Transactional
    public void foldWaiting() {
        boolean more = moves.waiting();
        while (more) {
            more = folding.fold(false);
        }
    }

    /** The rows of a kind in a period, by code; those too that have something only in what they are compared to. */
    @Transactional
    public List<Row> rows(Scope.Kind kind, Period period) {
        foldFirst();
        Map<Period, Map<String, Tally>> found = tallies.tallies(
                kind,
                period.grain(),
                List.of(
                        period.start(),
                        period.previous().start(),
                        period.lastYear().start()));
        Map<String, Tally> now = found.getOrDefault(period, Map.of());
        Map<String, Tally> previous = found.getOrDefault(period.previous(), Map.of());
        Map<String, Tally> lastYear = found.getOrDefault(period.lastYear(), Map.of());
        TreeSet<String> codes = new TreeSet<>(now.keySet());
        codes.addAll(previous.keySet());
        codes.addAll(lastYear.keySet());
        List<Row> rows = new ArrayList<>();
        for (String code : codes) {
            rows.add(new Row(
                    code,
                    now.getOrDefault(code, Tally.NOTHING),
                    previous.getOrDefault(code, Tally.NOTHING),
                    lastYear.getOrDefault(code, Tally.NOTHING)));
        }
        return rows;
    }

    /** The sums of each of a kind in one period, by code. */
    @Transactional
    public Map<String, Tally> tallies(Scope.Kind kind, Period period) {
        foldFirst();
        return tallies.tallies(kind, period.grain(), List.of(period.start())).getOrDefault(period, new HashMap<>());
    }

    /** The visits that a row of sums adds up, the dearest first; their lines stand on their pages. */
    @Transactional
    public List<StayShare> stays(Scope scope, Period period, int most) {
        foldFirst();
        return stays.stays(scope, period, most);
    }

    /** Makes all sums anew from the ledger. @return the number of visits */
    public long rebuild() {
        return folding.rebuild();
    }

    /** Waits for another folder, which is done within a moment: what it holds was committed before this look. */
    private void foldFirst() {
        boolean more = moves.waiting();
        while (more) {
            more = folding.fold(true);
        }
    }
}
