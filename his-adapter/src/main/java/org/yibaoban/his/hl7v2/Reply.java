package org.yibaoban.his.hl7v2;

/**
 * Where the answers to one frame go, in order. Neither method throws: what was kept is worked on whether or not its
 * sender still listens.
 */
public interface Reply {

    /** Adds to the frame that is being written; the first part begins one. */
    void part(byte[] bytes);

    /** Ends the frame; does nothing where none was begun. */
    void end();

    /** One answer in a frame of its own. */
    default void answer(byte[] bytes) {
        part(bytes);
        end();
    }
}
