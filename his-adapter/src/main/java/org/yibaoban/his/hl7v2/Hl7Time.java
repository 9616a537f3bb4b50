package org.yibaoban.his.hl7v2;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final ZoneId hospital;
    private final Set<LocalDate> notYet;
    private final List<DateTimeFormatter> further;

    /**
     * @param notYet days that some senders write for "not yet", such as the first of 1900
     * @param further forms of times beside those above
     */
    Hl7Time(ZoneId hospital, Set<LocalDate> notYet, List<DateTimeFormatter> further) {
        this.hospital = hospital;
        this.notYet = notYet;
        this.further = further;
    }

    /**
     * A time; midnight where only a day is given; nothing where it stands for "not yet".
     *
     * @throws MessageFault when it is no time
     */
    Optional<LocalDateTime> time(String text, FieldPath where) {
        LocalDateTime time = parse(text).orElseThrow(() -> notATime(where));
        return Optional.of(time).filter(t -> !notYet.contains(t.toLocalDate()));
    }

    /** As {@link #time}, for MSH-7. */
    Optional<LocalDateTime> sent(Envelope envelope) {
        String text = envelope.component(7, 1);
        return text.isEmpty() ? Optional.empty() : time(text, FieldPath.of("MSH", 7));
    }

    /**
     * A calendar day as written, whatever its offset; nothing where it is only a year or month.
     *
     * @throws MessageFault when it is no date
     */
    Optional<LocalDate> day(String text, FieldPath where) {
        if (YEAR_OR_MONTH.matcher(text).matches()) {
            return Optional.empty();
        }
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            return Optional.of(
                    inFurtherForm(text).orElseThrow(() -> notATime(where)).toLocalDate());
        }
        try {
            return Optional.of(dayOf(parts));
        } catch (DateTimeException noSuchDay) {
            throw notATime(where);
        }
    }

    private Optional<LocalDateTime> parse(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            return inFurtherForm(text);
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

    private Optional<LocalDateTime> inFurtherForm(String text) {
        for (DateTimeFormatter form : further) {
            try {
                TemporalAccessor read = form.parseBest(text, LocalDateTime::from, LocalDate::from);
                return Optional.of(read instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) read);
            } catch (DateTimeException another) {
                // the next form may fit
            }
        }
        return Optional.empty();
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
