package org.yibaoban.sandbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.yibaoban.fhir.mapping.ReceivedReversal;
import org.yibaoban.membership.YearChange;
import org.yibaoban.money.Money;
import org.yibaoban.sandbox.RegistrationTable.DiseasePay;

/** Reversals and their answers byte for byte, and what they take back, inside one transaction. */
final class ReversalTable {
    private final Connection connection;

    ReversalTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * A claim as a reversal finds it.
     *
     * @param moved what it added to the member's year and took from the account; empty for a claim of a version that
     *     did not keep it
     * @param response its answer, byte for byte
     */
    record Standing(
            String hospitalId,
            String memberNumber,
            boolean settled,
            Optional<String> reversedBy,
            Optional<Moved> moved,
            byte[] response) {}

    /**
     * What a settled claim moved.
     *
     * @param disease what the fund paid for a registered disease, where the claim was settled by its terms
     */
    record Moved(int year, YearChange used, Money account, Optional<DiseasePay> disease) {}

    Optional<ClaimTable.Answered> find(String identifier) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select request_digest, response from reversal where identifier = ?")) {
            statement.setString(1, identifier);
            ResultSet row = statement.executeQuery();
            return row.next()
                    ? Optional.of(new ClaimTable.Answered(row.getString(1), row.getBytes(2)))
                    : Optional.empty();
        }
    }

    /** Locks the claim: two reversals of it come one after the other. */
    Optional<Standing> lockClaim(String identifier) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select * from claim where identifier = ? for update")) {
            statement.setString(1, identifier);
            ResultSet row = statement.executeQuery();
            return row.next() ? Optional.of(standing(row)) : Optional.empty();
        }
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getString("hospital_id"),
                row.getString("member_number"),
                row.getString("outcome").equals("COMPLETE"),
                Optional.ofNullable(row.getString("reversed_by")),
                moved(row),
                row.getBytes("response"));
    }

    private static Optional<Moved> moved(ResultSet row) throws SQLException {
        int year = row.getInt("year");
        if (row.wasNull()) {
            return Optional.empty();
        }
        YearChange used = new YearChange(
                row.getInt("stays"),
                new Money(row.getBigDecimal("basic_fund")),
                new Money(row.getBigDecimal("large_amount")),
                new Money(row.getBigDecimal("serious_burden")),
                new Money(row.getBigDecimal("serious_illness")),
                new Money(row.getBigDecimal("assistance")),
                new Money(row.getBigDecimal("outpatient_fund")));
        String disease = row.getString("disease");
        Optional<DiseasePay> paid = disease == null
                ? Optional.empty()
                : Optional.of(new DiseasePay(disease, new Money(row.getBigDecimal("disease_fund"))));
        return Optional.of(new Moved(year, used, new Money(row.getBigDecimal("account")), paid));
    }

    /** Remembers with a settled claim what it moved. */
    void keep(String claimIdentifier, Moved moved) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update claim set year = ?, stays = ?,"
                + " basic_fund = ?, large_amount = ?, serious_burden = ?, serious_illness = ?, assistance = ?,"
                + " outpatient_fund = ?, account = ?, disease = ?, disease_fund = ? where identifier = ?")) {
            statement.setInt(1, moved.year());
            statement.setInt(2, moved.used().stays());
            statement.setBigDecimal(3, moved.used().basicFund().yuan());
            statement.setBigDecimal(4, moved.used().largeAmount().yuan());
            statement.setBigDecimal(5, moved.used().seriousBurden().yuan());
            statement.setBigDecimal(6, moved.used().seriousIllness().yuan());
            statement.setBigDecimal(7, moved.used().assistance().yuan());
            statement.setBigDecimal(8, moved.used().outpatientFund().yuan());
            statement.setBigDecimal(9, moved.account().yuan());
            statement.setString(10, moved.disease().map(DiseasePay::disease).orElse(null));
            statement.setBigDecimal(
                    11, moved.disease().map(pay -> pay.fund().yuan()).orElse(null));
            statement.setString(12, claimIdentifier);
            statement.executeUpdate();
        }
    }

    void reverse(ReceivedReversal reversal) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update claim set reversed_by = ? where identifier = ?")) {
            statement.setString(1, reversal.identifier());
            statement.setString(2, reversal.claimIdentifier());
            statement.executeUpdate();
        }
    }

    boolean isReversed(String claimIdentifier) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from claim where identifier = ? and reversed_by is not null")) {
            statement.setString(1, claimIdentifier);
            return statement.executeQuery().next();
        }
    }

    void add(ReceivedReversal reversal, boolean done, Instant received, byte[] request, byte[] response)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into reversal (identifier,"
                + " claim_identifier, received_at, outcome, request_digest, request, response)"
                + " values (?, ?, ?, ?, ?, ?, ?)")) {
            statement.setString(1, reversal.identifier());
            statement.setString(2, reversal.claimIdentifier());
            statement.setObject(3, received.atOffset(ZoneOffset.UTC));
            statement.setString(4, done ? "COMPLETE" : "ERROR");
            statement.setString(5, ClaimTable.digest(request));
            statement.setBytes(6, request);
            statement.setBytes(7, response);
            statement.executeUpdate();
        }
    }
}
