package org.yibaoban.office.live;

/** What pages that are open are told of without a reload. */
public enum LiveTopic {
    /** A quota reached a level. */
    WARNINGS,
    /** A message came, or became something else. */
    MESSAGES,
    /** A claim or a membership changed; told by the visit's number. */
    CLAIMS
}
