package org.yibaoban.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server said, read for the reason of a failed start. Payara says "ready" after a failed deployment as well. */
final class ServerLog {

    private static final long LIMIT_BYTES = 20L << 20;
    private static final int KEPT = 9;
    private static final int MOST_REASONS = 5;
    private static final Pattern CONFIG_FAULT = Pattern.compile("ConfigFault: (.+)");
    private static final Pattern SCHEMA_FAULT = Pattern.compile("SchemaFault: (.+)");
    private static final Pattern CAUSE =
            Pattern.compile("^(?:Caused by|Root cause|Exception Description|Internal Exception): (.+)");
    private static final List<String> GIVEN_UP = List.of(
            "Exception while preparing the app",
            "Exception while loading the app",
            "Exception while deploying the app",
            "Startup service failed to start",
            "Failed to start, exiting");

    /** Before the text of an exception's stack; in a log of JSON lines it stands within one. */
    private static final String LINE_IN_JSON = "\\n";

    private final Path file;
    private final RollingLog rolling;

    ServerLog(Path file) {
        this.file = file;
        this.rolling = new RollingLog(file, LIMIT_BYTES, KEPT);
    }

    Path file() {
        return file;
    }

    /** Keeps the last runs' logs beside the new one. */
    void turnOver() throws IOException {
        rolling.turnOver();
    }

    /** Writes down what the server says, to its end. */
    void follow(InputStream said) {
        rolling.follow(said);
    }

    /** Whether the server said that it gave up. */
    boolean saysFailed() {
        return lines().stream().anyMatch(line -> GIVEN_UP.stream().anyMatch(line::contains));
    }

    /** Faults in files under {@code config/}: file, line, reason. */
    List<String> configFaults() {
        return matches(CONFIG_FAULT);
    }

    /** Why the database's schema does not fit the program. */
    List<String> schemaFaults() {
        return matches(SCHEMA_FAULT);
    }

    /** Whether the same start would fail again. */
    boolean hopeless() {
        return !configFaults().isEmpty() || !schemaFaults().isEmpty();
    }

    /** The innermost causes it named, at most five. */
    List<String> causes() {
        // a broken pipe is our own question about readiness, given up
        List<String> causes = matches(CAUSE).stream()
                .filter(cause -> !cause.contains("Broken pipe"))
                .toList();
        return causes.subList(Math.max(0, causes.size() - MOST_REASONS), causes.size());
    }

    private List<String> matches(Pattern pattern) {
        Set<String> found = new LinkedHashSet<>();
        for (String line : lines()) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                found.add(matcher.group(1).strip());
            }
        }
        return List.copyOf(found);
    }

    private List<String> lines() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .replace(LINE_IN_JSON, "\n")
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
