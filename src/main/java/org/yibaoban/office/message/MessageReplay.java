package org.yibaoban.office.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;

/** Has a message that was not applied handled again: after a map was mended, or because a person looked at it. */
@ApplicationScoped
public class MessageReplay {

    @Inject
    private MessageReplayLog log;

    @Inject
    @Any
    private Instance<MessageDoor> doors;

    /**
     * Handles it again and keeps who asked for it and why.
     *
     * @param reason never blank
     * @throws OfficeRefused when there is no such message, it was applied, its door is unknown, or no reason is given
     */
    public void again(long messageId, String user, String reason) {
        String subject = "message " + messageId;
        if (reason.isBlank()) {
            throw new OfficeRefused(ReasonCode.REASON_MISSING, subject, "");
        }
        MessageReplayLog.Open message = log.open(messageId);
        MessageDoor door = doors.stream()
                .filter(one -> one.opens(message.channel()))
                .findFirst()
                .orElseThrow(() ->
                        new OfficeRefused(ReasonCode.BAD_REQUEST, subject, "no door for channel " + message.channel()));
        door.again(messageId, message.channel(), message.content());
        log.done(messageId, user, message.verdict(), reason);
    }
}
