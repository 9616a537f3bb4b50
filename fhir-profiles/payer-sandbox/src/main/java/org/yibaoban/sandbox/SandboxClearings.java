package org.yibaoban.sandbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.fhir.mapping.ClearingMapping;
import org.yibaoban.fhir.mapping.Parties;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.clearing.ClearingLine;
import org.yibaoban.settlement.clearing.PaymentAdvice;
import org.yibaoban.settlement.reconciliation.BookLine;
import org.yibaoban.settlement.reconciliation.Period;

/** What the payer pays a hospital: each settlement and each reversal once, in the first clearing that is asked for after it. */
final class SandboxClearings {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final Money WITHHELD = Money.of("10.00");
    private static final String NUMBERED =
            "select count(*) from clearing where hospital_id = ? and identifier like ? || '-%'";
    private static final String CLEARED = "select l.claim_identifier, l.kind from clearing_line l"
            + " join clearing c on c.identifier = l.clearing where c.hospital_id = ?";
    private static final String LAST = "select response from clearing where hospital_id = ?"
            + " and identifier like ? || '-%' order by length(identifier) desc, identifier desc limit 1";

    private final PayerStore store;
    private final SandboxStatements statements;
    private final Parties parties;
    private final Clock clock;
    private final ClearingMapping mapping;

    SandboxClearings(PayerStore store, SandboxStatements statements, Parties parties, Clock clock) {
        this.store = store;
        this.statements = statements;
        this.parties = parties;
        this.clock = clock;
        this.mapping = new ClearingMapping(parties);
    }

    /** @return PaymentReconciliation as JSON: the month's last one again when nothing is new; empty when there is none */
    Optional<byte[]> clearing(String hospital, YearMonth month, Map<String, StatementFault> faults) {
        return store.inTransaction(connection -> {
            try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(7000001)")) {
                lock.execute();
            }
            String number = "Q" + hospital + "-" + month.toString().replace("-", "");
            List<ClearingLine> lines = due(connection, hospital, month, faults);
            if (lines.isEmpty()) {
                return last(connection, hospital, number);
            }
            return Optional.of(pay(connection, hospital, month, number, lines));
        });
    }

    private List<ClearingLine> due(
            Connection connection, String hospital, YearMonth month, Map<String, StatementFault> faults)
            throws SQLException {
        Set<String> paid = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(CLEARED)) {
            statement.setString(1, hospital);
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                paid.add(row.getString(1) + " " + row.getString(2));
            }
        }
        Period untilNow = new Period(FIRST, month.atEndOfMonth());
        List<BookLine> booked = statements.lines(connection, hospital, untilNow).stream()
                .filter(line -> !paid.contains(line.claim() + " " + line.kind()))
                .toList();
        List<ClearingLine> lines = new ArrayList<>();
        for (BookLine line : StatementFault.spoilt(booked, faults)) {
            boolean settlement = line.kind() == BookLine.Kind.SETTLEMENT;
            lines.add(new ClearingLine(
                    settlement ? ClearingLine.Kind.SETTLEMENT : ClearingLine.Kind.REVERSAL,
                    line.claim(),
                    line.fund(),
                    ""));
            if (settlement && faults.get(line.claim()) == StatementFault.DEDUCT) {
                lines.add(
                        new ClearingLine(ClearingLine.Kind.DEDUCTION, line.claim(), WITHHELD.negated(), "医疗服务项目重复收费"));
            }
        }
        return lines;
    }

    private byte[] pay(Connection connection, String hospital, YearMonth month, String number, List<ClearingLine> lines)
            throws SQLException {
        LocalDateTime now = LocalDateTime.now(clock.withZone(parties.zone()));
        String identifier = number + "-" + (count(connection, hospital, number) + 1);
        Money sum = Money.sum(lines.stream().map(ClearingLine::amount).toList());
        PaymentAdvice advice = new PaymentAdvice(
                identifier, new Period(month.atDay(1), month.atEndOfMonth()), now.toLocalDate(), sum, lines);
        byte[] response = FhirJson.encode(mapping.toReconciliation(advice, hospital, now));
        try (PreparedStatement insert = connection.prepareStatement("insert into clearing values (?, ?, ?)")) {
            insert.setString(1, identifier);
            insert.setString(2, hospital);
            insert.setBytes(3, response);
            insert.execute();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into clearing_line values (?, ?, ?) on conflict do nothing")) {
            for (ClearingLine line : lines) {
                insert.setString(1, line.claim());
                insert.setString(2, line.kind().name());
                insert.setString(3, identifier);
                insert.execute();
            }
        }
        return response;
    }

    private static int count(Connection connection, String hospital, String number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NUMBERED)) {
            statement.setString(1, hospital);
            statement.setString(2, number);
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    private static Optional<byte[]> last(Connection connection, String hospital, String number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST)) {
            statement.setString(1, hospital);
            statement.setString(2, number);
            ResultSet row = statement.executeQuery();
            return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
        }
    }
}
