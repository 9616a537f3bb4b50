package org.yibaoban.cashier;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A receipt's number in its series, written such as {@code SK-00000012}. */
public record ReceiptNumber(ReceiptKind kind, long value) {

    private static final Pattern WRITTEN = Pattern.compile("([A-Z]{2})-([0-9]{8,18})");

    /** @throws IllegalArgumentException for a value below 1 */
    public ReceiptNumber {
        if (value < 1) {
            throw new IllegalArgumentException("receipt numbers begin with 1");
        }
    }

    /** Empty for what is no receipt's number. */
    public static Optional<ReceiptNumber> read(String text) {
        Matcher matcher = WRITTEN.matcher(text == null ? "" : text.strip());
        if (!matcher.matches() || Long.parseLong(matcher.group(2)) < 1) {
            return Optional.empty();
        }
        return Arrays.stream(ReceiptKind.values())
                .filter(kind -> kind.series().equals(matcher.group(1)))
                .findFirst()
                .map(kind -> new ReceiptNumber(kind, Long.parseLong(matcher.group(2))));
    }

    @Override
    public String toString() {
        return kind.series() + "-%08d".formatted(value);
    }
}
