package org.yibaoban.store;

import java.sql.SQLException;

/** The database refused a statement: a fault of the program or of the machine, never of a user. */
public final class StoreFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreFault(SQLException cause) {
        super(cause);
    }
}
