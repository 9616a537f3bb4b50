package org.yibaoban.casebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.yibaoban.benefit.PlanHistory;
import org.yibaoban.config.ConfigFault;
import org.yibaoban.config.YamlNode;

/** Runs case files of every kind it knows. A bad file stops nothing but itself. */
public final class Casebook {

    private final Map<String, CaseKind> kinds = new TreeMap<>();

    public Casebook(Collection<CaseKind> kinds) {
        kinds.forEach(kind -> this.kinds.put(kind.kind(), kind));
    }

    /** With every kind of the product, against the configuration of a folder. */
    public static Casebook of(Path configDir) {
        return of(configDir, Optional.empty());
    }

    /** The same with a plan that is not in force yet in the place of the one of its id. */
    public static Casebook of(Path configDir, Optional<PlanHistory> candidate) {
        return new Casebook(List.of(
                new SettlementCases(configDir, candidate),
                new AuditCases(configDir),
                new PaymentCases(configDir),
                new IndicatorCases()));
    }

    /** @param paths files, or folders that are searched for *.yaml and *.yml */
    public CasebookReport run(List<Path> paths) {
        CasebookReport report = new CasebookReport();
        for (Path path : paths) {
            try {
                for (Path file : filesOf(path)) {
                    runFile(file, () -> YamlNode.read(file), report);
                }
            } catch (ConfigFault fault) {
                report.addFault(fault.getMessage());
            }
        }
        return report;
    }

    /**
     * Runs one case file that a user brings.
     *
     * @param name what it is called
     */
    public CasebookReport run(Path name, String text) {
        CasebookReport report = new CasebookReport();
        runFile(name, () -> YamlNode.read(name, text), report);
        return report;
    }

    private void runFile(Path file, Supplier<YamlNode> reading, CasebookReport report) {
        try {
            YamlNode root = reading.get();
            YamlNode kind = root.get("kind");
            CaseKind known = kinds.get(kind.text());
            if (known == null) {
                throw kind.fault("unknown kind " + kind.text() + ", known are " + kinds.keySet());
            }
            report.addResults(file, known.run(root));
        } catch (ConfigFault fault) {
            report.addFault(fault.getMessage());
        }
    }

    private static List<Path> filesOf(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> below = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> files = new ArrayList<>(below.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList());
            if (files.isEmpty()) {
                throw new ConfigFault(path, 0, "no case file (*.yaml) here");
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw new ConfigFault(path, 0, "cannot be read: " + e);
        }
    }
}
