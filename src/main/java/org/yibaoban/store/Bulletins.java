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
import org.yibaoban.bulletin.Bulletin;
import org.yibaoban.bulletin.BulletinKind;
import org.yibaoban.bulletin.FiledBulletin;

/** Bulletins and who has read them. In the caller's transaction. */
@ApplicationScoped
public class Bulletins {

    private static final String SELECT = "select b.*, r.at as read_at,"
            + " (select count(*) from bulletin_read n where n.bulletin_id = b.id) as readers"
            + " from bulletin b left join bulletin_read r on r.bulletin_id = b.id and r.who = ?";

    private static final String IN_FORCE =
            " where b.withdrawn_at is null and b.from_day <= ? and (b.to_day is null or b.to_day >= ?)";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private Sql sql;

    @PostConstruct
    void open() {
        sql = new Sql(em);
    }

    public void add(Bulletin bulletin, String by, Instant at) {
        sql.run(
                "insert into bulletin (kind, title, text, english_title, english_text, from_day, to_day, written_by,"
                        + " written_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                bulletin.kind().name(),
                bulletin.title(),
                bulletin.text(),
                bulletin.englishTitle(),
                bulletin.englishText(),
                bulletin.from(),
                bulletin.to().orElse(null),
                by,
                Timestamp.from(at));
    }

    /** @return whether it was still on show */
    public boolean withdraw(long id, String by, Instant at) {
        return sql.run(
                        "update bulletin set withdrawn_by = ?, withdrawn_at = ? where id = ? and withdrawn_at is null",
                        by,
                        Timestamp.from(at),
                        id)
                == 1;
    }

    /** In force on a day, what the user has not read first, then the newest. */
    public List<FiledBulletin> inForce(String user, LocalDate day) {
        return sql.list(
                SELECT + IN_FORCE + " order by r.at is not null, b.from_day desc, b.id desc",
                Bulletins::filed,
                user,
                day,
                day);
    }

    /** All, the newest first, also what is withdrawn, over or still to come. */
    public List<FiledBulletin> latest(String user, int limit) {
        return sql.list(SELECT + " order by b.id desc limit ?", Bulletins::filed, user, limit);
    }

    public int unread(String user, LocalDate day) {
        return sql.one(
                "select count(*) from bulletin b" + IN_FORCE
                        + " and not exists (select 1 from bulletin_read r where r.bulletin_id = b.id and r.who = ?)",
                row -> row.getInt(1),
                day,
                day,
                user);
    }

    /** The first time counts. */
    public void read(long id, String user, Instant at) {
        sql.run(
                "insert into bulletin_read (bulletin_id, who, at) select id, ?, ? from bulletin where id = ?"
                        + " on conflict do nothing",
                user,
                Timestamp.from(at),
                id);
    }

    public List<FiledBulletin.Receipt> receipts(long id) {
        return sql.list(
                "select who, at from bulletin_read where bulletin_id = ? order by at",
                row -> new FiledBulletin.Receipt(
                        row.getString("who"), row.getTimestamp("at").toInstant()),
                id);
    }

    private static FiledBulletin filed(ResultSet row) throws SQLException {
        return new FiledBulletin(
                row.getLong("id"),
                new Bulletin(
                        BulletinKind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        row.getString("text"),
                        row.getString("english_title"),
                        row.getString("english_text"),
                        row.getObject("from_day", LocalDate.class),
                        Optional.ofNullable(row.getObject("to_day", LocalDate.class))),
                row.getString("written_by"),
                row.getTimestamp("written_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("withdrawn_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("read_at")).map(Timestamp::toInstant),
                row.getInt("readers"));
    }
}
