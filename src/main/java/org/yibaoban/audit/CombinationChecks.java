package org.yibaoban.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Items that must not stand beside each other on one day. */
final class CombinationChecks {

    private CombinationChecks() {}

    /** "Two or more different items of one exclusive_group on one day; all lines of the group that day." */
    static List<Hit> exclusive(AuditedStay stay, AuditSettings settings) {
        return different(stay, item -> item.usage().exclusiveGroup(), "互斥项目同日收费", "exclude each other");
    }

    /** "Two or more different drugs of one therapy_class on one day; all their lines that day." */
    static List<Hit> sameTherapy(AuditedStay stay, AuditSettings settings) {
        return different(
                stay,
                item -> item.usage().therapyClass().filter(none -> item.isDrug()),
                "同类药品同日重复使用",
                "are drugs of one therapy class");
    }

    private static List<Hit> different(
            AuditedStay stay, Function<AuditItem, Optional<String>> group, String chinese, String english) {
        Map<String, Set<String>> groups = new TreeMap<>();
        stay.items()
                .forEach(one -> group.apply(one.item())
                        .ifPresent(name -> groups.computeIfAbsent(name, none -> new HashSet<>())
                                .add(one.item().code())));
        List<Hit> hits = new ArrayList<>();
        groups.values().removeIf(codes -> codes.size() == 1);
        for (String name : groups.keySet()) {
            Optional<String> wanted = Optional.of(name);
            byDay(stay.linesOf(item -> group.apply(item).equals(wanted)))
                    .forEach((day, members) -> hits.add(new Hit(
                            members,
                            () -> day + " " + names(members, "、") + ": " + chinese + "(" + name + ")",
                            () -> day + " " + names(members, ", ") + ": " + english + " (" + name + ")")));
        }
        return hits;
    }

    /** The days on which different items stand beside each other, and the lines of those days. */
    private static SortedMap<LocalDate, List<NetLine>> byDay(List<NetLine> lines) {
        SortedMap<LocalDate, List<NetLine>> days = AuditedStay.group(lines, NetLine::day);
        days.values().removeIf(members -> !AuditedStay.differentItems(members));
        return days;
    }

    /**
     * "An item with {@code includes} and any item it includes on one day; one finding a composite and day: its lines and
     * the included items' lines that day."
     */
    static List<Hit> component(AuditedStay stay, AuditSettings settings) {
        List<Hit> hits = new ArrayList<>();
        for (List<NetLine> ofItem : stay.limitedItems()) {
            AuditItem composite = ofItem.get(0).item();
            if (!composite.usage().includes().isEmpty()) {
                component(composite, stay, hits);
            }
        }
        return hits;
    }

    private static void component(AuditItem composite, AuditedStay stay, List<Hit> hits) {
        byDay(stay.linesOf(item -> isWhole(composite, item) || composite.includes(item)))
                .forEach((day, lines) -> {
                    List<NetLine> parts = lines.stream()
                            .filter(line -> !isWhole(composite, line.item()))
                            .toList();
                    if (parts.size() < lines.size()) {
                        hits.add(new Hit(
                                lines,
                                () -> day + " " + composite + ": 已包含 " + names(parts, "、") + ", 不得另收",
                                () -> day + " " + composite + ": " + names(parts, ", ") + " is part of it"));
                    }
                });
    }

    private static boolean isWhole(AuditItem composite, AuditItem item) {
        return item.code().equals(composite.code());
    }

    private static String names(List<NetLine> lines, String between) {
        return lines.stream().map(line -> line.item().toString()).distinct().collect(Collectors.joining(between));
    }
}
