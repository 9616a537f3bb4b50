package org.yibaoban.launcher.day;

/** The day cannot begin or go on; the message tells the user why. */
final class DayFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DayFault(String message) {
        super(message);
    }

    DayFault(String message, Throwable cause) {
        super(message + ": " + cause, cause);
    }
}
