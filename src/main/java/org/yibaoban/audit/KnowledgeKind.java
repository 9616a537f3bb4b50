package org.yibaoban.audit;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.yibaoban.membership.Sex;
import org.yibaoban.visit.VisitType;

/** What a knowledge point can say of an item; each is a limit that one of the rules looks at. */
public enum KnowledgeKind {
    /** M or F. */
    SEX(KnowledgeKind::sex),
    /** Completed years, included. */
    AGE_MIN(KnowledgeKind::count),
    AGE_MAX(KnowledgeKind::count),
    /** Insurances that pay it, with {@code |} between them. */
    INSURANCE(KnowledgeKind::list),
    /** Lowest hospital level, 1 to 3. */
    LEVEL_MIN(KnowledgeKind::level),
    /** Prefixes of ICD-10 codes, with {@code |} between them. */
    DIAGNOSES(KnowledgeKind::list),
    /** inpatient or outpatient. */
    VISIT(KnowledgeKind::visit),
    /** Highest price per unit that may be charged, in yuan. */
    MAX_PRICE(KnowledgeKind::decimal),
    MAX_PER_DAY(KnowledgeKind::decimal),
    MAX_PER_STAY(KnowledgeKind::decimal),
    REPEAT_DAYS(KnowledgeKind::count),
    EXCLUSIVE_GROUP(text -> {}),
    THERAPY_CLASS(text -> {}),
    /** Hospital or national code of an item that is part of this one; an item may have several such points. */
    INCLUDES(KnowledgeKind::code);

    static final String BETWEEN = "|";

    private final Consumer<String> reading;

    KnowledgeKind(Consumer<String> reading) {
        this.reading = reading;
    }

    /** The word used in files, such as {@code max_per_day}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<KnowledgeKind> ofKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** Whether an item may have several points of this kind at a time. */
    public boolean isMany() {
        return this == INCLUDES;
    }

    /** @throws IllegalArgumentException when a value is none of this kind */
    void require(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(key() + " has no value");
        }
        reading.accept(value);
    }

    static Sex sex(String text) {
        return switch (text) {
            case "M" -> Sex.MALE;
            case "F" -> Sex.FEMALE;
            default -> throw new IllegalArgumentException("sex is M or F, not " + text);
        };
    }

    static int count(String text) {
        if (!text.matches("\\d{1,4}")) {
            throw new IllegalArgumentException("a whole number from 0 is expected, not " + text);
        }
        return Integer.parseInt(text);
    }

    static BigDecimal decimal(String text) {
        if (!text.matches("\\d{1,12}(\\.\\d{1,6})?")) {
            throw new IllegalArgumentException("a decimal from 0 is expected, not " + text);
        }
        return new BigDecimal(text);
    }

    static int level(String text) {
        if (!text.matches("[123]")) {
            throw new IllegalArgumentException("a hospital level is 1, 2 or 3, not " + text);
        }
        return Integer.parseInt(text);
    }

    static VisitType visit(String text) {
        return VisitType.ofKey(text).orElseThrow(() -> new IllegalArgumentException("unknown visit type " + text));
    }

    static List<String> list(String text) {
        List<String> parts =
                Arrays.stream(text.split("\\" + BETWEEN, -1)).map(String::strip).toList();
        if (parts.contains("")) {
            throw new IllegalArgumentException("an entry of the list is empty: " + text);
        }
        return parts;
    }

    private static void code(String text) {
        if (text.endsWith("*")) {
            throw new IllegalArgumentException("a part is named by its whole code, not " + text);
        }
    }
}
