package org.yibaoban.his.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.catalogue.ItemFault;
import org.yibaoban.catalogue.ItemField;
import org.yibaoban.catalogue.Register;
import org.yibaoban.his.tabular.RowSource;
import org.yibaoban.his.tabular.TableFault;

/** A CSV or Excel file: its header names the fields, in our words or in those of the trade. */
final class HeadedRows implements ItemRows {

    private final RowSource source;
    private final Map<ItemField, Integer> at = new EnumMap<>(ItemField.class);
    private final List<String> unknown = new ArrayList<>();

    /** @throws TableFault when a column that the list needs is missing, or two columns are the same field */
    HeadedRows(Register register, RowSource source) {
        this.source = source;
        Map<String, ItemField> names = new HashMap<>();
        register.fields().forEach(field -> field.headers().forEach(name -> names.put(plain(name), field)));
        List<String> header = source.header();
        for (int i = 0; i < header.size(); i++) {
            ItemField field = names.get(plain(header.get(i)));
            if (field == null) {
                unknown.add(header.get(i).strip());
            } else if (at.putIfAbsent(field, i) != null) {
                throw new TableFault(
                        "有两列都是“" + field.chinese() + "”", "two columns are both \"" + field.english() + "\"");
            }
        }
        List<ItemField> missing = register.required().stream()
                .filter(field -> !at.containsKey(field))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new TableFault(
                    "缺少列："
                            + String.join(
                                    "、",
                                    missing.stream().map(ItemField::chinese).toList()),
                    "columns are missing: "
                            + String.join(
                                    ", ", missing.stream().map(ItemField::key).toList()));
        }
    }

    @Override
    public List<String> unknown() {
        return unknown;
    }

    @Override
    public Optional<ItemRow> next() {
        return source.next().map(row -> {
            Map<ItemField, String> fields = new EnumMap<>(ItemField.class);
            List<String> values = row.values();
            at.forEach((field, position) -> fields.put(field, position < values.size() ? values.get(position) : ""));
            boolean broken = values.size() != source.header().size();
            return new ItemRow(
                    row.number(),
                    fields,
                    broken
                            ? Optional.of(new ItemFault(
                                    ItemFault.Reason.BROKEN_LINE,
                                    ItemField.NAME,
                                    values.size() + " / " + source.header().size()))
                            : Optional.empty());
        });
    }

    private static String plain(String name) {
        return name.replace("\uFEFF", "")
                .replace('（', '(')
                .replace('）', ')')
                .replaceAll("[\\s\u3000]", "")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        source.close();
    }
}
