package org.yibaoban.sandbox;

/** The identifier of a claim or a reversal came with other content than before. */
final class ClaimConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClaimConflict(String identifier) {
        super("claim " + identifier + " was received before with other content");
    }
}
