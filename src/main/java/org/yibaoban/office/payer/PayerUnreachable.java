package org.yibaoban.office.payer;

/** Nothing reached the payer: safe to try again. */
public class PayerUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PayerUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
