package org.yibaoban.sandbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yibaoban.membership.DiseaseRegistration;
import org.yibaoban.membership.DiseaseStanding;
import org.yibaoban.money.Money;

/** Registrations of chronic and special diseases and what the fund paid for each in a year, inside one transaction. */
final class RegistrationTable {
    private final Connection connection;

    RegistrationTable(Connection connection) {
        this.connection = connection;
    }

    /** All that a member has, expired ones too, with what was used of a year. */
    List<DiseaseStanding> of(String memberNumber, int year) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select r.*, coalesce(y.fund, 0) as fund"
                + " from registration r left join disease_year y on y.member_number = r.member_number"
                + " and y.disease = r.disease and y.year = ? where r.member_number = ?"
                + " order by r.disease, r.valid_from")) {
            statement.setInt(1, year);
            statement.setString(2, memberNumber);
            ResultSet row = statement.executeQuery();
            List<DiseaseStanding> all = new ArrayList<>();
            while (row.next()) {
                all.add(new DiseaseStanding(registration(row), new Money(row.getBigDecimal("fund"))));
            }
            return all;
        }
    }

    private static DiseaseRegistration registration(ResultSet row) throws SQLException {
        return new DiseaseRegistration(
                row.getString("disease"),
                row.getString("name"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                Optional.ofNullable(row.getString("hospital")),
                Optional.ofNullable(row.getBigDecimal("yearly_limit")).map(Money::new));
    }

    /** Adds one that is not there yet. */
    void addIfAbsent(RegistrationFile.Entry entry) throws SQLException {
        DiseaseRegistration registration = entry.registration();
        try (PreparedStatement statement =
                connection.prepareStatement("insert into registration (member_number, disease,"
                        + " name, valid_from, valid_to, hospital, yearly_limit) values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing")) {
            statement.setString(1, entry.memberNumber());
            statement.setString(2, registration.disease());
            statement.setString(3, registration.name());
            statement.setObject(4, registration.from());
            statement.setObject(5, registration.to().orElse(null));
            statement.setString(6, registration.hospital().orElse(null));
            statement.setBigDecimal(7, registration.limit().map(Money::yuan).orElse(null));
            statement.executeUpdate();
        }
    }

    /** The fund paid for a disease, or gets it back. */
    void move(String memberNumber, int year, DiseasePay pay) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into disease_year (member_number, year,"
                + " disease, fund) values (?, ?, ?, ?) on conflict (member_number, year, disease)"
                + " do update set fund = disease_year.fund + excluded.fund")) {
            statement.setString(1, memberNumber);
            statement.setInt(2, year);
            statement.setString(3, pay.disease());
            statement.setBigDecimal(4, pay.fund().yuan());
            statement.executeUpdate();
        }
    }

    /** What the fund paid for a registered disease, in yuan; negative when it gets it back. */
    record DiseasePay(String disease, Money fund) {
        DiseasePay negated() {
            return new DiseasePay(disease, fund.negated());
        }
    }
}
