package org.yibaoban.sandbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.yibaoban.fhir.mapping.ClaimResponseMapping;
import org.yibaoban.fhir.mapping.Parties;
import org.yibaoban.fhir.mapping.StatementMapping;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.settlement.reconciliation.BookLine;
import org.yibaoban.settlement.reconciliation.BookLine.Kind;
import org.yibaoban.settlement.reconciliation.Period;

/** What the payer's books hold of a hospital in a period: settlements and reversals by the time it received them. */
final class SandboxStatements {
    private static final String SETTLED = "select identifier, received_at, response from claim where hospital_id = ?"
            + " and outcome = 'COMPLETE' and received_at >= ? and received_at < ? order by received_at, identifier";
    private static final String REVERSED = "select c.identifier, r.received_at, c.response from reversal r"
            + " join claim c on c.identifier = r.claim_identifier where c.hospital_id = ? and r.outcome = 'COMPLETE'"
            + " and r.received_at >= ? and r.received_at < ? order by r.received_at, r.identifier";

    private final PayerStore store;
    private final Parties parties;
    private final Clock clock;
    private final ClaimResponseMapping responses;
    private final StatementMapping mapping;

    SandboxStatements(PayerStore store, Parties parties, Clock clock) {
        this.store = store;
        this.parties = parties;
        this.clock = clock;
        this.responses = new ClaimResponseMapping(parties);
        this.mapping = new StatementMapping(parties);
    }

    /** PaymentReconciliation as JSON. */
    byte[] statement(String hospital, Period period, boolean withLines, Map<String, StatementFault> faults) {
        List<BookLine> lines = store.inTransaction(connection -> lines(connection, hospital, period));
        return FhirJson.encode(mapping.toReconciliation(
                period,
                StatementFault.spoilt(lines, faults),
                withLines,
                hospital,
                LocalDateTime.now(clock.withZone(parties.zone()))));
    }

    /** Settlements, then reversals. */
    List<BookLine> lines(Connection connection, String hospital, Period period) throws SQLException {
        List<BookLine> all = new ArrayList<>(lines(connection, SETTLED, hospital, period, Kind.SETTLEMENT));
        all.addAll(lines(connection, REVERSED, hospital, period, Kind.REVERSAL));
        return all;
    }

    private List<BookLine> lines(Connection connection, String sql, String hospital, Period period, Kind kind)
            throws SQLException {
        List<BookLine> lines = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, hospital);
            statement.setObject(2, start(period.from()));
            statement.setObject(3, start(period.to().plusDays(1)));
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                lines.add(line(row, kind));
            }
        }
        return lines;
    }

    private BookLine line(ResultSet row, Kind kind) throws SQLException {
        ClaimResponseMapping.Reading answer =
                responses.read(FhirJson.parse(ClaimResponse.class, row.getBytes("response")));
        LocalDate day = row.getObject("received_at", OffsetDateTime.class)
                .atZoneSameInstant(parties.zone())
                .toLocalDate();
        return new BookLine(
                row.getString("identifier"),
                kind,
                answer.reference(),
                day,
                kind == Kind.SETTLEMENT ? answer.amounts() : BookLine.negated(answer.amounts()));
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(parties.zone()).toOffsetDateTime();
    }
}
