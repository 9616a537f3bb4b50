package org.yibaoban.portal.desk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yibaoban.benefit.ChargeSplit;
import org.yibaoban.money.Money;
import org.yibaoban.office.desk.LedgerLine;

/** Sums of a bill's lines; reversals count with their sign. */
public final class ChargeTotals {

    private ChargeTotals() {}

    /**
     * One sum.
     *
     * @param chinese what it is of
     * @param english the same in English
     * @param count number of lines
     * @param split amounts in yuan, the four parts that add up to {@code amount}
     */
    public record Row(String chinese, String english, int count, Money amount, ChargeSplit split) {}

    /** By calendar day, first day first. */
    public static List<Row> byDay(Collection<LedgerLine> lines) {
        return group(lines, line -> line.at().toLocalDate()).entrySet().stream()
                .map(day -> row(day.getKey().toString(), day.getKey().toString(), day.getValue()))
                .toList();
    }

    /** By kind of charge, in the order of the national code set's use on bills. */
    public static List<Row> byKind(Collection<LedgerLine> lines) {
        return group(lines, LedgerLine::chargeType).entrySet().stream()
                .map(kind -> row(kind.getKey().chinese(), kind.getKey().english(), kind.getValue()))
                .toList();
    }

    /** All lines. */
    public static Row all(Collection<LedgerLine> lines) {
        return row("合计", "Total", List.copyOf(lines));
    }

    private static <K extends Comparable<? super K>> Map<K, List<LedgerLine>> group(
            Collection<LedgerLine> lines, Function<LedgerLine, K> key) {
        return lines.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private static Row row(String chinese, String english, List<LedgerLine> lines) {
        return new Row(
                chinese,
                english,
                lines.size(),
                sum(lines, LedgerLine::amount),
                new ChargeSplit(
                        sum(lines, line -> line.split().fullSelfPay()),
                        sum(lines, line -> line.split().overLimit()),
                        sum(lines, line -> line.split().preSelfPay()),
                        sum(lines, line -> line.split().inScope())));
    }

    private static Money sum(List<LedgerLine> lines, Function<LedgerLine, Money> part) {
        return Money.sum(lines.stream().map(part).toList());
    }
}
