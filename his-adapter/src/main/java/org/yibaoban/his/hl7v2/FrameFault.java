package org.yibaoban.his.hl7v2;

/** What can be wrong with an MLLP frame; the bytes that came are kept all the same. */
public enum FrameFault {
    /** Nothing more came within the time-out. */
    STALLED("消息未传完，等待超时", "The frame was not finished in time"),
    /** The sender closed its side in the middle; it may still read. */
    ENDED("消息未传完，发送方已结束发送", "The sender ended in the middle of the frame"),
    /** The connection broke in the middle. */
    CUT_OFF("消息未传完，连接已中断", "The connection ended in the middle of the frame"),
    /** A new start block came before the end block: the sender gave this one up. */
    RESTARTED("消息未传完，又开始了新消息", "A new frame began before the end of this one"),
    /** More bytes than the configured limit. */
    TOO_LARGE("消息超过允许的大小", "The frame is larger than the limit");

    private final String chinese;
    private final String english;

    FrameFault(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    MessageFault asMessageFault() {
        return this == TOO_LARGE
                ? MessageFault.rejected(ErrorCode.VALUE_TOO_LONG, chinese, english)
                : MessageFault.error(ErrorCode.SEGMENT_SEQUENCE, chinese, english);
    }
}
