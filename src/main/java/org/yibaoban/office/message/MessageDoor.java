package org.yibaoban.office.message;

/** A door that can handle a kept message once more, as it would be understood today. */
public interface MessageDoor {

    /** Whether messages of this channel came through this door. */
    boolean opens(String channel);

    /** Handles a kept message again; verdict and answer are stored with it, its sender hears nothing. */
    void again(long messageId, String channel, byte[] content);
}
