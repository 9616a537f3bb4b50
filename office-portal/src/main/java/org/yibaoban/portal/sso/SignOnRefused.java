package org.yibaoban.portal.sso;

/** Why somebody does not come in by the provider; the message is for the log and holds no token and no secret. */
public final class SignOnRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final Why why;

    /** What the person is told. */
    public enum Why {
        /** The provider does not answer, or not as one. */
        AWAY("sso.away"),
        /** The provider let nobody in, or the person turned back there. */
        DENIED("sso.denied"),
        /** What came back is not to be believed, or too late. */
        INVALID("sso.invalid"),
        /** Proved, but no account here, or a locked one. */
        ACCOUNT("sso.account"),
        /** The groups give roles that this account may not have. */
        ROLES("sso.roles"),
        /** An account with no role that has a desk. */
        NO_DESK("sso.noDesk"),
        /** Refused too often from this address. */
        TOO_MANY("login.tooMany");

        private final String text;

        Why(String text) {
            this.text = text;
        }

        /** The key of its text. */
        public String text() {
            return text;
        }
    }

    public SignOnRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    public SignOnRefused(Why why, String message, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
