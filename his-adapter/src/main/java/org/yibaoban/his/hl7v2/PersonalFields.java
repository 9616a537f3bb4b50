package org.yibaoban.his.hl7v2;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where personal data stands in an HL7 v2 message: names, addresses, telephones, numbers of documents. What looks like
 * an identity number or a mobile telephone is hidden wherever it stands, and segments of the sender's own altogether.
 */
final class PersonalFields {

    private static final Map<String, Set<Integer>> PLACES = Map.of(
            "PID", Set.of(5, 6, 7, 9, 11, 12, 13, 14, 19, 20, 21, 23),
            "PD1", Set.of(4),
            "NK1", Set.of(2, 4, 5, 6, 7, 16, 30, 31, 32),
            "GT1", Set.of(3, 4, 5, 6, 7, 8, 12, 16, 17, 18),
            "IN1", Set.of(6, 7, 16, 18, 19, 49),
            "IN2", Set.of(2, 3, 6, 8, 52, 61, 63),
            "MRG", Set.of(7),
            "NTE", Set.of(3));

    /** Eighteen characters as GB 11643 has them, or the fifteen digits of before. */
    private static final Pattern IDENTITY =
            Pattern.compile("(?<![0-9])([1-9]\\d{5})(\\d{11}|\\d{8})([\\dXx])(?![0-9Xx])");

    private static final Pattern MOBILE = Pattern.compile("(?<![0-9])1[3-9]\\d{9}(?![0-9])");
    private static final String HIDDEN = "***";

    private PersonalFields() {}

    /** The field as it may be shown to everyone at the message desk. */
    static String masked(String segment, int field, String text) {
        boolean own = segment.startsWith("Z");
        if (!text.isEmpty() && (own || PLACES.getOrDefault(segment, Set.of()).contains(field))) {
            return HIDDEN;
        }
        String withoutNumbers = IDENTITY.matcher(text).replaceAll(PersonalFields::identity);
        return MOBILE.matcher(withoutNumbers).replaceAll(HIDDEN);
    }

    private static String identity(MatchResult found) {
        return found.group(1)
                + "*".repeat(found.group(2).length() - 1)
                + found.group(2).charAt(found.group(2).length() - 1)
                + found.group(3);
    }
}
