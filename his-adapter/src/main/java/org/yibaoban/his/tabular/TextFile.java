package org.yibaoban.his.tabular;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Tells character set and delimiter of a text file from its bytes: a byte order mark, else UTF-8 where the beginning
 * fits, else GB18030, which holds GB2312 and GBK. Decoding is strict, nothing becomes a question mark; a file whose
 * beginning is plain ASCII and that holds GB18030 later needs its charset in the map.
 */
final class TextFile {

    /** What is looked at to tell; more than any header and thousands of rows. */
    private static final int LOOKED_AT = 1 << 20;

    private static final Charset GB18030 = Charset.forName("GB18030");

    private TextFile() {}

    static RowSource open(InputStream content, TableMap.TextForm form) throws IOException {
        BufferedInputStream in = new BufferedInputStream(content, LOOKED_AT);
        in.mark(LOOKED_AT);
        byte[] start = in.readNBytes(LOOKED_AT);
        in.reset();
        boolean marked = start.length >= 3
                && (start[0] & 0xFF) == 0xEF
                && (start[1] & 0xFF) == 0xBB
                && (start[2] & 0xFF) == 0xBF;
        if (marked) {
            in.skipNBytes(3);
        }
        Charset charset = form.charset()
                .filter(name -> !marked)
                .map(Charset::forName)
                .orElseGet(() -> marked || fits(start, StandardCharsets.UTF_8) ? StandardCharsets.UTF_8 : GB18030);
        CharsetDecoder strict = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        Reader reader = new InputStreamReader(in, strict);
        char delimiter = form.delimiter().orElseGet(() -> delimiter(new String(start, charset)));
        return new CsvRows(reader, delimiter);
    }

    private static boolean fits(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        // not at its end: the last character may be cut
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), out, false);
        return !result.isError();
    }

    /** The one that stands most often in the header. */
    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        Map<Character, Long> counts = Map.of(
                ',', count(header, ','), '\t', count(header, '\t'), ';', count(header, ';'), '|', count(header, '|'));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .max(Map.Entry.<Character, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(',');
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
