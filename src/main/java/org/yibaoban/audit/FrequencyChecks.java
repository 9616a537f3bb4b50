package org.yibaoban.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How often one item is charged. */
final class FrequencyChecks {

    private FrequencyChecks() {}

    /** "An item's quantity on one day above max_per_day; all its lines that day." */
    static List<Hit> overDayMax(AuditedStay stay, AuditSettings settings) {
        List<Hit> hits = new ArrayList<>();
        for (List<NetLine> ofItem : stay.limitedItems()) {
            Optional<BigDecimal> max = ofItem.get(0).item().usage().maxPerDay();
            if (max.isPresent()) {
                AuditedStay.group(ofItem, NetLine::day)
                        .forEach((day, lines) ->
                                above(lines, max.get(), day + " ", "on " + day).ifPresent(hits::add));
            }
        }
        return hits;
    }

    /** "An item's quantity over the visit above max_per_stay; all its lines." */
    static List<Hit> overStayMax(AuditedStay stay, AuditSettings settings) {
        List<Hit> hits = new ArrayList<>();
        for (List<NetLine> ofItem : stay.limitedItems()) {
            ofItem.get(0)
                    .item()
                    .usage()
                    .maxPerStay()
                    .flatMap(max -> above(ofItem, max, "本次就诊", "in the visit"))
                    .ifPresent(hits::add);
        }
        return hits;
    }

    private static Optional<Hit> above(List<NetLine> lines, BigDecimal max, String chineseSpan, String englishSpan) {
        BigDecimal quantity = AuditedStay.quantity(lines);
        if (quantity.compareTo(max) <= 0) {
            return Optional.empty();
        }
        AuditItem item = lines.get(0).item();
        String charged = Words.number(quantity);
        return Optional.of(new Hit(
                lines,
                () -> item + ": " + chineseSpan + "收费数量 " + charged + ", 限 " + Words.number(max),
                () -> item + ": quantity " + charged + " " + englishSpan + ", at most " + Words.number(max)));
    }

    /**
     * "A line of an item with repeat_days n whose day is less than n days after the previous line of that item (by
     * time, then id; a previous line that was itself found counts, a quantity above 1 on one line is no repeat); that
     * line."
     */
    static List<Hit> repeat(AuditedStay stay, AuditSettings settings) {
        List<Hit> hits = new ArrayList<>();
        for (List<NetLine> ofItem : stay.limitedItems()) {
            ofItem.get(0).item().usage().repeatDays().ifPresent(days -> {
                for (int i = 1; i < ofItem.size(); i++) {
                    repeat(ofItem.get(i - 1).day(), ofItem.get(i), days).ifPresent(hits::add);
                }
            });
        }
        return hits;
    }

    private static Optional<Hit> repeat(LocalDate previous, NetLine line, int days) {
        long since = ChronoUnit.DAYS.between(previous, line.day());
        return since >= days
                ? Optional.empty()
                : Optional.of(Hit.of(
                        line,
                        () -> "距上次(" + previous + ")" + since + " 天, 应间隔 " + days + " 天",
                        () -> since + " days after the one of " + previous + ", " + days + " are needed"));
    }
}
