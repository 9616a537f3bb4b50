package org.yibaoban.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** A stay as the rules see it: the lines that are left, by time, then id, and the ways they are grouped by. */
final class AuditedStay {

    private final AuditStay stay;
    private final List<NetLine> lines;
    private final Totals totals;
    private SortedMap<LocalDate, List<NetLine>> byDay;
    private SortedMap<String, List<NetLine>> byItem;

    /** @throws AuditFault for lines that cannot be reversed as they ask */
    AuditedStay(AuditStay stay) {
        this.stay = stay;
        this.lines = NetLine.of(stay.lines());
        this.totals = Totals.of(lines);
    }

    /**
     * A part of a stay.
     *
     * @param facts all but the lines, which are not looked at
     * @param lines those of the part, by time, then id
     * @param totals of the whole stay
     */
    AuditedStay(AuditStay facts, List<NetLine> lines, Totals totals) {
        this.stay = facts;
        this.lines = lines;
        this.totals = totals;
    }

    AuditPatient patient() {
        return stay.patient();
    }

    AuditVisit visit() {
        return stay.visit();
    }

    List<OtherVisit> others() {
        return stay.others();
    }

    boolean consented(AuditItem item) {
        return stay.consents().contains(item.code());
    }

    List<NetLine> lines() {
        return lines;
    }

    List<NetLine> linesWhere(Predicate<NetLine> wanted) {
        return lines.stream().filter(wanted).toList();
    }

    List<NetLine> on(LocalDate day) {
        return byDay().getOrDefault(day, List.of());
    }

    /** Of the whole stay, also where this is a part of it. */
    Totals totals() {
        return totals;
    }

    SortedMap<LocalDate, List<NetLine>> byDay() {
        if (byDay == null) {
            byDay = group(lines, NetLine::day);
        }
        return byDay;
    }

    SortedMap<String, List<NetLine>> byItem() {
        if (byItem == null) {
            byItem = group(lines, line -> line.item().code());
        }
        return byItem;
    }

    /** The lines in their order, by what the key function says of each. */
    static <K extends Comparable<? super K>> SortedMap<K, List<NetLine>> group(
            Collection<NetLine> lines, Function<NetLine, K> key) {
        SortedMap<K, List<NetLine>> groups = new TreeMap<>();
        lines.forEach(line -> groups.computeIfAbsent(key.apply(line), none -> new ArrayList<>())
                .add(line));
        return groups;
    }

    static BigDecimal quantity(Collection<NetLine> lines) {
        return lines.stream().map(NetLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static ExactAmount amount(Collection<NetLine> lines) {
        ExactSum sum = new ExactSum();
        lines.forEach(sum::add);
        return sum.total();
    }

    static boolean differentItems(Collection<NetLine> lines) {
        return lines.stream().map(line -> line.item().code()).distinct().count() > 1;
    }
}
