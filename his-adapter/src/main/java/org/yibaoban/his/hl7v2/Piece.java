package org.yibaoban.his.hl7v2;

/**
 * A part of a file or frame of several messages.
 *
 * @param whole false where it was longer than the limit: then the content is only its beginning
 */
record Piece(Kind kind, byte[] content, boolean whole) {

    enum Kind {
        MESSAGE("MSH"),
        FILE_HEADER("FHS"),
        BATCH_HEADER("BHS"),
        BATCH_TRAILER("BTS"),
        FILE_TRAILER("FTS"),
        /** A line between them that belongs to none. */
        STRAY("");

        private final String segment;

        Kind(String segment) {
            this.segment = segment;
        }

        String segment() {
            return segment;
        }
    }

    private static final Kind[] NAMED = {
        Kind.MESSAGE, Kind.FILE_HEADER, Kind.BATCH_HEADER, Kind.BATCH_TRAILER, Kind.FILE_TRAILER
    };

    /**
     * Which piece a line begins, {@link Kind#STRAY} for none. Line ends and capitals are the same bytes in all charsets
     * that are read here, and never the second byte of a character at the beginning of a line.
     *
     * @param from the first byte of the line that is neither blank nor framing
     * @param to after the line's last byte
     */
    static Kind begins(byte[] bytes, int from, int to) {
        if (to - from < 3 || (to - from > 3 && !isSeparator(bytes[from + 3]))) {
            return Kind.STRAY;
        }
        for (Kind kind : NAMED) {
            if (bytes[from] == kind.segment.charAt(0)
                    && bytes[from + 1] == kind.segment.charAt(1)
                    && bytes[from + 2] == kind.segment.charAt(2)) {
                return kind;
            }
        }
        return Kind.STRAY;
    }

    /** Whether a frame that begins with a header holds more than one message. */
    static boolean manyIn(byte[] frame) {
        int first = contentOf(frame, 0, frame.length);
        Kind begin = begins(frame, first, endOfLine(frame, first));
        if (begin != Kind.MESSAGE) {
            return begin == Kind.FILE_HEADER || begin == Kind.BATCH_HEADER;
        }
        for (int at = endOfLine(frame, first); at < frame.length; at = endOfLine(frame, at)) {
            at = contentOf(frame, at, frame.length);
            if (begins(frame, at, endOfLine(frame, at)) != Kind.STRAY) {
                return true;
            }
        }
        return false;
    }

    /** After a byte order mark, blanks and what is left of framing. */
    static int contentOf(byte[] bytes, int from, int to) {
        int at = from;
        if (from == 0) {
            at = ByteOrderMark.of(bytes).map(ByteOrderMark::length).orElse(0);
        }
        while (at < to && bytes[at] >= 0 && bytes[at] <= ' ') {
            at++;
        }
        return at;
    }

    private static int endOfLine(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\r' && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static boolean isSeparator(byte b) {
        return b > ' ' && b < 127 && !Character.isLetterOrDigit((int) b) || b == '\r' || b == '\n';
    }
}
