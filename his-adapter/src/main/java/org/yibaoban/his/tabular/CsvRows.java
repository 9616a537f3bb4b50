package org.yibaoban.his.tabular;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a delimited text (RFC 4180, line breaks within quotes included), in bounded memory. The house's own table of
 * {@code config/} is no use here: hospitals' files have other delimiters, line breaks in fields, and changing headers.
 */
final class CsvRows implements RowSource {

    /** Far above any row of the trade; a quote that is never closed must not take in the rest of the file. */
    static final int MOST_CHARACTERS = 64 * 1024;

    private final PushbackReader text;
    private final char delimiter;
    private final List<String> header;
    private long line;
    private long rowLine;
    private int length;

    /** Takes the reader over; its first row is the header. */
    CsvRows(Reader text, char delimiter) {
        this.text = new PushbackReader(text, 1);
        this.delimiter = delimiter;
        this.header = row().orElseThrow(() -> new TableFault("文件为空", "the file is empty"));
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<RawRow> next() {
        Optional<List<String>> fields = row();
        while (fields.isPresent() && fields.get().stream().allMatch(String::isBlank)) {
            fields = row();
        }
        return fields.map(values -> new RawRow(rowLine, values));
    }

    private Optional<List<String>> row() {
        try {
            int first = text.read();
            if (first < 0) {
                return Optional.empty();
            }
            text.unread(first);
            rowLine = ++line;
            length = 0;
            List<String> fields = new ArrayList<>();
            boolean more = true;
            while (more) {
                StringBuilder field = new StringBuilder();
                more = field(field);
                fields.add(field.toString());
            }
            return Optional.of(fields);
        } catch (CharacterCodingException e) {
            throw new TableFault(
                    "第 " + line + " 行附近的字符不符合文件编码",
                    "near line " + line + ": bytes that are not of the file's character set");
        } catch (IOException e) {
            throw new TableFault("文件读取失败", "the file cannot be read: " + e.getMessage());
        }
    }

    /** Reads one field; whether another one follows in this row. */
    private boolean field(StringBuilder field) throws IOException {
        int c = read();
        if (c == '"') {
            quoted(field);
            c = read();
        }
        while (c >= 0 && c != delimiter && c != '\n' && c != '\r') {
            field.append((char) c);
            c = read();
        }
        if (c == '\r') {
            int next = text.read();
            if (next >= 0 && next != '\n') {
                text.unread(next);
            }
        }
        return c == delimiter;
    }

    private void quoted(StringBuilder field) throws IOException {
        while (true) {
            int c = read();
            if (c < 0) {
                throw new TableFault("第 " + rowLine + " 行的引号没有结束", "line " + rowLine + ": a quote is not closed");
            }
            if (c == '\n') {
                line++;
            }
            if (c != '"') {
                field.append((char) c);
                continue;
            }
            int next = text.read();
            if (next != '"') {
                if (next >= 0) {
                    text.unread(next);
                }
                return;
            }
            field.append('"');
        }
    }

    private int read() throws IOException {
        if (++length > MOST_CHARACTERS) {
            throw new TableFault(
                    "第 " + rowLine + " 行过长（引号未结束？）",
                    "line " + rowLine + " is longer than " + MOST_CHARACTERS
                            + " characters: a quote that is not closed?");
        }
        return text.read();
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException nothingIsLost) {
            // all that was wanted has been read
        }
    }
}
