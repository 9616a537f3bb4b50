package org.yibaoban.portal.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code who-may.txt}: for each door the roles that are let in, as people decided it, to be held against the server. */
public final class WhoMay {

    /** Stands for those who are not signed in, too. */
    public static final String ALL = "all";

    private WhoMay() {}

    /** Roles by {@code METHOD /path}, in the file's order. */
    public static Map<String, Set<String>> decided() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WhoMay.class.getResourceAsStream("who-may.txt")), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.trim().split("\\s+"))
                    .collect(Collectors.toMap(
                            words -> words[0] + " " + words[1],
                            words -> Set.copyOf(Arrays.asList(words).subList(2, words.length)),
                            (one, other) -> {
                                throw new IllegalStateException("A door stands twice in who-may.txt");
                            },
                            LinkedHashMap::new));
        }
    }
}
