package org.yibaoban.complaint;

/**
 * A complaint as it was taken.
 *
 * @param complainant who complains; blank where the name was not told
 * @param contact how the answer reaches the complainant; may be blank
 * @param visit number of the stay that it is about; may be blank
 * @param department whom it is about; blank for the insurance office itself
 */
public record Complaint(
        ComplaintChannel channel, String complainant, String contact, String visit, String department, String text) {

    public static final int LONGEST_TEXT = 4_000;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NUMBER = 30;

    public Complaint {
        complainant = words(complainant);
        contact = words(contact);
        visit = words(visit);
        department = words(department);
        text = words(text);
    }

    private static String words(String given) {
        return given == null ? "" : given.strip();
    }

    /** Whether it says what it is about, and nothing is too long. */
    public boolean isWhole() {
        return channel != null
                && !text.isEmpty()
                && text.length() <= LONGEST_TEXT
                && Math.max(complainant.length(), contact.length()) <= LONGEST_NAME
                && visit.length() <= LONGEST_NUMBER;
    }
}
