package org.yibaoban.portal.his;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The payer sandbox's members, by column, in the order of the file. */
final class DemoMembers {

    private static final Path FILE = Path.of(System.getenv("YIBAOBAN_CONFIG_DIR"), "demo", "members.csv");

    private DemoMembers() {}

    static List<Map<String, String>> rows() {
        try {
            List<String> lines = Files.readAllLines(FILE);
            List<String> header = Arrays.asList(lines.get(0).split(","));
            return lines.stream().skip(1).map(line -> row(header, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(List<String> header, String line) {
        String[] values = line.split(",", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            row.put(header.get(i), values[i]);
        }
        return row;
    }
}
