package org.yibaoban.office.payer;

/**
 * The payer answered with something that is no valid answer. For a claim the outcome is as unknown as after silence: the
 * payer may have settled it.
 */
public class PayerUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient byte[] answer;

    /** @param answer what the payer sent, byte for byte */
    public PayerUnreadable(String message, byte[] answer) {
        super(message);
        this.answer = answer;
    }

    public byte[] answer() {
        return answer;
    }
}
