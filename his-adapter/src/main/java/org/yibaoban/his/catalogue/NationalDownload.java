package org.yibaoban.his.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.catalogue.ItemFault;
import org.yibaoban.catalogue.ItemField;
import org.yibaoban.his.tabular.TableFault;

/**
 * The file of transaction 1301 (western and patent drugs): UTF-8, no header, 97 fields a line, tabs between them,
 * {@code null} for nothing (facts/domain.md, 1.2 and 3.3). A quote is a character like any other.
 */
final class NationalDownload implements ItemRows {

    static final int FIELDS = 97;

    /** Positions as the interface counts them, from 1. */
    private static final Map<ItemField, Integer> AT = Map.ofEntries(
            Map.entry(ItemField.CODE, 1),
            Map.entry(ItemField.NAME, 4),
            Map.entry(ItemField.SPECIFICATION, 14),
            Map.entry(ItemField.SPECIAL_LIMIT, 55),
            Map.entry(ItemField.APPROVAL, 62),
            Map.entry(ItemField.MARKET_STATE, 65),
            Map.entry(ItemField.BASIC_DRUG, 71),
            Map.entry(ItemField.NEGOTIATED, 75),
            Map.entry(ItemField.VALID, 79),
            Map.entry(ItemField.VERSION, 83),
            Map.entry(ItemField.CHILD_DRUG, 85),
            Map.entry(ItemField.CLASS, 92),
            Map.entry(ItemField.HOLDER, 93),
            Map.entry(ItemField.FROM, 96),
            Map.entry(ItemField.TO, 97));

    private static final int FORM = 10;
    private static final int FORM_NAME = 11;
    private static final int CATALOGUE_FORM = 91;
    private static final int PRICING_UNIT = 27;
    private static final int PACK_NUMBER = 42;
    private static final int PACK_UNIT = 45;
    private static final int SMALLEST_UNIT = 46;
    private static final int LIMITED_TO = 57;
    private static final int LIMITED = 58;
    private static final int NOTE = 69;

    private final BufferedReader lines;
    private long number;

    NationalDownload(InputStream content) {
        this.lines = new BufferedReader(new InputStreamReader(
                content,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** Whether a file that begins like this is a download. */
    static boolean isOne(String firstLine) {
        return firstLine.split("\t", -1).length >= FIELDS - 1;
    }

    @Override
    public List<String> unknown() {
        return List.of();
    }

    @Override
    public Optional<ItemRow> next() {
        try {
            String line = lines.readLine();
            number++;
            while (line != null && (line.isBlank() || number == 1 && isHeader(line))) {
                line = lines.readLine();
                number++;
            }
            return Optional.ofNullable(line).map(this::row);
        } catch (CharacterCodingException e) {
            throw new TableFault(
                    "第 " + number + " 行附近的字符不是 UTF-8", "near line " + number + ": bytes that are not UTF-8");
        } catch (IOException e) {
            throw new TableFault("文件读取失败", "the file cannot be read: " + e.getMessage());
        }
    }

    /** Some regions put the columns' names first. */
    private static boolean isHeader(String line) {
        return line.contains("目录编码") || line.toLowerCase(java.util.Locale.ROOT).contains("med_list_codg");
    }

    private ItemRow row(String line) {
        String[] values = line.replace("\uFEFF", "").split("\t", -1);
        Map<ItemField, String> fields = new EnumMap<>(ItemField.class);
        AT.forEach((field, position) -> fields.put(field, at(values, position)));
        if (values.length != FIELDS) {
            return new ItemRow(
                    number,
                    fields,
                    Optional.of(new ItemFault(
                            ItemFault.Reason.BROKEN_LINE, ItemField.CODE, values.length + " / " + FIELDS)));
        }
        fields.put(ItemField.DOSAGE_FORM, first(values, CATALOGUE_FORM, FORM_NAME, FORM));
        fields.put(ItemField.UNIT, unit(values));
        fields.put(ItemField.PACK, pack(values));
        fields.put(ItemField.RESTRICTION, restriction(values));
        return new ItemRow(number, fields, Optional.empty());
    }

    /** Blank for null. */
    private static String at(String[] values, int position) {
        String value = position <= values.length ? values[position - 1].strip() : "";
        return value.equals("null") ? "" : value;
    }

    private static String first(String[] values, int... positions) {
        for (int position : positions) {
            if (!at(values, position).isEmpty()) {
                return at(values, position);
            }
        }
        return "";
    }

    /** Some regions write a code of digits where the unit's name belongs; then the pack's unit is what is priced. */
    private static String unit(String[] values) {
        String unit = at(values, PRICING_UNIT);
        return unit.matches("\\d*") ? first(values, PACK_UNIT, SMALLEST_UNIT) : unit;
    }

    /** Such as 24片/盒. */
    private static String pack(String[] values) {
        String number = at(values, PACK_NUMBER);
        String unit = at(values, PACK_UNIT);
        return number.isEmpty() ? "" : number + at(values, SMALLEST_UNIT) + (unit.isEmpty() ? "" : "/" + unit);
    }

    /** The catalogue's own note; else the limited use, where it is flagged. */
    private static String restriction(String[] values) {
        String note = at(values, NOTE);
        return note.isEmpty() && at(values, LIMITED).matches("1|是") ? at(values, LIMITED_TO) : note;
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException nothingIsLost) {
            // all that was wanted has been read
        }
    }
}
