package org.yibaoban.office.message;

import java.util.List;

/**
 * A line of a kept message.
 *
 * @param name such as {@code PID}; blank where the format has no names for lines
 * @param text as it stands in the message
 * @param fields what it is made of; empty where the format is not taken apart
 */
public record MessageLine(String name, String text, List<Field> fields) {

    /**
     * A field.
     *
     * @param place such as {@code PID-5}
     */
    public record Field(String place, String text) {}
}
