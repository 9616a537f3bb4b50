package org.yibaoban.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How the payer goes wrong: by chance, with a seed, so that a run can be repeated; or as listed, one request after the
 * other. Safe for several threads.
 */
final class Misbehaviour {
    private static final int WHOLE = 1000;
    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(45);

    private final Map<Fault, Integer> permille;
    private final Deque<Fault> next;
    private final List<String> only;
    private final Duration slow;
    private final Duration silence;
    private final Map<String, StatementFault> statementFaults;
    private final String text;
    private final SplittableRandom random;

    private Misbehaviour(Settings settings) {
        this.permille = settings.permille;
        this.next = new ArrayDeque<>(settings.next);
        this.only = settings.only;
        this.slow = settings.slow;
        this.silence = settings.silence;
        this.statementFaults = Map.copyOf(settings.statementFaults);
        this.text = settings.text;
        this.random = new SplittableRandom(settings.seed);
    }

    private static final class Settings {
        private final Map<Fault, Integer> permille = new EnumMap<>(Fault.class);
        private final List<Fault> next = new ArrayList<>();
        private final Map<String, StatementFault> statementFaults = new HashMap<>();
        private List<String> only = List.of();
        private Duration slow = SLOW;
        private Duration silence = SILENCE;
        private long seed;
        private String text = "";
    }

    static Misbehaviour none() {
        return new Misbehaviour(new Settings());
    }

    /**
     * One setting a line, {@code key=value}: a fault's word and its share in a thousand; {@code seed}; {@code next}, faults
     * for the next requests, separated by commas; {@code only}, texts that a request must all
     * hold to be concerned;
     * {@code slow-millis} and {@code silence-millis}; {@code statement-omit} and the other words of
     * {@link StatementFault}, each with the identifiers of claims, separated by blanks.
     *
     * @throws IllegalArgumentException for anything else, or shares of more than a thousand together
     */
    static Misbehaviour read(String text) {
        Settings settings = new Settings();
        settings.text = text;
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> enter(settings, line));
        if (settings.permille.values().stream().mapToInt(Integer::intValue).sum() > WHOLE) {
            throw new IllegalArgumentException("shares add up to more than 1000");
        }
        return new Misbehaviour(settings);
    }

    private static void enter(Settings settings, String line) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("key=value is expected: " + line);
        }
        String key = line.substring(0, equals).strip();
        String value = line.substring(equals + 1).strip();
        switch (key) {
            case "seed" -> settings.seed = Long.parseLong(value);
            case "only" -> settings.only = List.of(value.split("\\s+"));
            case "slow-millis" -> settings.slow = Duration.ofMillis(Long.parseLong(value));
            case "silence-millis" -> settings.silence = Duration.ofMillis(Long.parseLong(value));
            case "next" ->
                Arrays.stream(value.split(",")).map(Misbehaviour::fault).forEach(settings.next::add);
            default -> {
                Optional<StatementFault> wrong = Arrays.stream(StatementFault.values())
                        .filter(fault -> fault.key().equals(key))
                        .findFirst();
                if (wrong.isPresent()) {
                    Arrays.stream(value.split("\\s+"))
                            .forEach(claim -> settings.statementFaults.put(claim, wrong.get()));
                } else {
                    settings.permille.put(fault(key), share(key, value));
                }
            }
        }
    }

    private static int share(String key, String value) {
        int share = Integer.parseInt(value);
        if (share < 0 || share > WHOLE) {
            throw new IllegalArgumentException(key + ": 0 to 1000 is expected");
        }
        return share;
    }

    private static Fault fault(String key) {
        return Arrays.stream(Fault.values())
                .filter(fault -> fault.key().equals(key.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such setting or fault: " + key));
    }

    /** @param request address and body of the request that came in */
    synchronized Optional<Fault> fault(byte[] body, String request) {
        if (permille.isEmpty() && next.isEmpty() || !concerns(body, request)) {
            return Optional.empty();
        }
        if (!next.isEmpty()) {
            return Optional.of(next.poll());
        }
        int drawn = random.nextInt(WHOLE);
        for (Map.Entry<Fault, Integer> share : permille.entrySet()) {
            drawn -= share.getValue();
            if (drawn < 0) {
                return Optional.of(share.getKey());
            }
        }
        return Optional.empty();
    }

    private boolean concerns(byte[] body, String request) {
        String said = request + " " + new String(body, StandardCharsets.UTF_8);
        return only.stream().allMatch(said::contains);
    }

    /** In what statements are wrong, by the claim's identifier. */
    Map<String, StatementFault> statementFaults() {
        return statementFaults;
    }

    Duration slow() {
        return slow;
    }

    Duration silence() {
        return silence;
    }

    /** As it was read. */
    String text() {
        return text;
    }
}
