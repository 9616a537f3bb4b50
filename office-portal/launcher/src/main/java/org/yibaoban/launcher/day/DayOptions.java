package org.yibaoban.launcher.day;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.config.HospitalReader;

/**
 * How a day is played.
 *
 * @param runId begins every visit number, control id and transaction id; the same run again sends the same messages
 * @param pause between two messages
 * @param fromPhase phases before it count in the books but are not sent
 * @param patience how long a message is tried again after a lost connection
 */
record DayOptions(
        String mllpHost,
        int mllpPort,
        URI http,
        Path config,
        long seed,
        LocalDate date,
        String runId,
        Duration pause,
        Phase fromPhase,
        Duration patience) {

    static final String USAGE = """
            java -jar yibaoban.jar day [options]
              --mllp host:port     HL7 v2 listener of the office [localhost:2575]
              --http url           the office's portal [http://localhost:8080]
              --config folder      hospital, catalogue and demo members [./config]
              --seed n             which day; the same seed makes the same day [1]
              --date yyyy-MM-dd    the day that the messages tell of [today]
              --run-id text        up to 14 letters and digits; the same again goes on with an earlier run
                                   [date, time and seed]
              --pause ms           between two messages [0]
              --from-phase name    admissions, ward, discharges, settlements or books [admissions]
              --patience seconds   how long to try again while the office is down [300]
            """;

    private static final Set<String> NAMES =
            Set.of("mllp", "http", "config", "seed", "date", "run-id", "pause", "from-phase", "patience");

    /**
     * Today is the hospital's today.
     *
     * @throws DayFault for an option that is unknown or cannot be read
     */
    static DayOptions parse(List<String> arguments, Clock clock) {
        Map<String, String> given = pairs(arguments);
        String[] mllp = given.getOrDefault("mllp", "localhost:2575").split(":");
        if (mllp.length != 2) {
            throw new DayFault("--mllp must be host:port");
        }
        Path config = Path.of(given.getOrDefault("config", "config"));
        Clock local = clock.withZone(HospitalReader.read(config).zone());
        long seed = number(given.getOrDefault("seed", "1"), "seed");
        LocalDate date = date(Optional.ofNullable(given.get("date")), local);
        String runId = given.getOrDefault("run-id", runId(date, seed, local));
        if (!runId.matches("[A-Za-z0-9]{1,14}")) {
            throw new DayFault("--run-id has 1 to 14 letters and digits, not " + runId);
        }
        return new DayOptions(
                mllp[0],
                Math.toIntExact(number(mllp[1], "mllp")),
                URI.create(given.getOrDefault("http", "http://localhost:8080")),
                config,
                seed,
                date,
                runId,
                Duration.ofMillis(number(given.getOrDefault("pause", "0"), "pause")),
                Phase.ofKey(given.getOrDefault("from-phase", "admissions")),
                Duration.ofSeconds(number(given.getOrDefault("patience", "300"), "patience")));
    }

    private static Map<String, String> pairs(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            int equals = argument.indexOf('=');
            String name = argument.substring(0, equals < 0 ? argument.length() : equals);
            if (!name.startsWith("--") || !NAMES.contains(name.substring(2))) {
                throw new DayFault("unknown option " + argument + "\n" + USAGE);
            }
            if (equals < 0 && !rest.hasNext()) {
                throw new DayFault(name + " needs a value");
            }
            given.put(name.substring(2), equals < 0 ? rest.next() : argument.substring(equals + 1));
        }
        return given;
    }

    /** Month, day, time and seed: short enough for the 20 characters of a control id. */
    private static String runId(LocalDate date, long seed, Clock clock) {
        return date.format(DateTimeFormatter.ofPattern("MMdd"))
                + LocalDateTime.now(clock).format(DateTimeFormatter.ofPattern("HHmmss"))
                + "S"
                + Math.floorMod(seed, 1000);
    }

    private static LocalDate date(Optional<String> text, Clock clock) {
        try {
            return text.map(LocalDate::parse).orElseGet(() -> LocalDate.now(clock));
        } catch (DateTimeParseException e) {
            throw new DayFault("--date must be yyyy-MM-dd", e);
        }
    }

    private static long number(String text, String name) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new DayFault("--" + name + " must be a whole number, not " + text);
        }
    }
}
