package org.yibaoban.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/** A row of a {@link CsvTable} that knows its file and line. Fields are trimmed; an empty one is absent. */
public final class CsvRow {

    /** Plain decimals only: what a spreadsheet writes as 1E+05 has lost its places. */
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,14}(\\.\\d+)?");

    private final Path file;
    private final int line;
    private final List<String> columns;
    private final List<String> fields;

    CsvRow(Path file, int line, List<String> columns, List<String> fields) {
        this.file = file;
        this.line = line;
        this.columns = columns;
        this.fields = fields;
    }

    /** From 1, the header being line 1. */
    public int line() {
        return line;
    }

    /** A fault at this row. */
    public ConfigFault fault(String reason) {
        return new ConfigFault(file, line, reason);
    }

    public Optional<String> find(String column) {
        String field = fields.get(columns.indexOf(column)).strip();
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }

    /** @throws ConfigFault when the field is empty */
    public String get(String column) {
        return find(column).orElseThrow(() -> fault(column + " is empty"));
    }

    /** @throws ConfigFault when there is a field and it is no amount in yuan of at most two places, 0 or more */
    public Optional<Money> findMoney(String column) {
        return find(column).map(text -> number(column, text, Money::of));
    }

    /** @throws ConfigFault when the field is empty or no amount in yuan of at most two places, 0 or more */
    public Money money(String column) {
        return number(column, get(column), Money::of);
    }

    /** @throws ConfigFault when the field is empty or no plain decimal, 0 or more */
    public BigDecimal decimal(String column) {
        return number(column, get(column), BigDecimal::new);
    }

    /** @throws ConfigFault when there is a field and it is no plain decimal, 0 or more */
    public Optional<BigDecimal> findDecimal(String column) {
        return find(column).map(text -> number(column, text, BigDecimal::new));
    }

    /** @throws ConfigFault when there is a field and it is no share between 0 and 1 */
    public Optional<Rate> findRate(String column) {
        return find(column).map(text -> number(column, text, Rate::of));
    }

    /** @throws ConfigFault when there is a field and it is no date such as 2026-01-31 */
    public Optional<LocalDate> findDate(String column) {
        return find(column).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw fault(column + " must be a date such as 2026-01-31, not " + text);
            }
        });
    }

    /** @throws ConfigFault when the field is empty or no date such as 2026-01-31 */
    public LocalDate date(String column) {
        return findDate(column).orElseThrow(() -> fault(column + " is empty"));
    }

    private <T> T number(String column, String text, Function<String, T> reading) {
        if (!DECIMAL.matcher(text).matches()) {
            throw fault(column + " must be a decimal of 0 or more, not " + text);
        }
        try {
            return reading.apply(text);
        } catch (ArithmeticException e) {
            throw fault(column + " has more than two places: " + text);
        } catch (IllegalArgumentException e) {
            throw fault(column + ": " + e.getMessage());
        }
    }
}
