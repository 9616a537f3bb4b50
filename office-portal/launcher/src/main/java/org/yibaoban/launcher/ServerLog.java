package org.yibaoban.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server said, read for the reason of a failed start. Payara says "ready" after a failed deployment as well. */
final class ServerLog {

    private static final int MOST_REASONS = 5;
    private static final Pattern CONFIG_FAULT = Pattern.compile("ConfigFault: (.+)");
    private static final Pattern CAUSE =
            Pattern.compile("^(?:Caused by|Root cause|Exception Description|Internal Exception): (.+)");
    private static final List<String> GIVEN_UP = List.of(
            "Exception while preparing the app",
            "Exception while loading the app",
            "Exception while deploying the app",
            "Startup service failed to start",
            "Failed to start, exiting");

    private final Path file;

    ServerLog(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Keeps the last run's log beside the new one. */
    void turnOver() throws IOException {
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling("server.previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether the server said that it gave up. */
    boolean saysFailed() {
        return lines().stream().anyMatch(line -> GIVEN_UP.stream().anyMatch(line::contains));
    }

    /** Faults in files under {@code config/}: file, line, reason. */
    List<String> configFaults() {
        return matches(CONFIG_FAULT);
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
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
