package org.yibaoban.audit;

import java.math.BigInteger;

/**
 * Identity of a charge line. Whole numbers are ordered by their value and stand before all other ids, which are ordered
 * as text: 2 comes before 10.
 */
public record LineId(String value) implements Comparable<LineId> {

    /** @throws IllegalArgumentException when blank */
    public LineId {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("a line needs an id");
        }
    }

    @Override
    public int compareTo(LineId other) {
        boolean whole = isWhole();
        if (whole != other.isWhole()) {
            return whole ? -1 : 1;
        }
        int byNumber = whole ? new BigInteger(value).compareTo(new BigInteger(other.value)) : 0;
        return byNumber != 0 ? byNumber : value.compareTo(other.value);
    }

    private boolean isWhole() {
        return value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return value;
    }
}
