package org.yibaoban.audit;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One dated statement on an item, such as a published national knowledge point (facts/domain.md 4.3).
 *
 * @param item a hospital code, a national code, or the beginning of national codes with {@code *} at its end
 * @param value as written; see {@link KnowledgeKind}
 * @param from first day on which a charge is judged by it
 * @param to last day; absent while it has no end
 * @param source where it is published
 */
public record KnowledgePoint(
        String item, KnowledgeKind kind, String value, LocalDate from, Optional<LocalDate> to, String source) {

    private static final String ANY = "*";

    /** @throws IllegalArgumentException for a value that is none of its kind, and for an end before the beginning */
    public KnowledgePoint {
        Objects.requireNonNull(source, "source");
        if (item.isBlank() || item.equals(ANY) || item.indexOf(ANY) >= 0 && item.indexOf(ANY) < item.length() - 1) {
            throw new IllegalArgumentException("an item is a code, or the beginning of one with * at its end: " + item);
        }
        kind.require(value);
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new IllegalArgumentException("to " + to.get() + " lies before from " + from);
        }
    }

    boolean isPrefix() {
        return item.endsWith(ANY);
    }

    String prefix() {
        return item.substring(0, item.length() - 1);
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Whether both say something of one kind on one item on one day, where there can be but one. */
    public boolean contradicts(KnowledgePoint other) {
        boolean twice = !kind.isMany() || value.equals(other.value);
        return twice
                && kind == other.kind
                && item.equals(other.item)
                && !to.orElse(LocalDate.MAX).isBefore(other.from)
                && !other.to.orElse(LocalDate.MAX).isBefore(from);
    }
}
