package org.yibaoban.membership;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A citizen's identity number of eighteen characters, checked against GB 11643-1999: a real birth date and the check
 * character. Its text is personal data: {@link #toString} masks it.
 */
public record IdentityNumber(String value) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** @throws IllegalArgumentException when the number breaks GB 11643; the message never holds the number itself */
    public IdentityNumber {
        fault(value).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
    }

    /** What is wrong with a number by GB 11643, or nothing; for messages to a user, without the number itself. */
    public static Optional<String> fault(String value) {
        if (value == null || !value.matches("[1-9]\\d{16}[\\dX]")) {
            return Optional.of("identity number: 17 digits and a check character (0-9 or X) expected");
        }
        if (birth(value).isEmpty()) {
            return Optional.of("identity number: characters 7 to 14 are no calendar date");
        }
        if (check(value) != value.charAt(17)) {
            return Optional.of("identity number: the check character does not fit (GB 11643)");
        }
        return Optional.empty();
    }

    /** The check character for the first seventeen digits. */
    public static char check(String seventeenDigits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (seventeenDigits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    public LocalDate birthDate() {
        return birth(value).orElseThrow();
    }

    /** The seventeenth digit: odd is male, even is female. */
    public Sex sex() {
        return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** The first six and the last two characters, the rest hidden. */
    public String masked() {
        return value.substring(0, 6) + "**********" + value.substring(16);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static Optional<LocalDate> birth(String value) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(value.substring(6, 10)),
                    Integer.parseInt(value.substring(10, 12)),
                    Integer.parseInt(value.substring(12, 14))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
