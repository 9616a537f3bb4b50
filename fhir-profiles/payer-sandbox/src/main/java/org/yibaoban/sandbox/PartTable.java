package org.yibaoban.sandbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.fhir.mapping.ClaimResponseMapping.Reason;
import org.yibaoban.fhir.mapping.ReceivedClaim;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.StayPart;

/** The settled parts of stays that go on, inside one transaction. */
final class PartTable {

    private final Connection connection;

    PartTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * What a claim goes on from.
     *
     * @param count how many parts of the visit stand settled
     * @param staysBefore earlier stays of the year, as the first of them was settled with
     * @param deductible what they took of the stay's deductible
     * @param chargeIds the charges that they hold
     */
    record Earlier(int count, int staysBefore, Money deductible, Set<String> chargeIds) {

        /** Why the claim does not follow them. */
        Optional<Reason> refusal(ReceivedClaim claim) {
            int number = claim.part().map(StayPart::number).orElse(1);
            if (number != count + 1) {
                return Optional.of(Refusal.PART_OUT_OF_ORDER.because(number + " <> " + (count + 1)));
            }
            return claim.chargeIds().stream()
                    .filter(chargeIds::contains)
                    .min(String::compareTo)
                    .map(Refusal.CHARGE_SETTLED::because);
        }
    }

    Earlier earlier(ReceivedClaim claim) throws SQLException {
        int count = 0;
        int stays = 0;
        Money deductible = Money.ZERO;
        Set<String> charges = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement("select stays_before, deductible, charge_ids"
                + " from claim where hospital_id = ? and visit_number = ? and outcome = 'COMPLETE'"
                + " and reversed_by is null and mid_stay order by part")) {
            statement.setString(1, claim.hospitalId());
            statement.setString(2, claim.visit().value());
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                stays = count == 0 ? row.getInt(1) : stays;
                count++;
                deductible = deductible.plus(new Money(row.getBigDecimal(2)));
                charges.addAll(List.of((String[]) row.getArray(3).getArray()));
            }
        }
        return new Earlier(count, stays, deductible, charges);
    }

    /** Remembers with a settled part what the next one goes on from. */
    void keep(ReceivedClaim claim, int staysBefore, Money deductible) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update claim set stays_before = ?, deductible = ?, charge_ids = ? where identifier = ?")) {
            statement.setInt(1, staysBefore);
            statement.setBigDecimal(2, deductible.yuan());
            statement.setArray(3, connection.createArrayOf("text", new ArrayList<>(claim.chargeIds()).toArray()));
            statement.setString(4, claim.identifier());
            statement.executeUpdate();
        }
    }

    /** The settled part of the same stay that follows this claim, if one does. */
    Optional<String> later(String claimIdentifier) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select l.identifier from claim c"
                + " join claim l on l.hospital_id = c.hospital_id and l.visit_number = c.visit_number"
                + " and l.part > c.part and l.outcome = 'COMPLETE' and l.reversed_by is null"
                + " where c.identifier = ? order by l.part limit 1")) {
            statement.setString(1, claimIdentifier);
            ResultSet row = statement.executeQuery();
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }
}
