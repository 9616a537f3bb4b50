package org.yibaoban.office.his;

/**
 * A message as it came off the wire, before anything is understood of it.
 *
 * @param channel the door it came through, such as {@code mllp}
 * @param sender who sent it (MSH-3 and MSH-4), blank where that could not be read
 * @param controlId the sender's identity of the message (MSH-10), blank where it could not be read
 * @param type such as {@code ADT^A01}, blank where it could not be read
 * @param content the bytes, exactly as received
 */
public record IncomingMessage(String channel, String sender, String controlId, String type, byte[] content) {}
