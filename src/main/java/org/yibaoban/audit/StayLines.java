package org.yibaoban.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;

/** What is left of the lines of a stay or of a part of it, by the parts that rules look at; lines are added to it. */
final class StayLines {

    private final Map<LineId, AuditLine> known = new HashMap<>();
    private final Map<LineId, NetLine> left = new HashMap<>();
    private final NavigableSet<NetLine> all = ordered();
    private final Map<LocalDate, NavigableSet<NetLine>> byDay = new HashMap<>();
    private final Map<String, NavigableSet<NetLine>> byItem = new HashMap<>();
    private final NavigableSet<NetLine> beds = ordered();
    private final NavigableSet<NetLine> selfPaid = ordered();

    /**
     * Adds lines, a charge before its reversal whatever their order here.
     *
     * @return the charges that are new or of which less is left now
     * @throws AuditFault as {@link NetLine#of}
     */
    Collection<AuditLine> post(Collection<AuditLine> lines) {
        Map<LineId, AuditLine> touched = new HashMap<>();
        for (AuditLine line : lines) {
            if (known.put(line.id(), line) != null) {
                throw new AuditFault(line.id(), "id", "stands twice");
            }
            if (line.reverses().isEmpty()) {
                touched.put(line.id(), line);
                put(new NetLine(line, line.quantity()));
            }
        }
        for (AuditLine line : lines) {
            line.reverses().ifPresent(id -> {
                NetLine.requireCharge(line, id, known.get(id));
                touched.put(id, known.get(id));
                takeOff(line, id);
            });
        }
        return touched.values();
    }

    private void takeOff(AuditLine reversal, LineId reversed) {
        NetLine before = left.get(reversed);
        if (before == null || before.quantity().add(reversal.quantity()).signum() < 0) {
            throw NetLine.tooMuch(reversal, reversed);
        }
        remove(before);
        put(before.less(reversal));
    }

    private void put(NetLine line) {
        if (line.quantity().signum() == 0) {
            return;
        }
        left.put(line.id(), line);
        all.add(line);
        byDay.computeIfAbsent(line.day(), none -> ordered()).add(line);
        byItem.computeIfAbsent(line.item().code(), none -> ordered()).add(line);
        if (line.item().chargeType() == ChargeType.BED) {
            beds.add(line);
        }
        if (line.item().itemClass() == ItemClass.C) {
            selfPaid.add(line);
        }
    }

    private void remove(NetLine line) {
        left.remove(line.id());
        all.remove(line);
        byDay.get(line.day()).remove(line);
        byItem.get(line.item().code()).remove(line);
        beds.remove(line);
        selfPaid.remove(line);
    }

    AuditLine charge(LineId id) {
        return known.get(id);
    }

    /** The lines that a rule sees there, by time, then id. */
    List<NetLine> in(AuditScope scope) {
        return switch (scope.kind()) {
            case LINE ->
                left.containsKey(new LineId(scope.key())) ? List.of(left.get(new LineId(scope.key()))) : List.of();
            case DAY -> listed(byDay.get(LocalDate.parse(scope.key())));
            case ITEM -> listed(byItem.get(scope.key()));
            case BEDS -> listed(beds);
            case SHARES -> listed(selfPaid);
            case LEAVES, IDLE -> listed(all);
            case VISIT -> List.of();
        };
    }

    private static List<NetLine> listed(Collection<NetLine> lines) {
        return lines == null ? List.of() : new ArrayList<>(lines);
    }

    private static NavigableSet<NetLine> ordered() {
        return new TreeSet<>(NetLine.BY_TIME_THEN_ID);
    }
}
