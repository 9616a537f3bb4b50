package org.yibaoban.his.hl7v2;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads HL7 times ({@code 20261122083000.123+0800}) and the ISO-like ones of Chinese senders ({@code 2026-11-22
 * 08:30:00}), to the second. A time with an offset becomes the hospital's local time; one without is local already.
 */
final class Hl7Time {

    private static final Pattern TIME = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})"
            + "(?:[ T]?(\\d{2})(?::?(\\d{2})(?::?(\\d{2})(?:\\.\\d+)?)?)?)?([+-]\\d{2}:?\\d{2})?");
    private static final Pattern YEAR_OR_MONTH = Pattern.compile("\\d{4}(-?\\d{2})?");
    /** Some senders write the first day of 1900 for "not yet". */
    private static final LocalDate NOT_YET = LocalDate.of(1900, 1, 1);

    private final ZoneId hospital;

    Hl7Time(ZoneId hospital) {
        this.hospital = hospital;
    }

    /**
     * A field's time; midnight where only a day is given; nothing where it is blank.
     *
     * @throws MessageFault when it is no time
     */
    Optional<LocalDateTime> time(Hl7Segment segment, int field) {
        return segment.optional(field)
                .map(text -> parse(text).orElseThrow(() -> notATime(segment.at(field))))
                .filter(time -> !time.toLocalDate().equals(NOT_YET));
    }

    /** As {@link #time(Hl7Segment, int)}, for MSH-7. */
    Optional<LocalDateTime> sent(Envelope envelope) {
        String text = envelope.component(7, 1);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(parse(text).orElseThrow(() -> notATime(FieldPath.of("MSH", 7))));
    }

    /**
     * A field's calendar day as written, whatever its offset; nothing where it is blank or only a year or month.
     *
     * @throws MessageFault when it is no date
     */
    static Optional<LocalDate> day(Hl7Segment segment, int field) {
        Optional<String> text = segment.optional(field);
        if (text.isEmpty() || YEAR_OR_MONTH.matcher(text.get()).matches()) {
            return Optional.empty();
        }
        Matcher parts = TIME.matcher(text.get());
        if (!parts.matches()) {
            throw notATime(segment.at(field));
        }
        try {
            return Optional.of(dayOf(parts));
        } catch (DateTimeException noSuchDay) {
            throw notATime(segment.at(field));
        }
    }

    private Optional<LocalDateTime> parse(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalTime time = LocalTime.of(number(parts, 4), number(parts, 5), number(parts, 6));
            LocalDateTime written = LocalDateTime.of(dayOf(parts), time);
            String offset = parts.group(7);
            return Optional.of(
                    offset == null
                            ? written
                            : written.atOffset(ZoneOffset.of(offset))
                                    .atZoneSameInstant(hospital)
                                    .toLocalDateTime());
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static LocalDate dayOf(Matcher parts) {
        return LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
    }

    private static int number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }

    private static MessageFault notATime(FieldPath where) {
        return MessageFault.error(
                ErrorCode.DATA_TYPE, where, "日期时间格式错误（如 20261122083000）", "no valid time (such as 20261122083000)");
    }
}
