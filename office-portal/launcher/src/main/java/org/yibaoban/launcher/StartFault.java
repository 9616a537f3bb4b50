package org.yibaoban.launcher;

/** The product cannot be started; the message is for the person at the terminal: what, why, and what to do. */
public class StartFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartFault(String message) {
        super(message);
    }

    StartFault(String message, Throwable cause) {
        super(message, cause);
    }
}
