package org.yibaoban.launcher.day;

import java.util.ArrayList;
import java.util.List;

/** An HL7 v2 segment on its way to text. Fields are numbered as in the standard, from 1. */
final class Segment {

    private final List<String> fields = new ArrayList<>();

    Segment(String name) {
        fields.add(name);
    }

    /** Sets a field that is already encoded, such as {@code W1^301^05}. */
    Segment set(int number, String encoded) {
        while (fields.size() <= number) {
            fields.add("");
        }
        fields.set(number, encoded);
        return this;
    }

    /** Text with the delimiters escaped (HL7 v2 chapter 2, 2.7). */
    static String escape(String text) {
        return text.replace("\\", "\\E\\")
                .replace("|", "\\F\\")
                .replace("^", "\\S\\")
                .replace("~", "\\R\\")
                .replace("&", "\\T\\");
    }

    @Override
    public String toString() {
        return String.join("|", fields);
    }
}
