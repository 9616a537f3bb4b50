package org.yibaoban.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        List<Hit> hits = new ArrayList<>();
        stay.byDay().forEach((day, lines) -> {
            List<NetLine> grouped = lines.stream()
                    .filter(line -> group.apply(line.item()).isPresent())
                    .toList();
            AuditedStay.group(grouped, line -> group.apply(line.item()).orElseThrow())
                    .forEach((name, members) -> {
                        if (AuditedStay.differentItems(members)) {
                            hits.add(new Hit(
                                    members,
                                    () -> day + " " + names(members, "、") + ": " + chinese + "(" + name + ")",
                                    () -> day + " " + names(members, ", ") + ": " + english + " (" + name + ")"));
                        }
                    });
        });
        return hits;
    }

    /**
     * "An item with {@code includes} and any item it includes on one day; one finding a composite and day: its lines and
     * the included items' lines that day."
     */
    static List<Hit> component(AuditedStay stay, AuditSettings settings) {
        List<Hit> hits = new ArrayList<>();
        for (List<NetLine> ofItem : stay.byItem().values()) {
            AuditItem composite = ofItem.get(0).item();
            if (!composite.usage().includes().isEmpty()) {
                AuditedStay.group(ofItem, NetLine::day).keySet().stream()
                        .map(day -> component(composite, day, stay.on(day)))
                        .forEach(found -> found.ifPresent(hits::add));
            }
        }
        return hits;
    }

    private static Optional<Hit> component(AuditItem composite, LocalDate day, List<NetLine> thatDay) {
        List<NetLine> concerned = thatDay.stream()
                .filter(line -> line.item().code().equals(composite.code()) || composite.includes(line.item()))
                .toList();
        if (!AuditedStay.differentItems(concerned)) {
            return Optional.empty();
        }
        List<NetLine> parts = concerned.stream()
                .filter(line -> !line.item().code().equals(composite.code()))
                .toList();
        return Optional.of(new Hit(
                concerned,
                () -> day + " " + composite + ": 已包含 " + names(parts, "、") + ", 不得另收",
                () -> day + " " + composite + ": " + names(parts, ", ") + " is part of it"));
    }

    private static String names(List<NetLine> lines, String between) {
        return lines.stream().map(line -> line.item().toString()).distinct().collect(Collectors.joining(between));
    }
}
