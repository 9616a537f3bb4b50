package org.yibaoban.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yibaoban.audit.Knowledge;
import org.yibaoban.audit.KnowledgeKind;
import org.yibaoban.audit.KnowledgePoint;

/** Reads every table under {@code rules/knowledge}, one knowledge point a line: limits of items as data (docs/audit.md). */
public final class KnowledgeReader {

    public static final List<String> COLUMNS = List.of("item", "kind", "value", "from", "to", "source");

    private final Map<String, List<KnowledgePoint>> byItem = new HashMap<>();
    private final List<KnowledgePoint> points = new ArrayList<>();

    private KnowledgeReader() {}

    /**
     * @param configDir the folder {@code config/}; without {@code rules/knowledge} there are no points
     * @throws ConfigFault with file, line and reason; also for two points that contradict each other
     */
    public static Knowledge read(Path configDir) {
        KnowledgeReader reader = new KnowledgeReader();
        Path folder = configDir.resolve("rules").resolve("knowledge");
        if (Files.isDirectory(folder)) {
            files(folder).forEach(file -> CsvTable.read(file, COLUMNS, reader::add));
        }
        return new Knowledge(reader.points);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ConfigFault(folder, 0, "cannot be read: " + e);
        }
    }

    private void add(CsvRow row) {
        KnowledgePoint point = point(row);
        List<KnowledgePoint> others = byItem.computeIfAbsent(point.item(), none -> new ArrayList<>(2));
        if (others.stream().anyMatch(point::contradicts)) {
            throw row.fault(
                    "item " + point.item() + " has another " + point.kind().key() + " in these days");
        }
        others.add(point);
        points.add(point);
    }

    private static KnowledgePoint point(CsvRow row) {
        String kind = row.get("kind");
        try {
            return new KnowledgePoint(
                    row.get("item"),
                    KnowledgeKind.ofKey(kind).orElseThrow(() -> row.fault("unknown kind " + kind)),
                    row.get("value"),
                    row.date("from"),
                    row.findDate("to"),
                    row.get("source"));
        } catch (IllegalArgumentException e) {
            throw row.fault(e.getMessage());
        }
    }
}
