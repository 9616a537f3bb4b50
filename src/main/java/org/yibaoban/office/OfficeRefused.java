package org.yibaoban.office;

/** An expected refusal: what, where and why. It holds ids only, no personal data. */
public class OfficeRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ReasonCode reason;
    private final String subject;

    /**
     * @param subject what it is about, such as a visit number, a transaction id or a message field
     * @param detail the figures that explain it, may be blank
     */
    public OfficeRefused(ReasonCode reason, String subject, String detail) {
        super(reason.code() + " " + reason.english() + " (" + subject + ")" + (detail.isBlank() ? "" : ": " + detail));
        this.reason = reason;
        this.subject = subject;
    }

    public ReasonCode reason() {
        return reason;
    }

    public String subject() {
        return subject;
    }
}
