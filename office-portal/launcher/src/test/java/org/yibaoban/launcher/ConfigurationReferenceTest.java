package org.yibaoban.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/configuration.md is what the code says: the launcher's settings, and every {@code @ConfigProperty} of the office with
 * its standard value and its comment. One without a comment fails here.
 */
class ConfigurationReferenceTest {

    private static final Path REFERENCE = Path.of("../../docs/configuration.md");
    private static final Path SOURCES = Path.of("../src/main/java");
    private static final int LEAST = 20;

    private static final Pattern PROPERTY = Pattern.compile(
            "/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*@Inject\\s*@ConfigProperty\\(name = \"([^\"]+)\"(?:, defaultValue = \"([^\"]*)\")?\\)");

    private static final Pattern ANY_PROPERTY = Pattern.compile("@ConfigProperty\\(name = \"([^\"]+)\"");

    private static final String HEAD = """
            # Configuration

            Made from the code by `ConfigurationReferenceTest`, which fails when it is out of date; what stands under `config/` is
            data and has its own pages ([plans](plans.md), [dialects](dialects.md), [catalogue](catalogue.md) and so on).

            ## Of the start
            `--option=value` goes before the system property `-Dyibaoban.option=value`, that before the environment variable.

            | option | environment | standard | |
            |---|---|---|---|
            """;

    private static final String OFFICE = """

            ## Of the office
            Environment variables of the start, which the server inherits; each is a property of MicroProfile Config as well, with
            the name in lower case. What the launcher sets is not for setting here.

            | environment | property | standard | |
            |---|---|---|---|
            """;

    @Test
    void theReferenceSaysWhatTheCodeSays() throws IOException {
        String made = made();
        Files.writeString(Path.of("target/configuration.md"), made);

        assertThat(Files.exists(REFERENCE) ? Files.readString(REFERENCE) : "")
                .as("docs/configuration.md is out of date: take office-portal/launcher/target/configuration.md")
                .isEqualTo(made);
    }

    private static String made() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (Setting setting : Setting.values()) {
            text.append("| `--%s` | `%s` | %s | %s |\n"
                    .formatted(setting.option, setting.environment, code(setting.standard), setting.meaning));
        }
        text.append(OFFICE);
        TreeMap<String, String> rows = rows();
        assertThat(rows).hasSizeGreaterThan(LEAST);
        rows.values().forEach(text::append);
        return text.toString();
    }

    private static TreeMap<String, String> rows() throws IOException {
        TreeMap<String, String> rows = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            for (Path source : sources) {
                String code = Files.readString(source);
                Matcher found = PROPERTY.matcher(code);
                while (found.find()) {
                    rows.put(found.group(2), row(found.group(2), found.group(3), comment(found.group(1))));
                }
                Matcher any = ANY_PROPERTY.matcher(code);
                while (any.find()) {
                    assertThat(rows.keySet())
                            .as("a comment on the property of " + source)
                            .contains(any.group(1));
                }
            }
        }
        return rows;
    }

    private static String row(String property, String standard, String comment) {
        String environment = property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        return "| `%s` | `%s` | %s | %s |\n".formatted(environment, property, code(standard), comment);
    }

    private static String code(String value) {
        return value == null || value.isEmpty() ? "" : "`" + value + "`";
    }

    private static String comment(String javadoc) {
        return javadoc.replaceAll("\\s*\\n\\s*\\*?\\s*", " ")
                .replaceAll("\\{@\\w+ ([^}]*)\\}", "$1")
                .strip();
    }
}
