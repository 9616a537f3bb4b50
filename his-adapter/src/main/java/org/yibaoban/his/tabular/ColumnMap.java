package org.yibaoban.his.tabular;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a field's value comes from.
 *
 * @param headers the names a column may have, the first that the table has counts; compared without case and blanks
 * @param fixed the value of every row where no column has one
 * @param codes the source's words and ours; a word that is not in it is refused; empty for values taken as they are
 * @param formats of dates and times besides ISO 8601
 * @param zone of times without an offset; the map's where it is empty
 * @param form how the text is written
 */
public record ColumnMap(
        List<String> headers,
        Optional<String> fixed,
        Map<String, String> codes,
        List<DateTimeFormatter> formats,
        Optional<ZoneId> zone,
        Form form) {

    /** How a value is written. */
    public enum Form {
        PLAIN("plain"),
        /** 12.5% is 0.125. */
        PERCENT("percent"),
        /** A UUID of 36 characters, written in 25 without loss: national visit numbers have at most 30. */
        UUID("uuid");

        private final String key;

        Form(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
