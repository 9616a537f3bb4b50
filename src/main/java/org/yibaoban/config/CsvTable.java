package org.yibaoban.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a table from a comma-separated file: UTF-8, one header line with exactly the given columns, one row a line,
 * double quotes around a field that holds a comma or a quote (RFC 4180 without line breaks inside a field).
 */
public final class CsvTable {

    private CsvTable() {}

    /**
     * Hands over the rows in the order of the file.
     *
     * @throws ConfigFault with file, line and reason
     */
    public static void read(Path file, List<String> columns, Consumer<CsvRow> rows) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String header = reader.readLine();
            if (header == null || !fields(file, 1, withoutMark(header)).equals(columns)) {
                throw new ConfigFault(file, 1, "the header must be " + String.join(",", columns));
            }
            String line = reader.readLine();
            for (int number = 2; line != null; number++) {
                if (!line.isBlank()) {
                    rows.accept(row(file, number, columns, line));
                }
                line = reader.readLine();
            }
        } catch (CharacterCodingException e) {
            throw new ConfigFault(file, 0, "is not UTF-8");
        } catch (IOException e) {
            throw new ConfigFault(file, 0, "cannot be read: " + e);
        }
    }

    private static CsvRow row(Path file, int line, List<String> columns, String text) {
        List<String> fields = fields(file, line, text);
        if (fields.size() != columns.size()) {
            throw new ConfigFault(file, line, columns.size() + " fields are expected, not " + fields.size());
        }
        return new CsvRow(file, line, columns, fields);
    }

    /** Spreadsheets put a byte order mark before the header. */
    private static String withoutMark(String header) {
        return header.startsWith("\uFEFF") ? header.substring(1) : header;
    }

    private static List<String> fields(Path file, int line, String text) {
        List<String> fields = new ArrayList<>(20);
        int at = 0;
        while (at <= text.length()) {
            if (at < text.length() && text.charAt(at) == '"') {
                at = quoted(file, line, text, at + 1, fields);
            } else {
                int comma = text.indexOf(',', at);
                int end = comma < 0 ? text.length() : comma;
                fields.add(text.substring(at, end));
                at = end + 1;
            }
        }
        return fields;
    }

    /** Reads a quoted field that begins at {@code at}; returns where the next field begins. */
    private static int quoted(Path file, int line, String text, int at, List<String> fields) {
        StringBuilder field = new StringBuilder();
        int from = at;
        while (true) {
            int quote = text.indexOf('"', from);
            if (quote < 0) {
                throw new ConfigFault(file, line, "a quote is not closed");
            }
            field.append(text, from, quote);
            int next = quote + 1;
            if (next == text.length() || text.charAt(next) == ',') {
                fields.add(field.toString());
                return next + 1;
            }
            if (text.charAt(next) != '"') {
                throw new ConfigFault(file, line, "a comma is expected after a closing quote");
            }
            field.append('"');
            from = next + 1;
        }
    }
}
