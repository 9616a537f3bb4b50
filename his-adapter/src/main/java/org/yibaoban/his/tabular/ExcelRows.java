package org.yibaoban.his.tabular;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Rows of the first sheet of an Excel workbook (.xlsx), streamed; only the file itself and its texts are in memory. */
final class ExcelRows implements RowSource {

    /** Excel itself keeps 15 digits; what stands behind them is the dust of binary fractions, such as 30.000000000000004. */
    private static final MathContext EXCEL_DIGITS = new MathContext(15);

    private static final int MOST_COLUMNS = 500;
    private static final long MOST_UNPACKED = 512L << 20;
    /** A sheet packs to a tenth or twentieth; beyond this ratio a small file is a bomb. */
    private static final long MOST_RATIO = 200;

    private static final long SMALL = 16L << 20;
    private static final Pattern DATE_FORMAT = Pattern.compile(".*[ymdhs年月日].*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_A_PATTERN = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> header;

    ExcelRows(byte[] file) {
        refuseBomb(file);
        try {
            workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false));
            stream = workbook.getFirstSheet().openStream();
            rows = stream.iterator();
            header = rows.hasNext() ? values(rows.next()) : List.of();
        } catch (IOException | ExcelReaderException e) {
            throw unreadable(e);
        }
        if (header.isEmpty()) {
            throw new TableFault("第一个工作表为空", "the first sheet is empty");
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<RawRow> next() {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                List<String> values = values(row);
                if (values.stream().anyMatch(value -> !value.isBlank())) {
                    return Optional.of(new RawRow(row.getRowNum(), values));
                }
            }
            return Optional.empty();
        } catch (ExcelReaderException e) {
            throw unreadable(e);
        }
    }

    /** As many as the header has: a sheet leaves empty cells at the end of a row out. */
    private List<String> values(Row row) {
        int columns = header == null ? row.getCellCount() : Math.max(header.size(), row.getCellCount());
        if (columns > MOST_COLUMNS) {
            throw new TableFault("列数超过 " + MOST_COLUMNS, "more than " + MOST_COLUMNS + " columns");
        }
        List<String> values = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            values.add(row.getOptionalCell(i).map(ExcelRows::text).orElse(""));
        }
        while (header != null
                && values.size() > header.size()
                && values.get(values.size() - 1).isBlank()) {
            values.remove(values.size() - 1);
        }
        return values;
    }

    private static String text(Cell cell) {
        boolean number = cell.getValue() instanceof BigDecimal;
        if (number && isDate(cell.getDataFormatString())) {
            LocalDateTime time = cell.asDate();
            return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? time.toLocalDate().toString()
                    : time.withNano(0).toString();
        }
        if (number) {
            BigDecimal value = ((BigDecimal) cell.getValue()).round(EXCEL_DIGITS);
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }
        return cell.getType() == CellType.ERROR || cell.getValue() == null ? "" : cell.getText();
    }

    private static boolean isDate(String format) {
        return format != null
                && DATE_FORMAT
                        .matcher(NOT_A_PATTERN.matcher(format).replaceAll(""))
                        .matches();
    }

    /** Unpacks the file once without keeping anything of it. By its directory: some writers leave sizes out of the entries. */
    private static void refuseBomb(byte[] file) {
        long unpacked = 0;
        byte[] buffer = new byte[64 * 1024];
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED || unpacked > SMALL && unpacked / file.length > MOST_RATIO) {
                            throw new TableFault("文件解压后过大", "the file is too large when it is unpacked");
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static TableFault unreadable(Exception cause) {
        TableFault fault = new TableFault("不是可读取的 Excel 文件（.xlsx）", "not a readable Excel file (.xlsx)");
        fault.initCause(cause);
        return fault;
    }

    @Override
    public void close() {
        stream.close();
        try {
            workbook.close();
        } catch (IOException nothingIsLost) {
            // all that was wanted has been read
        }
    }
}
