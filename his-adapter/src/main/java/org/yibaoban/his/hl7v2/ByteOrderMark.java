package org.yibaoban.his.hl7v2;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The bytes that some senders put before a text to say what it is written in. */
record ByteOrderMark(Charset charset, List<Integer> bytes) {

    private static final List<ByteOrderMark> ALL = List.of(
            new ByteOrderMark(StandardCharsets.UTF_8, List.of(0xEF, 0xBB, 0xBF)),
            new ByteOrderMark(Charset.forName("GB18030"), List.of(0x84, 0x31, 0x95, 0x33)));

    static Optional<ByteOrderMark> of(byte[] text) {
        return ALL.stream().filter(mark -> mark.begins(text)).findFirst();
    }

    int length() {
        return bytes.size();
    }

    private boolean begins(byte[] text) {
        byte[] wanted = new byte[length()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = bytes.get(i).byteValue();
        }
        return text.length >= wanted.length && Arrays.equals(Arrays.copyOf(text, wanted.length), wanted);
    }
}
