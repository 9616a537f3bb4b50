package org.yibaoban.launcher;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the start needs to know. An option goes before a system property, that before the environment, that before the
 * standard value.
 *
 * @param state kept between starts; made when absent
 * @param config must exist
 * @param databaseUrl empty: the PostgreSQL in the jar
 * @param jsonLog whether the server's log is of JSON lines
 */
public record Settings(
        Path state,
        Path config,
        int httpPort,
        int mllpPort,
        Optional<String> databaseUrl,
        String heap,
        boolean jsonLog,
        Duration readyWithin) {

    /** Levels above the jar in which a config folder is looked for: {@code office-portal/launcher/target/yibaoban.jar}. */
    private static final int LEVELS_ABOVE_JAR = 3;

    /** Reads the settings of this process. */
    public static Settings read(List<String> arguments) {
        return read(arguments, System.getenv(), System.getProperties(), Path.of(""), ownJar());
    }

    static Settings read(
            List<String> arguments, Map<String, String> environment, Properties properties, Path workingIn, Path jar) {
        Map<Setting, String> options = options(arguments);
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String value = options.getOrDefault(
                    setting, properties.getProperty(setting.property, environment.get(setting.environment)));
            if (value != null && !value.isBlank()) {
                values.put(setting, value.strip());
            }
        }
        String home = environment.getOrDefault("HOME", properties.getProperty("user.home"));
        return new Settings(
                home(values.getOrDefault(Setting.STATE, Setting.STATE.standard), home),
                config(Optional.ofNullable(values.get(Setting.CONFIG)).map(text -> home(text, home)), workingIn, jar),
                port(Setting.HTTP_PORT, values),
                port(Setting.MLLP_PORT, values),
                Optional.ofNullable(values.get(Setting.DB_URL)).map(Settings::databaseUrl),
                heap(values.getOrDefault(Setting.HEAP, Setting.HEAP.standard)),
                isJson(values.getOrDefault(Setting.LOG_FORMAT, Setting.LOG_FORMAT.standard)),
                Duration.ofSeconds(number(Setting.READY_SECONDS, values, 1, 3_600)));
    }

    /** The address of the pages. */
    public String address() {
        return "http://localhost:" + httpPort;
    }

    private static Map<Setting, String> options(List<String> arguments) {
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            Setting setting = null;
            for (Setting candidate : Setting.values()) {
                if (name.equals("--" + candidate.option)) {
                    setting = candidate;
                }
            }
            if (setting == null || equals < 0) {
                throw new SettingFault("Not understood: " + argument + "\n" + Setting.describeAll());
            }
            options.put(setting, argument.substring(equals + 1));
        }
        return options;
    }

    private static Path home(String text, String home) {
        return Path.of(text.equals("~") || text.startsWith("~/") ? home + text.substring(1) : text)
                .toAbsolutePath()
                .normalize();
    }

    /** The one named; otherwise {@code config} in the working directory, beside the jar, or above the jar. */
    private static Path config(Optional<Path> named, Path workingIn, Path jar) {
        List<Path> candidates = new ArrayList<>();
        if (named.isPresent()) {
            candidates.add(named.get());
        } else {
            candidates.add(workingIn.resolve("config"));
            Path folder = jar.toAbsolutePath().getParent();
            for (int level = 0; level <= LEVELS_ABOVE_JAR && folder != null; level++) {
                candidates.add(folder.resolve("config"));
                folder = folder.getParent();
            }
        }
        return candidates.stream()
                .filter(Files::isDirectory)
                .findFirst()
                .map(found -> found.toAbsolutePath().normalize())
                .orElseThrow(() -> new SettingFault("No config folder: looked at " + candidates + ". Name it with "
                        + Setting.CONFIG.naming() + "."));
    }

    private static int port(Setting setting, Map<Setting, String> values) {
        return number(setting, values, 1, 65_535);
    }

    private static int number(Setting setting, Map<Setting, String> values, int from, int to) {
        String text = values.getOrDefault(setting, setting.standard);
        try {
            int number = Integer.parseInt(text);
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, together with the number out of range
        }
        throw new SettingFault(setting.naming() + " is '" + text + "', should be a number from " + from + " to " + to);
    }

    private static String heap(String text) {
        if (!text.matches("[1-9][0-9]*[kKmMgG]?")) {
            throw new SettingFault(Setting.HEAP.naming() + " is '" + text + "', should be like 1g or 1500m");
        }
        return text;
    }

    private static boolean isJson(String format) {
        if (!format.equals("json") && !format.equals(Setting.LOG_FORMAT.standard)) {
            throw new SettingFault(Setting.LOG_FORMAT.naming() + " is '" + format + "', should be text or json");
        }
        return format.equals("json");
    }

    /** The store writes text into jsonb columns, which the driver does only with {@code stringtype=unspecified}. */
    private static String databaseUrl(String text) {
        if (!text.startsWith("jdbc:postgresql:")) {
            // the value is not repeated: it may hold a password
            throw new SettingFault(Setting.DB_URL.naming()
                    + " should begin with jdbc:postgresql: , for example jdbc:postgresql://db:5432/yibaoban?user=...");
        }
        if (text.contains("stringtype=")) {
            return text;
        }
        return text + (text.contains("?") ? "&" : "?") + "stringtype=unspecified";
    }

    static Path ownJar() {
        try {
            return Path.of(Settings.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The jar's own place cannot be named", e);
        }
    }
}
