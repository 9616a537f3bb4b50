package org.yibaoban.catalogue;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/** What a row of either list must be, and its values in one form (docs/catalogue.md). */
public final class ItemRules {

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("A", "A"),
            Map.entry("甲", "A"),
            Map.entry("甲类", "A"),
            Map.entry("01", "A"),
            Map.entry("1", "A"),
            Map.entry("B", "B"),
            Map.entry("乙", "B"),
            Map.entry("乙类", "B"),
            Map.entry("02", "B"),
            Map.entry("2", "B"),
            Map.entry("C", "C"),
            Map.entry("丙", "C"),
            Map.entry("丙类", "C"),
            Map.entry("自费", "C"),
            Map.entry("03", "C"),
            Map.entry("3", "C"));
    private static final Map<String, String> YES_OR_NO =
            Map.of("", "", "yes", "yes", "是", "yes", "1", "yes", "no", "", "否", "", "0", "");
    private static final List<ItemField> SHARES =
            Stream.of(ItemField.values()).filter(ItemField::isShare).toList();

    private final Register register;
    private final Optional<Rate> usualShare;

    /** @param usualShare what class B pays first where neither the row nor what was known says it */
    public ItemRules(Register register, Optional<Rate> usualShare) {
        this.register = register;
        this.usualShare = usualShare;
    }

    /**
     * A row that is right.
     *
     * @param ended whether the row itself says that the item is in force no more
     */
    public record Row(String code, Facts facts, Optional<LocalDate> from, boolean ended) {}

    /**
     * Checks a row.
     *
     * @param given its fields as they stand in the file
     * @param known what is in force of this code
     * @throws ItemFault for the first field that is wrong
     */
    public Row check(Map<ItemField, String> given, Optional<Facts> known) {
        Map<ItemField, String> values = new EnumMap<>(ItemField.class);
        given.forEach((field, value) -> values.put(field, field.strict(value.strip())));
        register.required().forEach(field -> require(values, field));
        String code = values.remove(register.key());
        if (register == Register.NATIONAL && NationalCode.of(code).isEmpty()) {
            throw new ItemFault(ItemFault.Reason.CODE_SHAPE, register.key(), code);
        }
        keepWhatIsNotSaid(given.keySet(), values, known);
        checkWords(values);
        checkFigures(values);
        Optional<LocalDate> from = day(values, ItemField.FROM);
        Optional<LocalDate> to = day(values, ItemField.TO);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new ItemFault(ItemFault.Reason.ENDS_BEFORE_IT_BEGINS, ItemField.TO, values.get(ItemField.TO));
        }
        boolean ended = values.getOrDefault(ItemField.VALID, "").equals("0");
        values.remove(ItemField.FROM);
        values.remove(ItemField.VALID);
        if (!ended) {
            share(values, known);
        }
        return new Row(code, Facts.of(values), from, ended);
    }

    private static void require(Map<ItemField, String> values, ItemField field) {
        if (values.getOrDefault(field, "").isEmpty()) {
            throw new ItemFault(ItemFault.Reason.MISSING, field, "");
        }
    }

    private void checkWords(Map<ItemField, String> values) {
        values.forEach((field, value) -> {
            if (value.length() > field.most()) {
                throw new ItemFault(ItemFault.Reason.TOO_LONG, field, value.substring(0, 40));
            }
        });
        String national = values.getOrDefault(ItemField.NATIONAL_CODE, "");
        if (!national.isEmpty() && NationalCode.of(national).isEmpty()) {
            throw new ItemFault(ItemFault.Reason.CODE_SHAPE, ItemField.NATIONAL_CODE, national);
        }
        if (register == Register.HOSPITAL) {
            word(values, ItemField.WAIVED, YES_OR_NO);
            chargeType(values);
        }
        String itemClass = values.getOrDefault(ItemField.CLASS, "");
        if (itemClass.isEmpty()) {
            // what the national list gives no class is not paid by the fund
            values.put(ItemField.CLASS, ItemClass.C.name());
        } else {
            word(values, ItemField.CLASS, CLASSES);
        }
    }

    private static void word(Map<ItemField, String> values, ItemField field, Map<String, String> words) {
        String given = values.getOrDefault(field, "");
        String known = words.get(given.length() == 1 ? given.toUpperCase(Locale.ROOT) : given);
        if (known == null) {
            throw new ItemFault(ItemFault.Reason.UNKNOWN_WORD, field, given);
        }
        values.put(field, known);
    }

    private static void chargeType(Map<ItemField, String> values) {
        String given = values.get(ItemField.CHARGE_TYPE);
        ChargeType type = Stream.of(ChargeType.values())
                .filter(known ->
                        Stream.of(known.key(), known.code(), known.chinese()).anyMatch(given::equals))
                .findFirst()
                .orElseThrow(() -> new ItemFault(ItemFault.Reason.UNKNOWN_WORD, ItemField.CHARGE_TYPE, given));
        values.put(ItemField.CHARGE_TYPE, type.key());
    }

    private static void checkFigures(Map<ItemField, String> values) {
        for (ItemField field : List.of(ItemField.PRICE, ItemField.PRICE_LIMIT)) {
            number(values, field, text -> Money.of(text).toString());
        }
        for (ItemField field : SHARES) {
            number(values, field, text -> {
                boolean percent = text.endsWith("%");
                BigDecimal share = decimal(percent ? text.substring(0, text.length() - 1) : text);
                return new Rate(percent ? share.movePointLeft(2) : share).toString();
            });
        }
    }

    private interface Reading {
        String of(String text);
    }

    private static void number(Map<ItemField, String> values, ItemField field, Reading reading) {
        String given = values.getOrDefault(field, "");
        if (!given.isEmpty()) {
            try {
                decimal(given.endsWith("%") ? given.substring(0, given.length() - 1) : given);
                values.put(field, reading.of(given));
            } catch (ArithmeticException | IllegalArgumentException e) {
                throw new ItemFault(ItemFault.Reason.NO_NUMBER, field, given);
            }
        }
    }

    private static BigDecimal decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return new BigDecimal(text);
    }

    /** A day, or the day of a time; yyyy-MM-dd or yyyyMMdd. */
    private static Optional<LocalDate> day(Map<ItemField, String> values, ItemField field) {
        String given = values.getOrDefault(field, "");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String text = given.replace('/', '-');
        String iso = text.matches("\\d{8}.*")
                ? text.substring(0, 4) + '-' + text.substring(4, 6) + '-' + text.substring(6, 8)
                : text.substring(0, Math.min(10, text.length()));
        try {
            LocalDate day = LocalDate.parse(iso);
            values.put(field, day.toString());
            return Optional.of(day);
        } catch (DateTimeException e) {
            throw new ItemFault(ItemFault.Reason.NO_DAY, field, given);
        }
    }

    /** What a file has no column for stays; nor does it undo what a person accepted, or a code by leaving it blank. */
    private void keepWhatIsNotSaid(Set<ItemField> said, Map<ItemField, String> values, Optional<Facts> known) {
        register.fields().stream()
                .filter(field -> !said.contains(field) && !field.isShare())
                .forEach(field -> keep(values, known, field));
        if (register == Register.HOSPITAL) {
            keep(values, known, ItemField.MAPPED_CODE);
            keep(values, known, ItemField.NATIONAL_CODE);
        }
    }

    private static void keep(Map<ItemField, String> values, Optional<Facts> known, ItemField field) {
        if (values.getOrDefault(field, "").isEmpty()) {
            values.put(field, known.map(facts -> facts.get(field)).orElse(""));
        }
    }

    private void share(Map<ItemField, String> values, Optional<Facts> known) {
        boolean isB = values.get(ItemField.CLASS).equals(ItemClass.B.name());
        for (ItemField field : SHARES) {
            if (!isB && !values.getOrDefault(field, "").isEmpty()) {
                if (!new BigDecimal(values.get(field)).equals(BigDecimal.ZERO)) {
                    throw new ItemFault(ItemFault.Reason.SHARE_NOT_B, field, values.get(field));
                }
                values.put(field, "");
            }
            if (isB) {
                keep(values, known, field);
            }
        }
        if (isB && values.get(ItemField.SHARE).isEmpty()) {
            values.put(
                    ItemField.SHARE,
                    usualShare
                            .map(Rate::toString)
                            .orElseThrow(() -> new ItemFault(ItemFault.Reason.NO_SHARE, ItemField.SHARE, "")));
        }
    }
}
