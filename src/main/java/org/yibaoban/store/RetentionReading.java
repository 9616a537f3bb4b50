package org.yibaoban.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.control.RecordKind;

/** Counts what is kept beyond its time, past the server, with nothing but a connection. */
public final class RetentionReading {

    /** A stay that somebody still works on, whatever its age: money is open, or an appeal, or a difference. */
    private static final String OPEN_STAY = """
            exists (select 1 from claim c where c.visit_id = v.id and (
                c.state in ('QUEUED', 'UNKNOWN', 'PENDED', 'DIFFERENCE', 'REVERSING')
                or exists (select 1 from share_open s where s.claim_id = c.id)
                or exists (select 1 from deduction d where d.claim_id = c.id and d.state in ('NOTIFIED', 'APPEALED'))
                or exists (select 1 from reconciliation_difference r where r.claim = c.identifier and r.state = 'OPEN')))
            or exists (select 1 from outbox o where o.visit_id = v.id)""";

    private RetentionReading() {}

    /**
     * What is beyond its time.
     *
     * @param beyond records that nothing holds back
     * @param held those that must stay for something is open
     * @param oldest of both
     */
    public record Beyond(long beyond, long held, Optional<LocalDate> oldest) {}

    /** @param before records from before this day */
    public static Beyond count(Connection connection, RecordKind kind, LocalDate before) throws SQLException {
        String sql = "select count(*) filter (where not held), count(*) filter (where held), min(day) from ("
                + records(kind) + ") found where day < ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, before);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Beyond(
                        row.getLong(1), row.getLong(2), Optional.ofNullable(row.getObject(3, LocalDate.class)));
            }
        }
    }

    /** Columns day and held; a record that has no day yet is not among them. */
    private static String records(RecordKind kind) {
        return switch (kind) {
            case INPATIENT_STAY -> visits("v.type <> 'OUTPATIENT'", "discharged_at");
            case OUTPATIENT_VISIT -> visits("v.type = 'OUTPATIENT'", "coalesce(discharged_at, admitted_at)");
            case RAW_MESSAGE ->
                "select received_at::date as day, verdict not in ('APPLIED', 'REJECTED') as held from raw_message";
            case PAYER_EXCHANGE ->
                "select e.at::date as day, " + OPEN_STAY
                        + " as held from payer_exchange e join visit v on v.id = e.visit_id";
            case RECONCILIATION -> "select to_day as day, state not in ('EVEN', 'CLOSED') as held from reconciliation";
            case RECEIPT -> """
                    select r.at::date as day, exists (select 1 from till_open t where t.receipt_id = r.id)
                        or exists (select 1 from share_open s where s.claim_id = r.claim_id) as held from receipt r""";
            case TRAIL -> "select at::date as day, false as held from trail";
            case REPORT -> "select asked_at::date as day, state in ('WAITING', 'MAKING') as held from report_job";
        };
    }

    /** A patient's time begins anew with each visit of the kind, and does not run during one. */
    private static String visits(String of, String ended) {
        return "select (case when bool_or(" + ended + " is null) over patients then null else max(" + ended
                + ") over patients end)::date as day, " + OPEN_STAY + " as held from visit v where " + of
                + " window patients as (partition by v.patient_id)";
    }
}
