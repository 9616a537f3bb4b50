package org.yibaoban.selection;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows a reader wants, a page at a time in the order of their ids: rows that come in between neither move others
 * nor repeat them. Empty means any.
 *
 * @param ids row ids
 * @param number the number by which HIS or hospital knows it: patient number, visit number, transaction id, claim
 *     identifier
 * @param identityNumber of a patient
 * @param patient row id of the patient
 * @param visit row id of the visit
 * @param claim row id of the claim
 * @param states names of the states of what is wanted
 * @param item the hospital's item code
 * @param happened when it was in the hospital, local time
 * @param changed when it was last changed here
 * @param after the last id of the page before, 0 for the first page
 * @param limit at most so many rows
 */
public record Selection(
        Set<Long> ids,
        Optional<String> number,
        Optional<String> identityNumber,
        Optional<Long> patient,
        Optional<Long> visit,
        Optional<Long> claim,
        Set<String> states,
        Optional<String> item,
        Between<LocalDateTime> happened,
        Between<Instant> changed,
        long after,
        int limit) {

    private static final Set<Long> NO_ROW = Set.of(-1L);

    public Selection {
        ids = Set.copyOf(ids);
        states = Set.copyOf(states);
    }

    /** All rows; what is said next narrows it. */
    public static Narrowing all() {
        return new Narrowing();
    }

    /** Narrows a selection step by step; {@link #page} makes it. */
    public static final class Narrowing {
        private Optional<Set<Long>> ids = Optional.empty();
        private Optional<String> number = Optional.empty();
        private Optional<String> identityNumber = Optional.empty();
        private Optional<Long> patient = Optional.empty();
        private Optional<Long> visit = Optional.empty();
        private Optional<Long> claim = Optional.empty();
        private Set<String> states = Set.of();
        private Optional<String> item = Optional.empty();
        private Between<LocalDateTime> happened = Between.always();
        private Between<Instant> changed = Between.always();

        private Narrowing() {}

        /** Only these, and of these only those that were named before. */
        public Narrowing ids(Set<Long> wanted) {
            Set<Long> both = new HashSet<>(wanted);
            ids.ifPresent(both::retainAll);
            ids = Optional.of(both.isEmpty() ? NO_ROW : both);
            return this;
        }

        public Narrowing none() {
            return ids(NO_ROW);
        }

        public Narrowing number(String wanted) {
            number = Optional.of(wanted);
            return this;
        }

        public Narrowing identityNumber(String wanted) {
            identityNumber = Optional.of(wanted);
            return this;
        }

        public Narrowing patient(long id) {
            patient = Optional.of(id);
            return this;
        }

        public Narrowing visit(long id) {
            visit = Optional.of(id);
            return this;
        }

        public Narrowing claim(long id) {
            claim = Optional.of(id);
            return this;
        }

        public Narrowing states(Set<String> wanted) {
            states = wanted;
            return this;
        }

        public Narrowing item(String code) {
            item = Optional.of(code);
            return this;
        }

        public Narrowing happened(Between<LocalDateTime> when) {
            happened = happened.and(when);
            return this;
        }

        public Narrowing changed(Between<Instant> when) {
            changed = changed.and(when);
            return this;
        }

        /** At most {@code limit} rows behind the one of the given id. */
        public Selection page(long after, int limit) {
            return new Selection(
                    ids.orElse(Set.of()),
                    number,
                    identityNumber,
                    patient,
                    visit,
                    claim,
                    states,
                    item,
                    happened,
                    changed,
                    after,
                    limit);
        }
    }
}
