package org.yibaoban.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Both lists with all dated versions of each item. Immutable: a release makes new ones. */
public final class Registers {

    public static final Registers EMPTY = new Registers(Map.of(), Map.of());

    private final Map<Register, Map<String, List<ItemVersion>>> items = new EnumMap<>(Register.class);

    public Registers(Map<String, List<ItemVersion>> national, Map<String, List<ItemVersion>> hospital) {
        items.put(Register.NATIONAL, national);
        items.put(Register.HOSPITAL, hospital);
    }

    /**
     * After a released change set.
     *
     * @param day first day of the change set: no change of what was there reaches before it
     */
    public Registers release(LocalDate day, Collection<ItemChange> changes) {
        Map<String, List<ItemVersion>> national = new HashMap<>(items.get(Register.NATIONAL));
        Map<String, List<ItemVersion>> hospital = new HashMap<>(items.get(Register.HOSPITAL));
        for (ItemChange change : changes) {
            Map<String, List<ItemVersion>> list = change.register() == Register.NATIONAL ? national : hospital;
            List<ItemVersion> versions = list.getOrDefault(change.code(), List.of());
            list.put(change.code(), ItemVersion.say(versions, firstDay(change, versions, day), change.after()));
        }
        return new Registers(national, hospital);
    }

    private static LocalDate firstDay(ItemChange change, List<ItemVersion> versions, LocalDate day) {
        LocalDate own = change.ownFrom().orElse(day);
        return versions.isEmpty() || own.isAfter(day) ? own : day;
    }

    /** The oldest first; empty for an unknown code. */
    public List<ItemVersion> versions(Register register, String code) {
        return items.get(register).getOrDefault(code, List.of());
    }

    public Optional<ItemVersion> find(Register register, String code, LocalDate day) {
        return ItemVersion.on(versions(register, code), day);
    }

    public void forEach(Register register, BiConsumer<String, List<ItemVersion>> action) {
        items.get(register).forEach(action);
    }

    /** Number of different codes. */
    public int size(Register register) {
        return items.get(register).size();
    }
}
