package org.yibaoban.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a list says of an item over a stretch of days.
 *
 * @param from first day
 * @param to last day, absent while it has no end
 */
public record ItemVersion(LocalDate from, Optional<LocalDate> to, Facts facts) {

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** The last day as one can compute with it. */
    LocalDate end() {
        return to.orElse(LocalDate.MAX);
    }

    /**
     * An item's versions after a word on it: what was said of the days before stays as it was.
     *
     * @param facts empty when the item ends with the day before
     */
    static List<ItemVersion> say(List<ItemVersion> versions, LocalDate from, Optional<Facts> facts) {
        List<ItemVersion> said = new ArrayList<>();
        for (ItemVersion version : versions) {
            if (version.from().isBefore(from)) {
                boolean reaches = !version.end().isBefore(from);
                said.add(
                        reaches
                                ? new ItemVersion(version.from(), Optional.of(from.minusDays(1)), version.facts())
                                : version);
            }
        }
        facts.ifPresent(
                known -> said.add(new ItemVersion(from, known.find(ItemField.TO).map(LocalDate::parse), known)));
        return List.copyOf(said);
    }

    static Optional<ItemVersion> on(List<ItemVersion> versions, LocalDate day) {
        return versions.stream().filter(version -> version.inForceOn(day)).findFirst();
    }
}
