package org.yibaoban.audit;

import java.util.Objects;

/**
 * The part of a stay that one look of a rule takes in. Parts of one kind share no line, so a part that no new line
 * touches keeps its findings.
 *
 * @param key the line's id, the day or the item's code; blank for kinds of which a stay has one
 */
public record AuditScope(Kind kind, String key) {

    /** What a rule looks at in one go; each rule has one. */
    public enum Kind {
        /** One line by itself. */
        LINE,
        /** All lines of a calendar day. */
        DAY,
        /** All lines of an item. */
        ITEM,
        /** All bed lines, and the stay's days. */
        BEDS,
        /** All lines on a leave. */
        LEAVES,
        /** Every day of a stay that has ended. */
        IDLE,
        /** The totals, and all class C lines. */
        SHARES,
        /** The visit beside the patient's others; no line touches it. */
        VISIT
    }

    public AuditScope {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
    }

    static AuditScope of(Kind kind) {
        return new AuditScope(kind, "");
    }

    /** The part that a rule of this kind sees a line in. */
    static AuditScope of(Kind kind, AuditLine line) {
        return switch (kind) {
            case LINE -> new AuditScope(kind, line.id().value());
            case DAY -> new AuditScope(kind, line.day().toString());
            case ITEM -> new AuditScope(kind, line.item().code());
            case BEDS, LEAVES, IDLE, SHARES, VISIT -> of(kind);
        };
    }

    /** As it is stored, such as {@code DAY 2026-03-01}. */
    @Override
    public String toString() {
        return key.isEmpty() ? kind.name() : kind.name() + " " + key;
    }
}
