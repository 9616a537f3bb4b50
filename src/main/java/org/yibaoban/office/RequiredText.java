package org.yibaoban.office;

/** Words that a person must give: a reason, a question, an answer. */
public final class RequiredText {

    /** Longest text that is kept with a deed. */
    public static final int LONGEST = 1000;

    private RequiredText() {}

    /**
     * The words without blanks around them.
     *
     * @throws OfficeRefused REASON_MISSING for none, or more than {@link #LONGEST} characters
     */
    public static String of(String text) {
        return of(text, LONGEST, "");
    }

    /**
     * The words without blanks around them.
     *
     * @param longest in characters
     * @param subject what they are about
     * @throws OfficeRefused REASON_MISSING for none, or for too many
     */
    public static String of(String text, int longest, String subject) {
        String words = orNone(text, longest, subject);
        if (words.isEmpty()) {
            throw missing(longest, subject);
        }
        return words;
    }

    /**
     * Words that may be left out, without blanks around them.
     *
     * @throws OfficeRefused REASON_MISSING for too many: they are never cut
     */
    public static String orNone(String text, int longest, String subject) {
        String words = text == null ? "" : text.strip();
        if (words.length() > longest) {
            throw missing(longest, subject);
        }
        return words;
    }

    private static OfficeRefused missing(int longest, String subject) {
        return new OfficeRefused(ReasonCode.REASON_MISSING, "1 – " + longest, subject);
    }
}
