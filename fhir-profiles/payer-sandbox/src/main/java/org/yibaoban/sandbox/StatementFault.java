package org.yibaoban.sandbox;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.reconciliation.BookLine;

/** How a statement can be wrong about a claim, its sums with it; a clearing likewise, which may also deduct. */
enum StatementFault {
    /** The claim stands nowhere. */
    OMIT,
    /** Its settlement stands twice. */
    DOUBLE,
    /** A yuan less from the fund, a yuan more in cash. */
    CHANGE,
    /** Its reversal is left out. */
    DROP_REVERSAL,
    /** The clearing withholds ten yuan of it; statements are right. */
    DEDUCT;

    /** The word in settings: {@code statement-drop-reversal}, {@code clearing-deduct}. */
    String key() {
        return (this == DEDUCT ? "clearing-" : "statement-")
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The line as this fault tells it, among the lines of a statement. */
    List<BookLine> spoil(BookLine line) {
        boolean settlement = line.kind() == BookLine.Kind.SETTLEMENT;
        return switch (this) {
            case OMIT -> List.of();
            case DOUBLE -> settlement ? List.of(line, line) : List.of(line);
            case DEDUCT -> List.of(line);
            case CHANGE -> List.of(settlement ? changed(line) : line);
            case DROP_REVERSAL -> settlement ? List.of(line) : List.of();
        };
    }

    /** The lines with every fault that is asked for. */
    static List<BookLine> spoilt(List<BookLine> lines, Map<String, StatementFault> faults) {
        List<BookLine> told = new ArrayList<>();
        for (BookLine line : lines) {
            StatementFault fault = faults.get(line.claim());
            told.addAll(fault == null ? List.of(line) : fault.spoil(line));
        }
        return told;
    }

    private static BookLine changed(BookLine line) {
        Map<SettlementField, Money> amounts = new EnumMap<>(line.amounts());
        Money yuan = Money.of("1.00");
        amounts.merge(SettlementField.BASIC_FUND, yuan.negated(), Money::plus);
        amounts.merge(SettlementField.PERSONAL, yuan, Money::plus);
        amounts.merge(SettlementField.CASH, yuan, Money::plus);
        return new BookLine(line.claim(), line.kind(), line.reference(), line.day(), amounts);
    }
}
