package org.yibaoban.his.fhir.read;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.selection.Between;

/** A date of a search: a year, month, day or moment is the stretch that it covers, in the hospital's zone where it names none. */
final class When {

    private final String name;
    private final ZoneId zone;

    When(String name, ZoneId zone) {
        this.name = name;
        this.zone = zone;
    }

    /** @param tokens each a date with its prefix; all of them hold */
    Between<Instant> moments(String... tokens) {
        Between<Instant> all = Between.always();
        for (String token : tokens) {
            all = all.and(one(token));
        }
        return all;
    }

    Between<LocalDateTime> local(String... tokens) {
        Between<Instant> moments = moments(tokens);
        return new Between<LocalDateTime>(
                moments.from().map(this::local), moments.before().map(this::local));
    }

    private LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone);
    }

    private Between<Instant> one(String token) {
        boolean prefixed = token.matches("[a-z]{2}.*");
        Stretch stretch = stretch(prefixed ? token.substring(2) : token);
        Optional<Instant> begin = Optional.of(stretch.begin());
        Optional<Instant> end = Optional.of(stretch.end());
        return switch (prefixed ? token.substring(0, 2) : "eq") {
            case "eq" -> new Between<Instant>(begin, end);
            case "ge" -> new Between<Instant>(begin, Optional.empty());
            case "gt", "sa" -> new Between<Instant>(end, Optional.empty());
            case "le" -> new Between<Instant>(Optional.empty(), end);
            case "lt", "eb" -> new Between<Instant>(Optional.empty(), begin);
            default -> throw FhirFault.parameter(name, "不支持该前缀", "this prefix is not supported");
        };
    }

    private record Stretch(Instant begin, Instant end) {}

    private Stretch stretch(String text) {
        try {
            return switch (text.length()) {
                case 4 ->
                    days(
                            Year.parse(text).atDay(1),
                            Year.parse(text).plusYears(1).atDay(1));
                case 7 ->
                    days(
                            YearMonth.parse(text).atDay(1),
                            YearMonth.parse(text).plusMonths(1).atDay(1));
                case 10 -> days(LocalDate.parse(text), LocalDate.parse(text).plusDays(1));
                default -> moment(text);
            };
        } catch (DateTimeException noTime) {
            throw FhirFault.parameter(name, "不是有效的日期或时间", "no date or time");
        }
    }

    private Stretch days(LocalDate first, LocalDate next) {
        return new Stretch(
                first.atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant());
    }

    private Stretch moment(String text) {
        String time = text.replace(' ', '+');
        boolean offset = time.matches(".*(Z|[+-]\\d\\d:\\d\\d)");
        Instant begin = offset
                ? OffsetDateTime.parse(time).toInstant()
                : ZonedDateTime.of(LocalDateTime.parse(time), zone).toInstant();
        boolean minute = time.matches("[^T]+T\\d\\d:\\d\\d(Z|[+-].*)?");
        Duration precision =
                minute ? Duration.ofMinutes(1) : time.contains(".") ? Duration.ofMillis(1) : Duration.ofSeconds(1);
        return new Stretch(begin, begin.plus(precision));
    }
}
