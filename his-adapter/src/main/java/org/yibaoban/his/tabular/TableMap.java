package org.yibaoban.his.tabular;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the rows of one table of one source are understood; read from {@code config/tabular}.
 *
 * @param source the system that the rows come from
 * @param table the table's name within its source
 * @param columns by field
 * @param ignored headers that are known and not needed
 * @param where only rows whose column holds one of these words are taken, the others are left out and counted
 * @param key the fields that identify a row within the table; {@code =HEADER} is a column that is no field
 * @param sums whether rows with one key are parts of one posting and added up
 * @param zone of times without an offset
 * @param yuanForOne what one unit of the amounts' currency is in yuan; 1 for yuan
 * @param thousands whether figures may be written 1,234.50
 */
public record TableMap(
        String source,
        String table,
        String chinese,
        String english,
        TableKind kind,
        Map<String, ColumnMap> columns,
        Set<String> ignored,
        Optional<Where> where,
        List<String> key,
        boolean sums,
        ZoneId zone,
        String currency,
        BigDecimal yuanForOne,
        boolean thousands,
        TextForm text,
        Optional<View> view) {

    /** Rows to take. */
    public record Where(List<String> headers, Set<String> words) {}

    /**
     * How a text file is written; empty where it is told from the file itself.
     *
     * @param charset UTF-8 or GB18030
     */
    public record TextForm(Optional<String> charset, Optional<Character> delimiter) {}

    /**
     * The view that is polled for this table.
     *
     * @param watermark the column with the time a row was entered in the HIS
     * @param lookBack how late a row may appear after its time of entry
     * @param from where the first poll begins
     */
    public record View(String name, String watermark, Duration lookBack, LocalDateTime from) {}

    /** Such as {@code synthea/encounters}; what a user chooses, and the sender of its messages. */
    public String id() {
        return source + "/" + table;
    }

    /** Columns that are part of the key and no field. */
    List<String> keyColumns() {
        return key.stream()
                .filter(part -> part.startsWith("="))
                .map(part -> part.substring(1))
                .toList();
    }

    /** Whether the whole file has to be read before its first row can be told to the office. */
    public boolean wholeFile() {
        return sums || kind.wholeVisits();
    }
}
