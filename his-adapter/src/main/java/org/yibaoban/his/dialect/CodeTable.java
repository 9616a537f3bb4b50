package org.yibaoban.his.dialect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Codes that differ between senders, and what each may stand for. A code that is not in a sender's table is refused. */
public enum CodeTable {
    /** What a sender writes for an event; to any event of HL7. */
    EVENT(Set.of()),
    PATIENT_CLASS(Set.of("inpatient", "outpatient")),
    SEX(Set.of("male", "female", "unknown", "not-stated")),
    /** FT1-6. With a minus sign a charge is a credit; an adjustment goes by its sign; a payment is refused. */
    CHARGE_TYPE(Set.of("charge", "credit", "adjustment", "payment")),
    /** Whether something is so: taken home, for a chronic illness. */
    FLAG(Set.of("yes", "no")),
    /** ORC-1, HL7 table 0119. */
    ORDER_CONTROL(Set.of(
            "new",
            "cancel",
            "discontinue",
            "hold",
            "release",
            "change",
            "replaced",
            "replacement",
            "refill",
            "accepted",
            "unable",
            "number",
            "note",
            "charge"));

    private final Set<String> meanings;

    CodeTable(Set<String> meanings) {
        this.meanings = meanings;
    }

    /** The word in a dialect file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CodeTable> ofKey(String key) {
        return Arrays.stream(values()).filter(table -> table.key().equals(key)).findFirst();
    }

    /** What a code may stand for; anything where empty. */
    public Set<String> meanings() {
        return meanings;
    }
}
