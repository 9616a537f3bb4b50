package org.yibaoban.office.payer;

/** Something may have reached the payer but no answer came: the outcome is unknown until its status is asked. */
public class PayerSilent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PayerSilent(String message, Throwable cause) {
        super(message, cause);
    }
}
