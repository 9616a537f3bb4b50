package org.yibaoban.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of items: limits that are data, looked up by the hospital's code and the national one. Of several points
 * of a kind the closest counts: the hospital's code before the national one before the longest beginning of it. Immutable.
 */
public final class Knowledge {

    private final Map<String, List<KnowledgePoint>> byCode = new HashMap<>();
    private final Map<String, List<KnowledgePoint>> byPrefix = new HashMap<>();
    private final TreeSet<Integer> prefixLengths = new TreeSet<>();
    private final int size;

    public Knowledge(Collection<KnowledgePoint> points) {
        size = points.size();
        for (KnowledgePoint point : points) {
            if (point.isPrefix()) {
                byPrefix.computeIfAbsent(point.prefix(), none -> new ArrayList<>(2))
                        .add(point);
                prefixLengths.add(point.prefix().length());
            } else {
                byCode.computeIfAbsent(point.item(), none -> new ArrayList<>(2)).add(point);
            }
        }
    }

    /** Number of points. */
    public int size() {
        return size;
    }

    /** The limits of an item on a day. */
    public Limits of(String code, Optional<String> nationalCode, LocalDate day) {
        Map<KnowledgeKind, String> single = new EnumMap<>(KnowledgeKind.class);
        Set<String> includes = new HashSet<>();
        add(byCode.get(code), day, single, includes);
        if (nationalCode.isPresent()) {
            String national = nationalCode.get();
            add(byCode.get(national), day, single, includes);
            for (int length : prefixLengths.descendingSet()) {
                if (length <= national.length()) {
                    add(byPrefix.get(national.substring(0, length)), day, single, includes);
                }
            }
        }
        return single.isEmpty() && includes.isEmpty() ? Limits.NONE : limits(single, includes);
    }

    /** What was found before, on a closer code, stays. */
    private static void add(
            List<KnowledgePoint> points, LocalDate day, Map<KnowledgeKind, String> single, Set<String> includes) {
        if (points != null) {
            for (KnowledgePoint point : points) {
                if (point.holdsOn(day)) {
                    if (point.kind().isMany()) {
                        includes.add(point.value());
                    } else {
                        single.putIfAbsent(point.kind(), point.value());
                    }
                }
            }
        }
    }

    private static Limits limits(Map<KnowledgeKind, String> single, Set<String> includes) {
        return new Limits(
                new PaymentLimits(
                        find(single, KnowledgeKind.SEX).map(KnowledgeKind::sex),
                        find(single, KnowledgeKind.AGE_MIN).map(KnowledgeKind::count),
                        find(single, KnowledgeKind.AGE_MAX).map(KnowledgeKind::count),
                        find(single, KnowledgeKind.INSURANCE).map(KnowledgeKind::list),
                        find(single, KnowledgeKind.LEVEL_MIN).map(KnowledgeKind::level),
                        find(single, KnowledgeKind.DIAGNOSES).map(KnowledgeKind::list),
                        find(single, KnowledgeKind.VISIT).map(KnowledgeKind::visit),
                        find(single, KnowledgeKind.MAX_PRICE).map(KnowledgeKind::decimal)),
                new UsageLimits(
                        find(single, KnowledgeKind.MAX_PER_DAY).map(KnowledgeKind::decimal),
                        find(single, KnowledgeKind.MAX_PER_STAY).map(KnowledgeKind::decimal),
                        find(single, KnowledgeKind.REPEAT_DAYS).map(KnowledgeKind::count),
                        find(single, KnowledgeKind.EXCLUSIVE_GROUP),
                        find(single, KnowledgeKind.THERAPY_CLASS),
                        includes));
    }

    private static Optional<String> find(Map<KnowledgeKind, String> single, KnowledgeKind kind) {
        return Optional.ofNullable(single.get(kind));
    }

    /** For whom and how often an item is paid. */
    public record Limits(PaymentLimits payment, UsageLimits usage) {

        public static final Limits NONE = new Limits(PaymentLimits.NONE, UsageLimits.NONE);
    }
}
