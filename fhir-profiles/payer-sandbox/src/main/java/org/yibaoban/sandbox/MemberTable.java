package org.yibaoban.sandbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.membership.Member;
import org.yibaoban.membership.MemberCategory;
import org.yibaoban.membership.Standing;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;

/** Members and what they used in a year, inside one transaction. */
final class MemberTable {
    private final Connection connection;

    MemberTable(Connection connection) {
        this.connection = connection;
    }

    Optional<RegisteredMember> byIdentity(String identityNumber) throws SQLException {
        return find("select * from member where identity_number = ?", identityNumber);
    }

    /** Locks the row: claims of one member are settled one after the other. */
    Optional<RegisteredMember> lock(String memberNumber) throws SQLException {
        return find("select * from member where member_number = ? for update", memberNumber);
    }

    private Optional<RegisteredMember> find(String sql, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            ResultSet row = statement.executeQuery();
            return row.next() ? Optional.of(member(row)) : Optional.empty();
        }
    }

    private static RegisteredMember member(ResultSet row) throws SQLException {
        return new RegisteredMember(
                row.getString("member_number"),
                row.getString("identity_number"),
                row.getString("name"),
                InsuranceType.ofCode(row.getString("insurance_type")).orElseThrow(),
                row.getString("plan_id"),
                new Member(
                        MemberCategory.ofKey(row.getString("category")).orElseThrow(),
                        row.getBoolean("poor"),
                        row.getBoolean("civil_servant"),
                        new Money(row.getBigDecimal("account_balance")),
                        Standing.valueOf(row.getString("standing"))));
    }

    /** Adds a member who is not there yet; one who is there keeps what the payer knows. */
    boolean addIfAbsent(RegisteredMember member) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into member (member_number, identity_number, name, insurance_type,"
                        + " plan_id, category, poor, standing, account_balance, civil_servant)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing")) {
            statement.setString(1, member.memberNumber());
            statement.setString(2, member.identityNumber());
            statement.setString(3, member.name());
            statement.setString(4, member.insuranceType().code());
            statement.setString(5, member.planId());
            statement.setString(6, member.member().category().key());
            statement.setBoolean(7, member.member().poor());
            statement.setString(8, member.member().standing().name());
            statement.setBigDecimal(9, member.member().accountBalance().yuan());
            statement.setBoolean(10, member.member().civilServant());
            return statement.executeUpdate() == 1;
        }
    }

    void payFromAccount(String memberNumber, Money amount) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update member set account_balance = account_balance - ? where member_number = ?")) {
            statement.setBigDecimal(1, amount.yuan());
            statement.setString(2, memberNumber);
            statement.executeUpdate();
        }
    }

    YearToDate year(String memberNumber, int year) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select * from member_year where member_number = ? and year = ?")) {
            statement.setString(1, memberNumber);
            statement.setInt(2, year);
            ResultSet row = statement.executeQuery();
            return row.next() ? year(row) : YearToDate.NONE;
        }
    }

    private static YearToDate year(ResultSet row) throws SQLException {
        return new YearToDate(
                row.getInt("stays"),
                new Money(row.getBigDecimal("basic_fund")),
                new Money(row.getBigDecimal("large_amount")),
                new Money(row.getBigDecimal("serious_burden")),
                new Money(row.getBigDecimal("serious_illness")),
                new Money(row.getBigDecimal("assistance")),
                new Money(row.getBigDecimal("outpatient_fund")));
    }

    void putYear(String memberNumber, int year, YearToDate used) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into member_year (member_number, year,"
                + " stays, basic_fund, large_amount, serious_burden, serious_illness, assistance, outpatient_fund)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (member_number, year) do update set"
                + " stays = excluded.stays, basic_fund = excluded.basic_fund, large_amount = excluded.large_amount,"
                + " serious_burden = excluded.serious_burden, serious_illness = excluded.serious_illness,"
                + " assistance = excluded.assistance, outpatient_fund = excluded.outpatient_fund")) {
            statement.setString(1, memberNumber);
            statement.setInt(2, year);
            statement.setInt(3, used.stays());
            statement.setBigDecimal(4, used.basicFund().yuan());
            statement.setBigDecimal(5, used.largeAmount().yuan());
            statement.setBigDecimal(6, used.seriousBurden().yuan());
            statement.setBigDecimal(7, used.seriousIllness().yuan());
            statement.setBigDecimal(8, used.assistance().yuan());
            statement.setBigDecimal(9, used.outpatientFund().yuan());
            statement.executeUpdate();
        }
    }
}
