package org.yibaoban.sandbox;

import java.nio.file.Path;
import java.util.List;
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
        return CsvRows.read(file, row -> new Entry(member(row), year(row)));
    }

    private static RegisteredMember member(CsvRows row) {
        return new RegisteredMember(
                row.get("member_number"),
                new IdentityNumber(row.get("identity_number")).value(),
                row.get("name"),
                InsuranceType.ofCode(row.get("insurance_type"))
                        .orElseThrow(() -> new IllegalArgumentException("insurance_type is no basic insurance")),
                row.get("plan_id"),
                new Member(
                        MemberCategory.ofKey(row.get("category"))
                                .orElseThrow(() -> new IllegalArgumentException("category is unknown")),
                        Boolean.parseBoolean(row.get("poor")),
                        row.find("civil_servant").map(Boolean::parseBoolean).orElse(false),
                        Money.of(row.get("account_balance")),
                        Standing.valueOf(row.get("standing"))));
    }

    private static YearToDate year(CsvRows row) {
        return new YearToDate(
                Integer.parseInt(row.get("year_stays")),
                Money.of(row.get("year_basic_fund")),
                Money.of(row.get("year_large_amount")),
                Money.of(row.get("year_serious_burden")),
                Money.of(row.get("year_serious_illness")),
                Money.of(row.get("year_assistance")),
                Money.of(row.get("year_outpatient_fund")));
    }
}
