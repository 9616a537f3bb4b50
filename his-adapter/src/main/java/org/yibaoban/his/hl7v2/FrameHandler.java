package org.yibaoban.his.hl7v2;

/** Takes what {@link MllpServer} read. Neither method throws for a bad message; both may be called by many threads. */
public interface FrameHandler {

    /**
     * @param frame the bytes between start and end block
     * @param reply gets the answers as they come, none where the sender wants none
     */
    void receive(byte[] frame, Reply reply);

    /** @param part the bytes that came, or the first of them where there were too many */
    void receiveBroken(byte[] part, FrameFault fault, Reply reply);
}
