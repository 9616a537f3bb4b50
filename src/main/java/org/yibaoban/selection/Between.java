package org.yibaoban.selection;

import java.util.Optional;

/** A stretch of time, open where an end is empty: {@code from} belongs to it, {@code before} does not. */
public record Between<T extends Comparable<? super T>>(Optional<T> from, Optional<T> before) {

    public static <T extends Comparable<? super T>> Between<T> always() {
        return new Between<T>(Optional.empty(), Optional.empty());
    }

    /** What lies in both. */
    public Between<T> and(Between<T> other) {
        return new Between<T>(later(from, other.from), earlier(before, other.before));
    }

    private static <T extends Comparable<? super T>> Optional<T> later(Optional<T> a, Optional<T> b) {
        return a.isPresent() && b.isPresent() ? (a.get().compareTo(b.get()) >= 0 ? a : b) : a.or(() -> b);
    }

    private static <T extends Comparable<? super T>> Optional<T> earlier(Optional<T> a, Optional<T> b) {
        return a.isPresent() && b.isPresent() ? (a.get().compareTo(b.get()) <= 0 ? a : b) : a.or(() -> b);
    }
}
