package org.yibaoban.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One item of a change set.
 *
 * @param ownFrom the item's own first day, where it is not the change set's: earlier for an item that was never there,
 *     later for any
 * @param before what is in force, absent for a new item
 * @param after what is to be, absent for an item that ends
 */
public record ItemChange(
        Register register, String code, Optional<LocalDate> ownFrom, Optional<Facts> before, Optional<Facts> after) {

    /** What becomes of the item. */
    public enum Kind {
        NEW,
        CHANGED,
        ENDED
    }

    public Kind kind() {
        if (before.isEmpty()) {
            return Kind.NEW;
        }
        return after.isEmpty() ? Kind.ENDED : Kind.CHANGED;
    }

    /** The item's name, as it is to be or as it was. */
    public String name() {
        return after.or(() -> before).map(facts -> facts.get(ItemField.NAME)).orElse("");
    }

    /** Field by field; every field of a new item against nothing. */
    public List<Facts.Difference> differences() {
        Facts nothing = Facts.of(java.util.Map.of());
        return after.isEmpty() ? List.of() : before.orElse(nothing).differences(after.get());
    }
}
