package org.yibaoban.his.tabular;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** One row's values by field, strictly read. Faults quote a value only where it cannot be a person's. */
final class Cells {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{1,10})?");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Set<String> PERSONAL = Set.of("patient", "name", "sex", "birth_date", "identity_number");
    /** An identity number of fifteen or eighteen characters, or a mobile telephone. */
    private static final Pattern LOOKS_PERSONAL =
            Pattern.compile("(?<!\\d)(\\d{17}[\\dXx]|[1-9]\\d{14}|1[3-9]\\d{9})(?!\\d)");

    private static final int MOST_SHOWN = 40;
    /** A time that an export cut behind the plus of its offset: 2026-02-20T16:00:00.000+ */
    private static final Pattern CUT_OFFSET = Pattern.compile(".*T.*\\+");

    private final Columns columns;
    private final RowSource.RawRow row;
    private final ZoneId hospital;

    /** @throws RowFault when the row has another number of fields than the header */
    Cells(Columns columns, RowSource.RawRow row, ZoneId hospital) {
        this.columns = columns;
        this.row = row;
        this.hospital = hospital;
        if (row.values().size() != columns.header().size()) {
            throw RowFault.of(
                    RowReason.BROKEN_LINE,
                    "",
                    row.values().size() + " / " + columns.header().size());
        }
    }

    RowSource.RawRow row() {
        return row;
    }

    /** Whether the map wants this row at all. */
    boolean wanted() {
        return columns.map()
                .where()
                .map(where -> where.words()
                        .contains(row.values()
                                .get(columns.position(where.headers()).getAsInt())
                                .strip()))
                .orElse(true);
    }

    /** As written, in the map's words; empty where there is none. */
    Optional<String> find(String field) {
        ColumnMap column = columns.map().columns().get(field);
        if (column == null) {
            return Optional.empty();
        }
        OptionalInt position = columns.of(field);
        Optional<String> text = position.isPresent()
                ? Optional.of(row.values().get(position.getAsInt()).strip())
                        .filter(value -> !value.isEmpty() || column.codes().containsKey(""))
                : Optional.empty();
        Optional<String> value = text.map(given -> coded(field, column, given)).or(column::fixed);
        return column.form() == ColumnMap.Form.UUID ? value.map(given -> shortened(field, given)) : value;
    }

    private String coded(String field, ColumnMap column, String text) {
        if (column.codes().isEmpty()) {
            return text;
        }
        String code = column.codes().get(text);
        if (code == null) {
            throw fault(RowReason.UNKNOWN_CODE, field, text);
        }
        return code;
    }

    Optional<String> find(String field, int most) {
        Optional<String> text = find(field);
        if (text.filter(value -> value.length() > most).isPresent()) {
            throw fault(RowReason.TOO_LONG, field, text.get());
        }
        return text;
    }

    String get(String field, int most) {
        return find(field, most).orElseThrow(() -> fault(RowReason.MISSING, field, ""));
    }

    /** Whether the map's word is yes; what is not told is not so. */
    boolean isSo(String field) {
        return find(field).filter("yes"::equals).isPresent();
    }

    /** @throws RowFault when there is a value and it is no decimal */
    Optional<BigDecimal> decimal(String field) {
        return find(field).map(given -> {
            boolean percent = columns.map().columns().get(field).form() == ColumnMap.Form.PERCENT;
            String text = percent && given.endsWith("%") ? given.substring(0, given.length() - 1) : given;
            if (columns.map().thousands() && THOUSANDS.matcher(text).matches()) {
                text = text.replace(",", "");
            }
            if (!DECIMAL.matcher(text).matches()) {
                throw fault(RowReason.NO_NUMBER, field, given);
            }
            BigDecimal value = new BigDecimal(text);
            return percent ? value.movePointLeft(2) : value;
        });
    }

    /** The hospital's local time; a day alone is its beginning. */
    Optional<LocalDateTime> time(String field) {
        return find(field).map(text -> {
            ColumnMap column = columns.map().columns().get(field);
            ZoneId zone = column.zone().orElse(columns.map().zone());
            // without a zone of the column nobody can say what was cut off
            String whole = column.zone().isPresent() && CUT_OFFSET.matcher(text).matches()
                    ? text.substring(0, text.length() - 1)
                    : text;
            return column.formats().stream()
                    .flatMap(format -> parsed(whole, format, zone).stream())
                    .findFirst()
                    .or(() -> iso(whole, zone))
                    .orElseThrow(() -> fault(RowReason.NO_TIME, field, text));
        });
    }

    LocalDateTime requiredTime(String field) {
        return time(field).orElseThrow(() -> fault(RowReason.MISSING, field, ""));
    }

    /** A day; of a time its day in the hospital. */
    Optional<LocalDate> day(String field) {
        return time(field).map(LocalDateTime::toLocalDate);
    }

    private Optional<LocalDateTime> iso(String text, ZoneId zone) {
        String iso =
                text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
        return parsed(iso, DateTimeFormatter.ISO_DATE_TIME, zone)
                .or(() -> parsed(iso, DateTimeFormatter.ISO_LOCAL_DATE, zone));
    }

    private Optional<LocalDateTime> parsed(String text, DateTimeFormatter format, ZoneId zone) {
        try {
            TemporalAccessor parsed = format.parse(text);
            if (parsed.query(TemporalQueries.offset()) != null) {
                return Optional.of(
                        OffsetDateTime.from(parsed).atZoneSameInstant(hospital).toLocalDateTime());
            }
            if (parsed.query(TemporalQueries.localTime()) == null) {
                // a day is a day wherever it was written
                return Optional.of(LocalDate.from(parsed).atStartOfDay());
            }
            return Optional.of(LocalDateTime.from(parsed)
                    .atZone(zone)
                    .withZoneSameInstant(hospital)
                    .toLocalDateTime());
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }

    private String shortened(String field, String text) {
        try {
            return ShortUuid.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw fault(RowReason.NO_IDENTIFIER, field, text);
        }
    }

    RowFault fault(RowReason reason, String field, String value) {
        // a row that is shifted by a column has a person's numbers anywhere
        String shown = PERSONAL.contains(field) || LOOKS_PERSONAL.matcher(value).find()
                ? ""
                : value.substring(0, Math.min(value.length(), MOST_SHOWN));
        return RowFault.of(reason, columns.nameOf(field), shown);
    }
}
