package org.yibaoban.sandbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.yibaoban.fhir.mapping.ReceivedClaim;
import org.yibaoban.office.payer.ClaimAnswer;
import org.yibaoban.settlement.StayPart;

/** Claims and their answers byte for byte, inside one transaction. */
final class ClaimTable {
    private final Connection connection;

    ClaimTable(Connection connection) {
        this.connection = connection;
    }

    /** A claim that was answered before. */
    record Answered(String requestDigest, byte[] response) {
        boolean isFor(byte[] request) {
            return requestDigest.equals(digest(request));
        }
    }

    /** Makes a second send of the same identifier wait until the first one is answered. */
    void lock(String identifier) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            statement.setString(1, PayerStore.SCHEMA + " claim " + identifier);
            statement.execute();
        }
    }

    Optional<Answered> find(String identifier) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select request_digest, response from claim where identifier = ?")) {
            statement.setString(1, identifier);
            ResultSet row = statement.executeQuery();
            return row.next() ? Optional.of(new Answered(row.getString(1), row.getBytes(2))) : Optional.empty();
        }
    }

    /** The identifier of the claim that settles a visit for good and is not reversed. */
    Optional<String> settledClaim(ReceivedClaim claim) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select identifier from claim where hospital_id = ? and visit_number = ?"
                        + " and outcome = 'COMPLETE' and reversed_by is null and not mid_stay")) {
            statement.setString(1, claim.hospitalId());
            statement.setString(2, claim.visit().value());
            ResultSet row = statement.executeQuery();
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    String nextReference() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select nextval('settlement_number')")) {
            ResultSet row = statement.executeQuery();
            row.next();
            return String.format("S%010d", row.getLong(1));
        }
    }

    void add(ReceivedClaim claim, ClaimAnswer.Outcome outcome, Instant received, byte[] request, byte[] response)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into claim (identifier, hospital_id,"
                + " visit_number, member_number, received_at, outcome, request_digest, request, response, part, mid_stay)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.setString(1, claim.identifier());
            statement.setString(2, claim.hospitalId());
            statement.setString(3, claim.visit().value());
            statement.setString(4, claim.memberNumber());
            statement.setObject(5, received.atOffset(ZoneOffset.UTC));
            statement.setString(6, outcome.name());
            statement.setString(7, digest(request));
            statement.setBytes(8, request);
            statement.setBytes(9, response);
            statement.setObject(10, claim.part().map(StayPart::number).orElse(null), Types.INTEGER);
            statement.setBoolean(11, claim.part().filter(StayPart::midStay).isPresent());
            statement.executeUpdate();
        }
    }

    static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
