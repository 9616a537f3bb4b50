package org.yibaoban.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yibaoban.config.ConfigFault;
import org.yibaoban.membership.IdentityNumber;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.membership.Member;
import org.yibaoban.membership.MemberCategory;
import org.yibaoban.membership.Standing;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;

/** {@code demo/members.csv}: the made-up members that the register begins with. UTF-8, header, no quotes. */
final class MemberFile {
    /** @param year what the person used in the running year */
    record Entry(RegisteredMember member, YearToDate year) {}

    private MemberFile() {}

    /** @throws ConfigFault for the first fault, with file and line */
    static List<Entry> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new ConfigFault(file, 0, "cannot be read: " + e);
        }
        if (lines.isEmpty()) {
            throw new ConfigFault(file, 0, "the file is empty");
        }
        String[] header = lines.get(0).replace("\uFEFF", "").split(",", -1);
        List<Entry> entries = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                entries.add(entry(file, i + 1, header, lines.get(i).split(",", -1)));
            }
        }
        return entries;
    }

    private static Entry entry(Path file, int line, String[] header, String[] cells) {
        if (cells.length != header.length) {
            throw new ConfigFault(file, line, header.length + " columns expected, got " + cells.length);
        }
        Map<String, String> row = new TreeMap<>();
        for (int i = 0; i < cells.length; i++) {
            row.put(header[i].strip(), cells[i].strip());
        }
        try {
            return new Entry(member(row), year(row));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ConfigFault(file, line, e.getMessage());
        }
    }

    private static RegisteredMember member(Map<String, String> row) {
        return new RegisteredMember(
                get(row, "member_number"),
                new IdentityNumber(get(row, "identity_number")).value(),
                get(row, "name"),
                InsuranceType.ofCode(get(row, "insurance_type"))
                        .orElseThrow(() -> new IllegalArgumentException("insurance_type is no basic insurance")),
                get(row, "plan_id"),
                new Member(
                        MemberCategory.ofKey(get(row, "category"))
                                .orElseThrow(() -> new IllegalArgumentException("category is unknown")),
                        Boolean.parseBoolean(get(row, "poor")),
                        Boolean.parseBoolean(row.get("civil_servant")),
                        Money.of(get(row, "account_balance")),
                        Standing.valueOf(get(row, "standing"))));
    }

    private static YearToDate year(Map<String, String> row) {
        return new YearToDate(
                Integer.parseInt(get(row, "year_stays")),
                Money.of(get(row, "year_basic_fund")),
                Money.of(get(row, "year_large_amount")),
                Money.of(get(row, "year_serious_burden")),
                Money.of(get(row, "year_serious_illness")),
                Money.of(get(row, "year_assistance")),
                Money.of(get(row, "year_outpatient_fund")));
    }

    private static String get(Map<String, String> row, String column) {
        String value = row.get(column);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("column " + column + " is missing or empty");
        }
        return value;
    }
}
