package org.yibaoban.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Which reports are made on which day, and what was made. */
@ApplicationScoped
public class ReportJobs {

    private static final String JOB = "select id, plan_id is not null, kind, posting, month, asked_at, asked_by, state,"
            + " parts_done, parts, finished_at, incident, published_at, published_by from report_job";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private Sql sql;

    @PostConstruct
    void open() {
        sql = new Sql(em);
    }

    /**
     * A report that is made each month.
     *
     * @param day of the month, 1 to 28
     */
    public record Plan(long id, String kind, boolean posting, int day, LocalTime time, Instant setAt, String setBy) {}

    /** How far a report is. */
    public enum State {
        WAITING,
        MAKING,
        DONE,
        FAILED
    }

    /**
     * A report that was asked for.
     *
     * @param planned whether a plan asked for it
     * @param done parts that are made, of {@code parts}
     * @param incident what the log has the reason under; blank unless it failed
     * @param publishedBy blank unless it is published
     */
    public record Job(
            long id,
            boolean planned,
            String kind,
            boolean posting,
            YearMonth month,
            Instant askedAt,
            String askedBy,
            State state,
            int done,
            int parts,
            Optional<Instant> finishedAt,
            String incident,
            Optional<Instant> publishedAt,
            String publishedBy) {}

    /** Those that are not ended. */
    public List<Plan> plans() {
        return sql.list(
                "select id, kind, posting, day, at_time, set_at, set_by from report_plan where ended_at is null"
                        + " order by day, at_time, id",
                row -> new Plan(
                        row.getLong(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getInt(4),
                        row.getObject(5, LocalTime.class),
                        row.getTimestamp(6).toInstant(),
                        row.getString(7)));
    }

    public void plan(String kind, boolean posting, int day, LocalTime time, String by, Instant at) {
        sql.run(
                "insert into report_plan (kind, posting, day, at_time, set_at, set_by) values (?, ?, ?, ?, ?, ?)",
                kind,
                posting,
                day,
                time,
                Timestamp.from(at),
                by);
    }

    /** @return whether there was one to end */
    public boolean end(long plan, String by, Instant at) {
        return sql.run(
                        "update report_plan set ended_at = ?, ended_by = ? where id = ? and ended_at is null",
                        Timestamp.from(at),
                        by,
                        plan)
                == 1;
    }

    /** Asks for a report; nothing where the plan has asked for the month already. */
    public void ask(Optional<Long> plan, String kind, boolean posting, YearMonth month, String by, Instant at) {
        sql.run(
                "insert into report_job (plan_id, kind, posting, month, asked_at, asked_by) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (plan_id, month) do nothing",
                plan.orElse(null),
                kind,
                posting,
                month.atDay(1),
                Timestamp.from(at),
                by);
    }

    /** The oldest that nobody makes, from now on this worker's for a while; one whose worker fell silent is made anew. */
    public Optional<Job> take(String worker, Instant now, Instant leaseUntil) {
        List<Long> due = sql.list(
                "select id from report_job where state = 'WAITING' or state = 'MAKING' and lease_until < ?"
                        + " order by id limit 1 for update skip locked",
                row -> row.getLong(1),
                Timestamp.from(now));
        due.forEach(id -> sql.run(
                "update report_job set state = 'MAKING', worker = ?, lease_until = ?, parts_done = 0 where id = ?",
                worker,
                Timestamp.from(leaseUntil),
                id));
        return due.stream().findFirst().flatMap(this::find);
    }

    /** How far a worker is; nothing once it is another's. */
    public void advance(long job, String worker, int done, int parts, Instant leaseUntil) {
        sql.run(
                "update report_job set parts_done = ?, parts = ?, lease_until = ?"
                        + " where id = ? and worker = ? and state = 'MAKING'",
                done,
                parts,
                Timestamp.from(leaseUntil),
                job,
                worker);
    }

    /** Keeps what was made; nothing once it is another's. */
    public void done(long job, String worker, byte[] workbook, byte[] print, Instant at) {
        sql.run(
                "update report_job set state = 'DONE', workbook = ?, print = ?, finished_at = ?, lease_until = null"
                        + " where id = ? and worker = ? and state = 'MAKING'",
                workbook,
                print,
                Timestamp.from(at),
                job,
                worker);
    }

    public void failed(long job, String worker, String incident, Instant at) {
        sql.run(
                "update report_job set state = 'FAILED', incident = ?, finished_at = ?, lease_until = null"
                        + " where id = ? and worker = ? and state = 'MAKING'",
                incident,
                Timestamp.from(at),
                job,
                worker);
    }

    /** @return whether it was a posting that is made and was not published yet */
    public boolean publish(long job, String by, Instant at) {
        return sql.run(
                        "update report_job set published_at = ?, published_by = ?"
                                + " where id = ? and posting and state = 'DONE' and published_at is null",
                        Timestamp.from(at),
                        by,
                        job)
                == 1;
    }

    public Optional<Job> find(long job) {
        return sql.list(JOB + " where id = ?", ReportJobs::job, job).stream().findFirst();
    }

    /** The newest first. */
    public List<Job> latest(int most) {
        return sql.list(JOB + " order by id desc limit ?", ReportJobs::job, most);
    }

    /** What hangs on the notice board, the newest first. */
    public List<Job> published(int most) {
        return sql.list(
                JOB + " where published_at is not null order by published_at desc limit ?", ReportJobs::job, most);
    }

    public Optional<byte[]> workbook(long job) {
        return bytes("workbook", job);
    }

    public Optional<byte[]> print(long job) {
        return bytes("print", job);
    }

    private Optional<byte[]> bytes(String column, long job) {
        return sql
                .list(
                        "select " + column + " from report_job where id = ? and state = 'DONE'",
                        row -> row.getBytes(1),
                        job)
                .stream()
                .findFirst();
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getLong(1),
                row.getBoolean(2),
                row.getString(3),
                row.getBoolean(4),
                YearMonth.from(row.getObject(5, LocalDate.class)),
                row.getTimestamp(6).toInstant(),
                row.getString(7),
                State.valueOf(row.getString(8)),
                row.getInt(9),
                row.getInt(10),
                Optional.ofNullable(row.getTimestamp(11)).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString(12)).orElse(""),
                Optional.ofNullable(row.getTimestamp(13)).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString(14)).orElse(""));
    }
}
