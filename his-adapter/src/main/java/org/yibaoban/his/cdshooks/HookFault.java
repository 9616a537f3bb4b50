package org.yibaoban.his.cdshooks;

/** A CDS Hooks request that cannot be answered; the HTTP status says why (400 wrong request, 404 no such service). */
public class HookFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    public HookFault(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
