package org.yibaoban.his.tabular;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rows of a view from a time of entry on, in its order, streamed. Rows without a time of entry are never seen.
 *
 * <p>The names of view and column come from the map, whose reader lets nothing but names through.
 */
final class ViewRows implements RowSource {

    private static final int FETCH = 1000;
    private static final int ANSWER_SECONDS = 120;

    private final PreparedStatement statement;
    private final ResultSet result;
    private final List<String> header = new ArrayList<>();
    private final List<Boolean> zoned = new ArrayList<>();
    private final int watermark;
    private long number;
    private Optional<LocalDateTime> latest = Optional.empty();

    ViewRows(Connection connection, TableMap.View view, LocalDateTime from) throws SQLException {
        String entered = view.watermark();
        statement = connection.prepareStatement(
                "select * from " + view.name() + " where " + entered + " >= ? order by " + entered);
        statement.setFetchSize(FETCH);
        statement.setQueryTimeout(ANSWER_SECONDS);
        statement.setTimestamp(1, Timestamp.valueOf(from));
        result = statement.executeQuery();
        ResultSetMetaData columns = result.getMetaData();
        int found = 0;
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            header.add(columns.getColumnLabel(i));
            String type = columns.getColumnTypeName(i).toLowerCase(Locale.ROOT);
            zoned.add(columns.getColumnType(i) == Types.TIMESTAMP_WITH_TIMEZONE
                    || type.equals("timestamptz")
                    || type.equals("datetimeoffset"));
            found = columns.getColumnLabel(i).equalsIgnoreCase(entered) ? i : found;
        }
        watermark = found;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<RawRow> next() {
        try {
            if (!result.next()) {
                return Optional.empty();
            }
            latest = Optional.of(result.getTimestamp(watermark).toLocalDateTime());
            List<String> values = new ArrayList<>(header.size());
            for (int i = 1; i <= header.size(); i++) {
                values.add(text(i));
            }
            return Optional.of(new RawRow(++number, values));
        } catch (SQLException e) {
            throw new IllegalStateException("the view broke off after " + number + " rows", e);
        }
    }

    private String text(int column) throws SQLException {
        if (zoned.get(column - 1)) {
            OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
            return time == null ? "" : time.toString();
        }
        Object value = result.getObject(column);
        if (value == null) {
            return "";
        }
        if (value instanceof Timestamp time) {
            return time.toLocalDateTime().toString();
        }
        return value instanceof BigDecimal figure ? figure.toPlainString() : value.toString();
    }

    /** The latest time of entry read so far. */
    Optional<LocalDateTime> latest() {
        return latest;
    }

    @Override
    public void close() {
        try (statement) {
            result.close();
        } catch (SQLException nothingIsLost) {
            // the connection is closed next
        }
    }
}
