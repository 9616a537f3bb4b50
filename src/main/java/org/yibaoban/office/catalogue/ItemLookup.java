package org.yibaoban.office.catalogue;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.catalogue.Facts;
import org.yibaoban.catalogue.ItemField;
import org.yibaoban.catalogue.ItemVersion;
import org.yibaoban.catalogue.Likeness;
import org.yibaoban.catalogue.NationalCode;
import org.yibaoban.catalogue.Register;
import org.yibaoban.catalogue.Registers;

/**
 * Finds items by code, name or the initials of their pinyin, and those that are alike. It goes through all of them,
 * which takes some milliseconds, and needs no index that a release would have to rebuild.
 */
public final class ItemLookup {

    private final List<Entry> entries;

    /** @param words lower-case codes, name, initials and specification */
    private record Entry(Register register, String code, String words, List<ItemVersion> versions, Likeness likeness) {

        /** As of a day; for what is not in force the latest word on it. */
        Facts facts(LocalDate day) {
            return versions.stream()
                    .filter(version -> version.inForceOn(day))
                    .findFirst()
                    .orElseGet(() -> versions.get(versions.size() - 1))
                    .facts();
        }

        boolean inForceOn(LocalDate day) {
            return versions.stream().anyMatch(version -> version.inForceOn(day));
        }
    }

    /**
     * An item that was found.
     *
     * @param facts what is in force on the day asked for, else the latest word
     */
    public record Found(Register register, String code, Facts facts, boolean inForce) {}

    /**
     * A national code that may be meant.
     *
     * @param percent how alike name and specification are, 0 to 100
     */
    public record Suggestion(String code, String name, String specification, String unit, int percent) {}

    private ItemLookup(List<Entry> entries) {
        this.entries = entries;
    }

    static ItemLookup of(Registers registers) {
        return of(registers, new ItemLookup(List.of()));
    }

    /** @param before of the edition before, whose items are taken over where nothing was said of them */
    static ItemLookup of(Registers registers, ItemLookup before) {
        Map<List<ItemVersion>, Entry> known = new IdentityHashMap<>();
        before.entries.forEach(entry -> known.put(entry.versions(), entry));
        List<Entry> entries = new ArrayList<>();
        // most names come in many packs and from many makers
        Map<String, String> initials = new HashMap<>();
        for (Register register : List.of(Register.HOSPITAL, Register.NATIONAL)) {
            registers.forEach(register, (code, versions) -> {
                if (!versions.isEmpty()) {
                    Entry same = known.get(versions);
                    entries.add(same == null ? entry(register, code, versions, initials) : same);
                }
            });
        }
        entries.sort(Comparator.comparing(Entry::register).reversed().thenComparing(Entry::code));
        return new ItemLookup(List.copyOf(entries));
    }

    private static Entry entry(
            Register register, String code, List<ItemVersion> versions, Map<String, String> initials) {
        Facts facts = versions.get(versions.size() - 1).facts();
        String letters = initials.computeIfAbsent(facts.get(ItemField.NAME), ItemLookup::initials);
        return new Entry(register, code, words(code, facts, letters), versions, likeness(facts));
    }

    private static String words(String code, Facts facts, String initials) {
        return String.join(
                        " ",
                        code,
                        facts.get(ItemField.NAME),
                        initials,
                        facts.get(ItemField.SPECIFICATION),
                        facts.get(ItemField.NATIONAL_CODE),
                        facts.get(ItemField.MAPPED_CODE))
                .toLowerCase(Locale.ROOT);
    }

    private static Likeness likeness(Facts facts) {
        return Likeness.of(facts.get(ItemField.NAME), facts.get(ItemField.SPECIFICATION));
    }

    /** The first letter of each character's pinyin; what is no Chinese character stands for itself. */
    static String initials(String name) {
        return PinyinHelper.toPinyin(name, PinyinStyleEnum.FIRST_LETTER, "");
    }

    /** Items with all the words in codes, name, initials or specification: the hospital's before the national ones. */
    public List<Found> find(String text, LocalDate day, int limit) {
        String[] words = text.toLowerCase(Locale.ROOT).strip().split("\\s+");
        return entries.stream()
                .filter(entry -> holds(entry, words))
                .limit(limit)
                .map(entry -> new Found(entry.register(), entry.code(), entry.facts(day), entry.inForceOn(day)))
                .toList();
    }

    private static boolean holds(Entry entry, String[] words) {
        for (String word : words) {
            if (!entry.words().contains(word)) {
                return false;
            }
        }
        return true;
    }

    /**
     * National codes by likeness of name and specification, the likest first: of the national list, or while it has
     * nothing of the kind, of what else the hospital has mapped.
     *
     * @param code the hospital's own, whose charge type says which kinds of code can be meant
     */
    public List<Suggestion> suggest(String code, Facts hospital, LocalDate day, int limit) {
        Likeness wanted = likeness(hospital);
        Map<String, Suggestion> best = new HashMap<>();
        for (Entry entry : entries) {
            if (!entry.code().equals(code) && entry.inForceOn(day)) {
                Facts facts = entry.facts(day);
                Optional<String> national = entry.register() == Register.NATIONAL
                        ? Optional.of(entry.code())
                        : facts.find(ItemField.MAPPED_CODE).or(() -> facts.find(ItemField.NATIONAL_CODE));
                int percent = national.isEmpty() ? 0 : wanted.percent(entry.likeness());
                if (percent >= Likeness.WORTH_SHOWING && fits(hospital, national.get())) {
                    best.merge(
                            national.get(),
                            suggestion(national.get(), facts, percent),
                            (a, b) -> a.percent() >= b.percent() ? a : b);
                }
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparing(Suggestion::percent).reversed().thenComparing(Suggestion::code))
                .limit(limit)
                .toList();
    }

    private static Suggestion suggestion(String national, Facts facts, int percent) {
        return new Suggestion(
                national,
                facts.get(ItemField.NAME),
                facts.get(ItemField.SPECIFICATION),
                facts.get(ItemField.UNIT),
                percent);
    }

    private static boolean fits(Facts hospital, String national) {
        return NationalCode.of(national)
                .map(kind -> switch (kind) {
                    case WESTERN_DRUG, PATENT_DRUG ->
                        hospital.get(ItemField.CHARGE_TYPE).equals("drug");
                    case HERB -> hospital.get(ItemField.CHARGE_TYPE).equals("herb");
                    case CONSUMABLE -> hospital.get(ItemField.CHARGE_TYPE).equals("consumable");
                    case SERVICE ->
                        !List.of("drug", "herb", "consumable").contains(hospital.get(ItemField.CHARGE_TYPE));
                })
                .orElse(false);
    }
}
