package org.yibaoban.office.payer;

/** The payer said no, in words that could be read; the raw answer is kept. */
public class PayerRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient byte[] answer;

    /** @param answer what the payer sent, byte for byte; empty when nothing */
    public PayerRefused(String message, byte[] answer) {
        super(message);
        this.answer = answer;
    }

    public byte[] answer() {
        return answer;
    }
}
