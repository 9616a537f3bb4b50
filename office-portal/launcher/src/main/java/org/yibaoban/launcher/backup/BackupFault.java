package org.yibaoban.launcher.backup;

/** A backup cannot be taken or brought back; the message is for the person at the terminal: what, why, and what to do. */
public final class BackupFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackupFault(String message) {
        super(message);
    }
}
