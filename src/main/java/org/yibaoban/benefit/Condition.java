package org.yibaoban.benefit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yibaoban.benefit.VisitTerms.Facility;

/**
 * When a term of a plan applies; an absent part applies to all.
 *
 * @param level hospital level 1 to 3
 * @param stay the first stay of the plan year, or a later one
 * @param disease code of the registered disease that the visit is for
 */
public record Condition(
        Optional<Integer> level,
        Optional<Facility> facility,
        Optional<Stay> stay,
        Optional<PersonGroup> person,
        Optional<String> disease) {

    public static final Condition ALWAYS =
            new Condition(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** One that does not go by the disease. */
    public Condition(
            Optional<Integer> level, Optional<Facility> facility, Optional<Stay> stay, Optional<PersonGroup> person) {
        this(level, facility, stay, person, Optional.empty());
    }

    /** Which stay of the plan year. */
    public enum Stay {
        FIRST,
        LATER;

        /** The word used in plan files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same with the person left out: terms that differ only in the person stand beside each other. */
    public Condition forAnyone() {
        return new Condition(level, facility, stay, Optional.empty(), disease);
    }

    boolean holds(Situation at) {
        return (level.isEmpty() || level.equals(at.visit().hospitalLevel()))
                && (facility.isEmpty() || facility.equals(at.visit().facility()))
                && (stay.isEmpty() || stay.get() == (at.year().stays() == 0 ? Stay.FIRST : Stay.LATER))
                && (person.isEmpty() || person.get().includes(at.member()))
                && (disease.isEmpty() || disease.equals(at.visit().disease().map(RegisteredDisease::code)));
    }

    /** The poor, then civil servants, then a category, then everyone: the lowest one that holds applies. */
    int personRank() {
        return person.map(group -> switch (group) {
                    case POOR -> 0;
                    case CIVIL_SERVANT -> 1;
                    case IN_SERVICE, RETIRED, RESIDENT -> 2;
                })
                .orElse(3);
    }

    /** For messages, such as {@code level_2}; blank when it always applies. */
    public String words() {
        return suffix().replaceFirst("^[.]", "").replace('.', ' ');
    }

    /** For the key of a parameter, such as {@code .level_2.retired}; blank when it always applies. */
    String suffix() {
        return Stream.of(
                        disease.map(code -> "." + code),
                        level.map(number -> ".level_" + number),
                        facility.map(where -> "." + where.name().toLowerCase(Locale.ROOT)),
                        stay.map(which -> "." + which.key() + "_stay"),
                        person.map(group -> "." + group.key()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining());
    }
}
