package org.yibaoban.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yibaoban.money.Money;

/** A stay as the rules see it: the lines that are left, by time, then id, and the ways they are grouped by. */
final class AuditedStay {

    /** A stay has seldom more different items. */
    private static final int MOST_EXPECTED = 200;

    private final AuditStay stay;
    private final List<NetLine> lines;
    private final Totals totals;
    private List<ItemLines> items;
    private Collection<List<NetLine>> limitedItems;

    /** Lines whose item is the very same, by time, then id: what goes by the item is looked at once for all of them. */
    record ItemLines(AuditItem item, List<NetLine> lines) {}

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
        List<NetLine> found = new ArrayList<>();
        for (NetLine line : lines) {
            if (wanted.test(line)) {
                found.add(line);
            }
        }
        return found;
    }

    /** The lines of some items, by time, then id. */
    List<NetLine> linesOf(Predicate<AuditItem> wanted) {
        List<ItemLines> found = new ArrayList<>();
        for (ItemLines one : items()) {
            if (wanted.test(one.item())) {
                found.add(one);
            }
        }
        return together(found);
    }

    /** Of the whole stay, also where this is a part of it. */
    Totals totals() {
        return totals;
    }

    /** In the order of their first lines. One item may come several times, as the catalogue described it at different times. */
    List<ItemLines> items() {
        if (items == null) {
            items = new ArrayList<>();
            Map<AuditItem, ItemLines> same = new IdentityHashMap<>(Math.min(lines.size(), MOST_EXPECTED));
            for (NetLine line : lines) {
                ItemLines ofItem = same.get(line.item());
                if (ofItem == null) {
                    ofItem = new ItemLines(line.item(), new ArrayList<>(2));
                    same.put(line.item(), ofItem);
                    items.add(ofItem);
                }
                ofItem.lines().add(line);
            }
        }
        return items;
    }

    /** All lines of each item that may not be charged at will, by its code. */
    Collection<List<NetLine>> limitedItems() {
        if (limitedItems == null) {
            Map<String, List<ItemLines>> byCode = new TreeMap<>();
            Set<String> limited = new HashSet<>();
            for (ItemLines one : items()) {
                byCode.computeIfAbsent(one.item().code(), none -> new ArrayList<>(1))
                        .add(one);
                if (one.item().usage().limitsItem()) {
                    limited.add(one.item().code());
                }
            }
            byCode.keySet().retainAll(limited);
            limitedItems = byCode.values().stream().map(AuditedStay::together).toList();
        }
        return limitedItems;
    }

    private static List<NetLine> together(List<ItemLines> items) {
        if (items.size() == 1) {
            return items.get(0).lines();
        }
        List<NetLine> all = new ArrayList<>();
        items.forEach(one -> all.addAll(one.lines()));
        all.sort(NetLine.BY_TIME_THEN_ID);
        return all;
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
        BigDecimal sum = BigDecimal.ZERO;
        for (NetLine line : lines) {
            sum = sum.add(line.quantity());
        }
        return sum;
    }

    /** What the lines add up to, half-up to the fen. */
    static Money amount(Collection<NetLine> lines) {
        ExactSum sum = new ExactSum();
        lines.forEach(sum::add);
        return sum.rounded();
    }

    /** Whether the lines are of more than one item. */
    static boolean differentItems(List<NetLine> lines) {
        for (NetLine line : lines) {
            if (!line.item().code().equals(lines.get(0).item().code())) {
                return true;
            }
        }
        return false;
    }
}
