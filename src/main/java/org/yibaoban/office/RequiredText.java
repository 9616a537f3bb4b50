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
        String words = text == null ? "" : text.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw new OfficeRefused(ReasonCode.REASON_MISSING, "1 – " + LONGEST, "");
        }
        return words;
    }
}
