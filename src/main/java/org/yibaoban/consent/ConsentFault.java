package org.yibaoban.consent;

/** Something on a form is missing or wrong; it names the field in both languages and holds no personal data. */
public class ConsentFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /** @param field in both languages, such as {@code 理由 reason} */
    public ConsentFault(String field, String why) {
        super(field + ": " + why);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
