package org.yibaoban.his.hl7v2;

/** Takes what {@link MllpServer} read. Neither method throws for a bad message; both may be called by many threads. */
public interface FrameHandler {

    /**
     * @param frame the bytes between start and end block
     * @return the answer, empty where the sender wants none
     */
    byte[] receive(byte[] frame);

    /**
     * @param part the bytes that came, or the first of them where there were too many
     * @return the answer, empty where there is none
     */
    byte[] receiveBroken(byte[] part, FrameFault fault);
}
