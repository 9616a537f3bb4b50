package org.yibaoban.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.money.Money;

/**
 * A hospital's item and its national code that do not fit each other.
 *
 * @param nationalCode the code that counts
 * @param national what the national list says of it, absent where it says nothing that day
 */
public record MappingConflict(
        String code, Facts hospital, String nationalCode, Optional<Facts> national, Set<Kind> kinds) {

    /** In what they differ. */
    public enum Kind {
        /** A person accepted one code, the HIS's list says another. */
        TWO_CODES,
        /** The national list knows the code, but not any more. */
        ENDED,
        CLASS,
        UNIT,
        /** The hospital charges more than the fund counts. */
        PRICE
    }

    public boolean isTwoCodes() {
        return kinds.contains(Kind.TWO_CODES);
    }

    /** All that there are on a day. */
    public static List<MappingConflict> on(Registers registers, LocalDate day) {
        List<MappingConflict> found = new ArrayList<>();
        registers.forEach(
                Register.HOSPITAL,
                (code, versions) -> ItemVersion.on(versions, day)
                        .map(ItemVersion::facts)
                        .flatMap(hospital -> Composition.nationalCode(hospital)
                                .map(national -> of(code, hospital, national, registers, day)))
                        .filter(conflict -> !conflict.kinds().isEmpty())
                        .ifPresent(found::add));
        return found;
    }

    private static MappingConflict of(
            String code, Facts hospital, String nationalCode, Registers registers, LocalDate day) {
        Optional<Facts> national =
                registers.find(Register.NATIONAL, nationalCode, day).map(ItemVersion::facts);
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        boolean accepted = hospital.find(ItemField.MAPPED_CODE).isPresent()
                && hospital.find(ItemField.NATIONAL_CODE).isPresent();
        if (accepted && !hospital.get(ItemField.NATIONAL_CODE).equals(nationalCode)) {
            kinds.add(Kind.TWO_CODES);
        }
        if (national.isEmpty() && hasEnded(registers, nationalCode, day)) {
            kinds.add(Kind.ENDED);
        }
        national.ifPresent(facts -> {
            add(kinds, Kind.CLASS, differs(hospital, facts, ItemField.CLASS));
            add(kinds, Kind.UNIT, differs(hospital, facts, ItemField.UNIT));
            add(kinds, Kind.PRICE, isOver(hospital, facts));
        });
        return new MappingConflict(code, hospital, nationalCode, national, kinds);
    }

    private static boolean hasEnded(Registers registers, String nationalCode, LocalDate day) {
        return registers.versions(Register.NATIONAL, nationalCode).stream()
                .anyMatch(version -> version.end().isBefore(day));
    }

    private static void add(Set<Kind> kinds, Kind kind, boolean applies) {
        if (applies) {
            kinds.add(kind);
        }
    }

    /** Where both say something. */
    private static boolean differs(Facts hospital, Facts national, ItemField field) {
        return hospital.find(field).isPresent()
                && national.find(field).isPresent()
                && !hospital.get(field).equals(national.get(field));
    }

    private static boolean isOver(Facts hospital, Facts national) {
        return national.find(ItemField.PRICE_LIMIT)
                .map(Money::of)
                .filter(limit -> Money.of(hospital.get(ItemField.PRICE)).compareTo(limit) > 0)
                .isPresent();
    }
}
