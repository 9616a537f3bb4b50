package org.yibaoban.sandbox;

import java.util.Locale;

/** A way in which a payer goes wrong, for tests of whoever talks to it. */
enum Fault {
    /** Answers late. */
    SLOW,
    /** Does its work, keeps it, and says nothing until the caller has given up. */
    SILENT,
    /** Gets the request twice, as from a network that repeats; the second answer goes out. */
    DUPLICATE,
    /** Answers with what it had answered to somebody else. */
    OUT_OF_ORDER,
    /** Takes a claim up and says that it will answer later; asked again, it tells. */
    PENDED,
    /** Settles rightly and answers with other amounts, which add up. */
    WRONG_AMOUNTS,
    /** Answers with something that is no FHIR. */
    INVALID_FHIR,
    /** 429: did not take the request up. */
    BUSY,
    /** 422 with an OperationOutcome: refuses without looking. */
    REFUSED,
    /** 503 before any work. */
    BROKEN,
    /** 500 after its work is kept. */
    BROKEN_AFTER;

    /** The word in settings: {@code wrong-amounts}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
