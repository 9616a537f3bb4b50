package org.yibaoban.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left of a line after its reversals; never nothing.
 *
 * @param quantity what is left of it
 */
record NetLine(AuditLine line, BigDecimal quantity) {

    static final Comparator<NetLine> BY_TIME_THEN_ID = NetLine::byTimeThenId;

    private static int byTimeThenId(NetLine one, NetLine other) {
        int byTime = one.line.at().compareTo(other.line.at());
        return byTime != 0 ? byTime : one.id().compareTo(other.id());
    }

    LineId id() {
        return line.id();
    }

    AuditItem item() {
        return line.item();
    }

    LocalDate day() {
        return line.day();
    }

    /**
     * "A line with {@code reverses} takes its (negative) quantity off the line it names and is itself never audited; a
     * line with nothing left is dropped; amounts shrink in proportion, unrounded."
     *
     * @return what is left, by time, then id
     * @throws AuditFault for two lines of one id, and for reversing an unknown line, a reversal, or more than is left
     */
    static List<NetLine> of(List<AuditLine> lines) {
        Map<LineId, AuditLine> known = new HashMap<>(2 * lines.size());
        for (AuditLine line : lines) {
            if (known.put(line.id(), line) != null) {
                throw new AuditFault(line.id(), "id", "stands twice");
            }
        }
        Map<LineId, BigDecimal> reduced = new HashMap<>();
        for (AuditLine line : lines) {
            line.reverses().ifPresent(reversed -> takeOff(line, reversed, known, reduced));
        }
        List<NetLine> net = new ArrayList<>(lines.size());
        for (AuditLine line : lines) {
            BigDecimal quantity = reduced.getOrDefault(line.id(), line.quantity());
            if (line.reverses().isEmpty() && quantity.signum() > 0) {
                net.add(new NetLine(line, quantity));
            }
        }
        net.sort(BY_TIME_THEN_ID);
        return List.copyOf(net);
    }

    private static void takeOff(
            AuditLine reversal, LineId reversed, Map<LineId, AuditLine> known, Map<LineId, BigDecimal> reduced) {
        AuditLine charge = known.get(reversed);
        requireCharge(reversal, reversed, charge);
        BigDecimal rest = reduced.getOrDefault(reversed, charge.quantity()).add(reversal.quantity());
        if (rest.signum() < 0) {
            throw tooMuch(reversal, reversed);
        }
        reduced.put(reversed, rest);
    }

    /** @param line the line that is reversed, null when it is not known */
    static void requireCharge(AuditLine reversal, LineId reversed, AuditLine line) {
        if (line == null) {
            throw new AuditFault(reversal.id(), "reverses", "reverses the unknown line " + reversed);
        }
        if (line.reverses().isPresent()) {
            throw new AuditFault(reversal.id(), "reverses", "reverses line " + reversed + ", which is a reversal");
        }
    }

    static AuditFault tooMuch(AuditLine reversal, LineId reversed) {
        return new AuditFault(reversal.id(), "qty", "reverses more than is left of line " + reversed);
    }

    /** What a further reversal leaves of it; may be nothing. */
    NetLine less(AuditLine reversal) {
        BigDecimal rest = quantity.add(reversal.quantity());
        return new NetLine(line, rest);
    }

    /** Its amount, shrunk in proportion and not rounded. */
    ExactAmount amount() {
        ExactAmount charged = ExactAmount.of(line.amount());
        return isWhole() ? charged : charged.portion(quantity, line.quantity());
    }

    /** Whether nothing was taken back of it. */
    boolean isWhole() {
        return quantity == line.quantity() || quantity.compareTo(line.quantity()) == 0;
    }
}
