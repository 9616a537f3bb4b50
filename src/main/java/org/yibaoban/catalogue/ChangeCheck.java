package org.yibaoban.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.money.Rate;

/** Holds the rows of a file against what is in force: what is new, changed, ended. One check reads one file. */
public final class ChangeCheck {

    private final Register register;
    private final Registers base;
    private final LocalDate day;
    private final ItemRules rules;
    private final Map<String, String> seen = new HashMap<>();
    private final Set<String> kinds = new HashSet<>();

    /** @param day first day of the change set */
    public ChangeCheck(Register register, Registers base, LocalDate day, Optional<Rate> usualShare) {
        this.register = register;
        this.base = base;
        this.day = day;
        this.rules = new ItemRules(register, usualShare);
    }

    /** What came of a row. */
    public record Outcome(Optional<ItemChange> change, boolean leftOut) {
        static final Outcome UNCHANGED = new Outcome(Optional.empty(), false);
        static final Outcome LEFT_OUT = new Outcome(Optional.empty(), true);
    }

    /** @throws ItemFault when the row is not taken */
    public Outcome add(Map<ItemField, String> given) {
        String code = given.getOrDefault(register.key(), "").strip();
        Optional<Facts> before =
                base.find(register, code, day).map(ItemVersion::facts).or(() -> announced(code));
        ItemRules.Row row;
        try {
            row = rules.check(given, before);
        } catch (ItemFault fault) {
            seen.putIfAbsent(code, "");
            throw fault;
        }
        boolean over = row.facts()
                .find(ItemField.TO)
                .map(LocalDate::parse)
                .filter(to -> to.isBefore(day))
                .isPresent();
        if (over) {
            // a version of the past: history is not told anew
            return Outcome.LEFT_OUT;
        }
        refuseTwice(row);
        kinds.add(kind(code, row.facts()));
        if (row.ended()) {
            return before.isEmpty()
                    ? Outcome.LEFT_OUT
                    : new Outcome(Optional.of(change(row, before, Optional.empty())), false);
        }
        return before.filter(row.facts()::says).isPresent()
                ? Outcome.UNCHANGED
                : new Outcome(Optional.of(change(row, before, Optional.of(row.facts()))), false);
    }

    /** What is said of an item only from a later day on. */
    private Optional<Facts> announced(String code) {
        return base.versions(register, code).stream()
                .filter(version -> version.from().isAfter(day))
                .findFirst()
                .map(ItemVersion::facts);
    }

    private void refuseTwice(ItemRules.Row row) {
        String national = row.facts().get(ItemField.NATIONAL_CODE);
        String before = seen.putIfAbsent(row.code(), national);
        if (before != null) {
            boolean twoCodes = !before.isEmpty() && !before.equals(national);
            throw twoCodes
                    ? new ItemFault(ItemFault.Reason.TWO_CODES, ItemField.NATIONAL_CODE, before + " / " + national)
                    : new ItemFault(ItemFault.Reason.TWICE, register.key(), row.code());
        }
    }

    private ItemChange change(ItemRules.Row row, Optional<Facts> before, Optional<Facts> after) {
        boolean never = base.versions(register, row.code()).isEmpty();
        return new ItemChange(
                register, row.code(), row.from().filter(from -> never || from.isAfter(day)), before, after);
    }

    /** Of a complete list: what is in force, of the kinds that stand in the file, and does not stand in it. */
    public List<ItemChange> missing() {
        List<ItemChange> ended = new ArrayList<>();
        base.forEach(
                register,
                (code, versions) -> ItemVersion.on(versions, day)
                        .map(ItemVersion::facts)
                        .filter(facts -> !seen.containsKey(code) && kinds.contains(kind(code, facts)))
                        .ifPresent(facts -> ended.add(new ItemChange(
                                register, code, Optional.empty(), Optional.of(facts), Optional.empty()))));
        return ended;
    }

    /** A list of drugs says nothing of services. */
    private String kind(String code, Facts facts) {
        return register == Register.HOSPITAL
                ? facts.get(ItemField.CHARGE_TYPE)
                : NationalCode.of(code).map(Enum::name).orElse("");
    }
}
