package org.yibaoban.launcher;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What can be set, with the three names of each: {@code --option}, environment variable, system property. */
enum Setting {
    STATE("state", "YIBAOBAN_STATE", "~/.yibaoban", "folder that keeps the database, the logs and the unpacked server"),
    CONFIG("config", "YIBAOBAN_CONFIG_DIR", "./config", "folder with plans, rules, catalogue, quotas and dialects"),
    HTTP_PORT("http-port", "YIBAOBAN_HTTP_PORT", "8080", "port of the pages, CDS Hooks, FHIR and JSON"),
    MLLP_PORT("mllp-port", "YIBAOBAN_MLLP_PORT", "2575", "port of HL7 v2 over MLLP"),
    DB_URL("db-url", "DB_URL", "", "jdbc:postgresql:... of an installed PostgreSQL; empty: the one in this jar"),
    HEAP("heap", "YIBAOBAN_HEAP", "1g", "heap of the server, as for java -Xmx"),
    LOG_FORMAT("log-format", "YIBAOBAN_LOG_FORMAT", "text", "the server's log as text, or as json, one object a line"),
    READY_SECONDS("ready-seconds", "YIBAOBAN_READY_SECONDS", "120", "how long a start may take before it is given up");

    final String option;
    final String environment;
    final String property;
    final String standard;
    final String meaning;

    Setting(String option, String environment, String standard, String meaning) {
        this.option = option;
        this.environment = environment;
        this.property = "yibaoban." + option;
        this.standard = standard;
        this.meaning = meaning;
    }

    /** All settings, one a line, for the usage text. */
    static String describeAll() {
        return Arrays.stream(values())
                .map(s -> String.format("  --%-14s %-24s %s [%s]", s.option, s.environment, s.meaning, s.standard))
                .collect(Collectors.joining(System.lineSeparator(), "Settings (option, environment):\n", ""));
    }

    /** How to name this setting in a message. */
    String naming() {
        return "--" + option + " (or " + environment + ")";
    }
}
