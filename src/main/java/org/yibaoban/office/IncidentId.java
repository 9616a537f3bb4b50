package org.yibaoban.office;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** What a user can quote to find one failure in the log and the message store, such as {@code I20261122-7K3QXH}. */
public record IncidentId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** No letters that are mistaken for digits on the telephone. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public static IncidentId next(Clock clock) {
        StringBuilder id = new StringBuilder("I")
                .append(LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE))
                .append('-');
        for (int i = 0; i < 6; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new IncidentId(id.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
