package org.yibaoban.consent;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The scan of a form signed on paper: PDF, JPEG or PNG by its content, whatever its name says. */
public record ScannedPaper(Kind kind, byte[] content) {

    /** Some pages of a phone's photographs. */
    public static final int LARGEST = 8_000_000;

    private static final int SMALLEST = 60;
    private static final int TAIL = 1024;

    public enum Kind {
        PDF("application/pdf"),
        JPEG("image/jpeg"),
        PNG("image/png");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        /** For a file's name. */
        public String suffix() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws ConsentFault when it is empty, too large, cut off, or something else */
    public static ScannedPaper of(byte[] content) {
        if (content == null || content.length < SMALLEST) {
            throw new ConsentFault("扫描件 scan", "未上传或为空 is missing or empty");
        }
        if (content.length > LARGEST) {
            throw new ConsentFault("扫描件 scan", "超过 8 MB is larger than 8 MB");
        }
        return new ScannedPaper(kind(content), content);
    }

    private static Kind kind(byte[] content) {
        if (starts(content, '%', 'P', 'D', 'F', '-')) {
            if (!new String(tail(content), StandardCharsets.ISO_8859_1).contains("%%EOF")) {
                throw new ConsentFault("扫描件 scan", "PDF 不完整 the PDF is cut off");
            }
            return Kind.PDF;
        }
        if (starts(content, 0xFF, 0xD8, 0xFF)) {
            return Kind.JPEG;
        }
        if (starts(content, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Kind.PNG;
        }
        throw new ConsentFault("扫描件 scan", "只接受 PDF、JPEG、PNG is neither PDF nor JPEG nor PNG");
    }

    private static byte[] tail(byte[] content) {
        return Arrays.copyOfRange(content, Math.max(0, content.length - TAIL), content.length);
    }

    private static boolean starts(byte[] content, int... first) {
        for (int i = 0; i < first.length; i++) {
            if ((content[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScannedPaper scan && kind == scan.kind && Arrays.equals(content, scan.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return kind + " of " + content.length + " bytes";
    }
}
