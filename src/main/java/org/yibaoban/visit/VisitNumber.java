package org.yibaoban.visit;

/** The HIS's number of one visit (PV1-19, ipt_no). */
public record VisitNumber(String value) {

    /** @throws IllegalArgumentException when blank or longer than 30 characters */
    public VisitNumber {
        if (value == null || value.isBlank() || value.length() > 30) {
            throw new IllegalArgumentException("a visit number has 1 to 30 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
