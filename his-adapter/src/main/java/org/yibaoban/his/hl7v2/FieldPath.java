package org.yibaoban.his.hl7v2;

import java.util.Optional;

/**
 * A place in a message (ERR-2).
 *
 * @param sequence which segment of that name, from 1
 * @param setId what the segment calls itself (FT1-1), for a reader who counts by that
 * @param field 0 names the whole segment
 * @param component 0 names the whole field
 */
record FieldPath(String segment, int sequence, Optional<String> setId, int field, int component) {

    static FieldPath of(String segment, int field) {
        return new FieldPath(segment, 1, Optional.empty(), field, 0);
    }

    /** The components of ERR-2, joined by the component separator. */
    String errorLocation(char separator) {
        StringBuilder text = new StringBuilder(segment).append(separator).append(sequence);
        if (field > 0) {
            text.append(separator).append(field).append(separator).append(1);
        }
        if (component > 0) {
            text.append(separator).append(component);
        }
        return text.toString();
    }

    /** Such as {@code PV1-3.1}, or {@code FT1-6 (FT1 no. 2, set id 7)} where a message may hold many. */
    @Override
    public String toString() {
        String place = field == 0 ? segment : segment + "-" + field + (component == 0 ? "" : "." + component);
        return setId.map(id -> place + " (" + segment + " no. " + sequence + ", set id " + id + ")")
                .orElse(place);
    }
}
