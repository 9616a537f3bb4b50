package org.yibaoban.his.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One place in a message: {@code PV1-19}, {@code PV1-3.4} (component), {@code PV1-3.4.2} (part of it), {@code PID-3(2)}
 * (second repetition, also for {@code code~name}), {@code PID-3[MR,PI]} (the repetition of that type), {@code
 * PID-3[other]} (the first repetition of a type that no place of the dialect names).
 *
 * @param field from 1
 * @param repetition from 1; 0 where the type decides
 * @param types upper case; empty where the position decides or any other type will do
 * @param component from 1
 * @param part from 1
 */
public record Place(String segment, int field, int repetition, Set<String> types, int component, int part) {

    private static final Pattern WRITTEN = Pattern.compile("([A-Z][A-Z0-9]{2})-([1-9]\\d?)"
            + "(?:\\(([1-9])\\)|\\[([A-Za-z0-9,]+)\\])?(?:\\.([1-9]\\d?))?(?:\\.([1-9]))?");
    private static final String OTHER = "other";

    /** Empty where the text is no place. */
    public static Optional<Place> of(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String types = parts.group(4);
        return Optional.of(new Place(
                parts.group(1),
                Integer.parseInt(parts.group(2)),
                types == null ? number(parts.group(3)) : 0,
                types == null || types.equals(OTHER)
                        ? Set.of()
                        : Set.copyOf(List.of(types.toUpperCase(Locale.ROOT).split(","))),
                number(parts.group(5)),
                number(parts.group(6))));
    }

    /** Whether the type of a repetition, not its position, decides. */
    public boolean isTyped() {
        return repetition == 0;
    }

    /** Whether a repetition of this type is meant. */
    public boolean takes(String type, Set<String> namedTypes) {
        return types.isEmpty() ? !namedTypes.contains(type) : types.contains(type);
    }

    private static int number(String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }
}
