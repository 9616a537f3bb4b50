package org.yibaoban.audit;

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
        int byNumber = whole ? compareWhole(other) : 0;
        return byNumber != 0 ? byNumber : value.compareTo(other.value);
    }

    /** By value, without making numbers of them: findings sort many ids. */
    private int compareWhole(LineId other) {
        int from = zeros();
        int otherFrom = other.zeros();
        int longer = Integer.compare(value.length() - from, other.value.length() - otherFrom);
        return longer != 0 ? longer : value.substring(from).compareTo(other.value.substring(otherFrom));
    }

    private int zeros() {
        int zeros = 0;
        while (zeros < value.length() && value.charAt(zeros) == '0') {
            zeros++;
        }
        return zeros;
    }

    private boolean isWhole() {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
