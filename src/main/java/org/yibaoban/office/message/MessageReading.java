package org.yibaoban.office.message;

import java.util.List;

/** Takes a kept message apart for a person to look at; implemented by the doors that know the formats. */
public interface MessageReading {

    /**
     * The lines of a message or answer, decoded as its door does.
     *
     * @param channel the door that it came through
     * @param masked whether names, identity numbers, addresses and telephone numbers are hidden; of a format whose
     *     personal data cannot be told apart nothing is shown then
     */
    List<MessageLine> read(String channel, byte[] content, boolean masked);
}
