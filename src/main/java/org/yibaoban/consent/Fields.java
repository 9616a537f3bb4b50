package org.yibaoban.consent;

/** Texts of a form. */
final class Fields {

    private static final int LONGEST = 400;

    private Fields() {}

    /**
     * The text without the spaces around it.
     *
     * @throws ConsentFault when nothing is left, or it is longer than fits on the form
     */
    static String given(String field, String text) {
        if (text == null || text.isBlank()) {
            throw new ConsentFault(field, "未填写 is blank");
        }
        if (text.length() > LONGEST) {
            throw new ConsentFault(field, "超过 " + LONGEST + " 字 is longer than " + LONGEST + " characters");
        }
        return text.strip();
    }
}
