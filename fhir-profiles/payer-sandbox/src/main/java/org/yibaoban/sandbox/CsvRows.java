package org.yibaoban.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.yibaoban.config.ConfigFault;

/** Rows of a made-up file of the demonstration by their column names. UTF-8, header, no quotes. */
record CsvRows(Map<String, String> row) {

    /**
     * @param reading what is made of a row; an IllegalArgumentException or ArithmeticException is a fault of its line
     * @throws ConfigFault for the first fault, with file and line
     */
    static <T> List<T> read(Path file, Function<CsvRows, T> reading) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new ConfigFault(file, 0, "cannot be read: " + e);
        }
        if (lines.isEmpty()) {
            throw new ConfigFault(file, 0, "the file is empty");
        }
        String[] header = lines.get(0).replace("\uFEFF", "").split(",", -1);
        List<T> all = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                all.add(one(file, i + 1, header, lines.get(i).split(",", -1), reading));
            }
        }
        return all;
    }

    private static <T> T one(Path file, int line, String[] header, String[] cells, Function<CsvRows, T> reading) {
        if (cells.length != header.length) {
            throw new ConfigFault(file, line, header.length + " columns expected, got " + cells.length);
        }
        Map<String, String> row = new TreeMap<>();
        for (int i = 0; i < cells.length; i++) {
            row.put(header[i].strip(), cells[i].strip());
        }
        try {
            return reading.apply(new CsvRows(row));
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            throw new ConfigFault(file, line, e.getMessage());
        }
    }

    /** @throws IllegalArgumentException when the column is missing or empty */
    String get(String column) {
        return find(column)
                .orElseThrow(() -> new IllegalArgumentException("column " + column + " is missing or empty"));
    }

    Optional<String> find(String column) {
        return Optional.ofNullable(row.get(column)).filter(value -> !value.isEmpty());
    }
}
