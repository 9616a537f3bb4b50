package org.yibaoban.office.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a receiver can be told of. */
public enum NoticeKind {
    /** A claim was settled, refused, found to differ, or taken back. */
    SETTLEMENT,
    /** What is to be known of a stay changed. */
    FLAGS,
    /** A consent form was signed, which files it, or taken back. */
    CONSENT;

    /** The word of the configuration, such as {@code settlement}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<NoticeKind> ofKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
