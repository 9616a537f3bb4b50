package org.yibaoban.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a list says of an item, checked: fields that are blank are absent, numbers are plain decimals, days ISO. Immutable.
 */
public final class Facts {

    private final Map<ItemField, String> values;

    private Facts(Map<ItemField, String> values) {
        this.values = values;
    }

    /** One field that differs; blank where there is none. */
    public record Difference(ItemField field, String before, String after) {}

    public static Facts of(Map<ItemField, String> given) {
        Map<ItemField, String> values = new EnumMap<>(ItemField.class);
        given.forEach((field, value) -> {
            if (!value.isBlank()) {
                values.put(field, value);
            }
        });
        return new Facts(values);
    }

    public Optional<String> find(ItemField field) {
        return Optional.ofNullable(values.get(field));
    }

    /** Blank where the list says nothing. */
    public String get(ItemField field) {
        return values.getOrDefault(field, "");
    }

    /** The same with another value of a field; a blank one takes it out. */
    public Facts with(ItemField field, String value) {
        Map<ItemField, String> changed = new EnumMap<>(ItemField.class);
        changed.putAll(values);
        changed.put(field, value);
        return of(changed);
    }

    /** Field by field, in the order of the fields. The number of the download alone is no difference. */
    public List<Difference> differences(Facts after) {
        List<Difference> found = new ArrayList<>();
        for (ItemField field : ItemField.values()) {
            if (field != ItemField.VERSION && !get(field).equals(after.get(field))) {
                found.add(new Difference(field, get(field), after.get(field)));
            }
        }
        return found;
    }

    public boolean says(Facts other) {
        return differences(other).isEmpty();
    }

    /** As it is stored: a line for each field, {@code class=B}; line breaks within a value become blanks. */
    public String text() {
        StringBuilder text = new StringBuilder();
        values.forEach((field, value) -> text.append(field.key())
                .append('=')
                .append(value.replaceAll("[\\r\\n]+", " "))
                .append('\n'));
        return text.toString();
    }

    /** What {@link #text} made; a field that this version does not know is left out. */
    public static Facts parse(String text) {
        Map<ItemField, String> values = new EnumMap<>(ItemField.class);
        text.lines().forEach(line -> {
            int at = line.indexOf('=');
            ItemField.ofKey(line.substring(0, at)).ifPresent(field -> values.put(field, line.substring(at + 1)));
        });
        return new Facts(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts facts && values.equals(facts.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
