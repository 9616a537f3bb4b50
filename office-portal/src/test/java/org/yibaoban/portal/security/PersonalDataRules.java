package org.yibaoban.portal.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code personal-data.txt}: what of a person stands in clear behind each door that answers, and why. */
final class PersonalDataRules {

    private static final int WITH_REASON = 4;

    /**
     * @param clear kinds of personal data that may be there, each alone or as {@code kind@role}
     * @param sure kinds that are there, whoever else is
     * @param walked whether the test finds a way there; false for what holds no patient and needs much to be made first
     */
    record Rule(Set<String> clear, Set<String> sure, boolean walked) {

        boolean allows(String kind, String role) {
            return clear.contains(kind) || clear.contains(kind + "@" + role);
        }
    }

    private PersonalDataRules() {}

    /** By {@code METHOD /path} or {@code EXPORT name}. */
    static Map<String, Rule> decided() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PersonalDataRules.class.getResourceAsStream("personal-data.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.trim().split("\\s+", WITH_REASON))
                    .collect(Collectors.toMap(words -> words[0] + " " + words[1], PersonalDataRules::rule));
        }
    }

    private static Rule rule(String... words) {
        boolean plain = words[2].equals("none");
        if (!plain && words.length < WITH_REASON) {
            throw new IllegalStateException(words[1] + ": what is shown in clear, or not walked, has a reason");
        }
        boolean walked = !words[2].equals("unwalked");
        Set<String> kinds = plain || !walked ? Set.of() : Set.of(words[2].split(","));
        return new Rule(
                kinds.stream().map(kind -> kind.replace("?", "")).collect(Collectors.toSet()),
                kinds.stream()
                        .filter(kind -> !kind.endsWith("?"))
                        .map(kind -> kind.replaceAll("@.*", ""))
                        .collect(Collectors.toSet()),
                walked);
    }
}
