package org.yibaoban.portal.wiring;

/** The database's schema is not one that this program can take over; the message is for the operator and says what to do. */
public final class SchemaFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaFault(String message) {
        super(message);
    }
}
