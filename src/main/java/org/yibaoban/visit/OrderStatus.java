package org.yibaoban.visit;

/** Where an order stands; those that are ended stay so, whatever is said of them later. */
public enum OrderStatus {
    ACTIVE(false),
    HELD(false),
    /** The executing side cannot do it. */
    UNABLE(true),
    CANCELLED(true),
    DISCONTINUED(true),
    /** Another order stands in its place. */
    REPLACED(true);

    private final boolean ended;

    OrderStatus(boolean ended) {
        this.ended = ended;
    }

    public boolean isEnded() {
        return ended;
    }
}
