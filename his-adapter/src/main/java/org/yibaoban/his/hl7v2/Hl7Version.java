package org.yibaoban.his.hl7v2;

import java.util.regex.Pattern;

/** A version of the standard (MSH-12), to be compared; what is no version is answered as 2.5.1. */
record Hl7Version(int major, int minor, int patch) implements Comparable<Hl7Version> {

    static final Hl7Version V2_2 = new Hl7Version(2, 2, 0);
    static final Hl7Version V2_3_1 = new Hl7Version(2, 3, 1);
    static final Hl7Version V2_5 = new Hl7Version(2, 5, 0);
    static final Hl7Version V2_7 = new Hl7Version(2, 7, 0);

    private static final Hl7Version USUAL = new Hl7Version(2, 5, 1);
    private static final Pattern FORM = Pattern.compile("\\d{1,2}\\.\\d{1,2}(\\.\\d{1,2})?");

    static Hl7Version of(String text) {
        if (!FORM.matcher(text).matches()) {
            return USUAL;
        }
        String[] parts = text.split("\\.");
        return new Hl7Version(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                parts.length == 3 ? Integer.parseInt(parts[2]) : 0);
    }

    boolean isBefore(Hl7Version other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Hl7Version other) {
        if (major != other.major) {
            return Integer.compare(major, other.major);
        }
        return minor != other.minor ? Integer.compare(minor, other.minor) : Integer.compare(patch, other.patch);
    }
}
