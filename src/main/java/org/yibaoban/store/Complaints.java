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
import java.util.List;
import java.util.Optional;
import org.yibaoban.complaint.Complaint;
import org.yibaoban.complaint.ComplaintChannel;
import org.yibaoban.complaint.ComplaintCount;
import org.yibaoban.complaint.FiledComplaint;

/** Complaints on file. In the caller's transaction. */
@ApplicationScoped
public class Complaints {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private Sql sql;

    @PostConstruct
    void open() {
        sql = new Sql(em);
    }

    public void add(Complaint complaint, String by, Instant at) {
        sql.run(
                "insert into complaint (channel, complainant, contact, visit_number, department, text, taken_by, taken_at,"
                        + " assigned_to) values (?, ?, ?, ?, ?, ?, ?, ?, '')",
                complaint.channel().name(),
                complaint.complainant(),
                complaint.contact(),
                complaint.visit(),
                complaint.department(),
                complaint.text(),
                by,
                Timestamp.from(at));
    }

    /** @return whether it was there and unanswered */
    public boolean assign(long id, String to, LocalDate due) {
        return sql.run(
                        "update complaint set assigned_to = ?, due = ? where id = ? and answered_at is null",
                        to,
                        due,
                        id)
                == 1;
    }

    /** @return whether it was there and unanswered */
    public boolean answer(long id, FiledComplaint.Answer answer) {
        return sql.run(
                        "update complaint set answer = ?, justified = ?, answered_by = ?, answered_at = ?"
                                + " where id = ? and answered_at is null",
                        answer.words(),
                        answer.justified(),
                        answer.by(),
                        Timestamp.from(answer.at()),
                        id)
                == 1;
    }

    /** The unanswered by due day (those without one first), then the answered, the newest first. */
    public List<FiledComplaint> latest(int limit) {
        return sql.list(
                "select * from complaint order by answered_at is not null, case when answered_at is null then due end"
                        + " nulls first, taken_at desc limit ?",
                Complaints::filed,
                limit);
    }

    /** By department, of what was taken in a period. */
    public List<ComplaintCount> count(Instant from, Instant before, LocalDate today, String zone) {
        return sql.list(
                "select department, count(*) as taken, count(answered_at) as answered,"
                        + " count(*) filter (where justified) as justified,"
                        + " count(*) filter (where due < coalesce((answered_at at time zone ?)::date, ?)) as late,"
                        + " round((avg(extract(epoch from answered_at - taken_at)) / 86400)::numeric, 1) as days"
                        + " from complaint where taken_at >= ? and taken_at < ? group by department"
                        + " order by 2 desc, 1",
                row -> new ComplaintCount(
                        row.getString("department"),
                        row.getInt("taken"),
                        row.getInt("answered"),
                        row.getInt("justified"),
                        row.getInt("late"),
                        Optional.ofNullable(row.getBigDecimal("days"))),
                zone,
                today,
                Timestamp.from(from),
                Timestamp.from(before));
    }

    private static FiledComplaint filed(ResultSet row) throws SQLException {
        Optional<Timestamp> answered = Optional.ofNullable(row.getTimestamp("answered_at"));
        return new FiledComplaint(
                row.getLong("id"),
                new Complaint(
                        ComplaintChannel.valueOf(row.getString("channel")),
                        row.getString("complainant"),
                        row.getString("contact"),
                        row.getString("visit_number"),
                        row.getString("department"),
                        row.getString("text")),
                row.getString("taken_by"),
                row.getTimestamp("taken_at").toInstant(),
                row.getString("assigned_to"),
                Optional.ofNullable(row.getObject("due", LocalDate.class)),
                answered.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new FiledComplaint.Answer(
                                row.getString("answer"),
                                row.getBoolean("justified"),
                                row.getString("answered_by"),
                                answered.get().toInstant())));
    }
}
