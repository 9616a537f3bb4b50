package org.yibaoban.his.cdshooks;

/**
 * A CDS Hooks request that cannot be answered. The HTTP status says why: 400 wrong request, 404 no such service or card,
 * 412 the service could not get the data that it needs.
 */
public class HookFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    public HookFault(int status, String message) {
        super(message);
        this.status = status;
    }

    static HookFault wrong(String message) {
        return new HookFault(400, message);
    }

    public int status() {
        return status;
    }
}
