package org.yibaoban.fhir.client;

/**
 * How what is said to a payer, and what it answers, is signed and encrypted beyond TLS. What is kept is the plain bytes; each
 * sending is sealed anew.
 */
public interface PayerSeal {

    /** Content type of a sealed body. */
    String CONTENT_TYPE = "application/json; charset=UTF-8";

    /** For the payer alone, signed by us. */
    byte[] seal(byte[] plain);

    /** @throws BrokenSeal when it was not sealed for us by the payer, or was changed on its way */
    byte[] open(byte[] sealed) throws BrokenSeal;

    /** A body that cannot be trusted. */
    final class BrokenSeal extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenSeal(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
