package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yibaoban.control.TrailCheck;
import org.yibaoban.control.TrailEntry;
import org.yibaoban.control.TrailLink;

/** The trail: what waits to be chained, and the chain. */
@ApplicationScoped
public class Trails {

    private static final String FIELDS = TrailReading.FIELDS;

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /** Says whose transaction this is, for the triggers that note what it changes; until its end. */
    public void say(String who, String address, String door) {
        sql().list(
                        "select set_config('yibaoban.who', ?, true), set_config('yibaoban.address', ?, true),"
                                + " set_config('yibaoban.door', ?, true)",
                        row -> 1,
                        who,
                        address,
                        door);
    }

    /** Adds an entry; it is chained soon. */
    public void add(TrailEntry entry) {
        sql().run(
                        "insert into trail_waiting (" + FIELDS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        time(entry.at()),
                        entry.who(),
                        entry.address(),
                        entry.door(),
                        entry.deed(),
                        entry.subjects(),
                        entry.before(),
                        entry.after(),
                        entry.why());
    }

    /** This transaction's commit does not wait for the disk; what it wrote is lost only with the database's machine. */
    public void commitSoon() {
        sql().list("select set_config('synchronous_commit', 'off', true)", row -> 1);
    }

    /** Whether no other instance is chaining; held until the end of the transaction. */
    public boolean takeTurn() {
        return sql().one("select pg_try_advisory_xact_lock(hashtextextended('trail', 0))", row -> row.getBoolean(1));
    }

    /** Chains what waits, the oldest first; how many. */
    public int chain(int limit) {
        List<Long> ids = new ArrayList<>();
        List<TrailEntry> waiting = sql().list(
                        "select id, " + FIELDS + " from trail_waiting order by id limit ?",
                        row -> {
                            ids.add(row.getLong(1));
                            return TrailReading.entry(row, 2);
                        },
                        limit);
        if (waiting.isEmpty()) {
            return 0;
        }
        TrailCheck.Head head = head();
        long number = head.number();
        String hash = head.hash();
        List<TrailLink> links = new ArrayList<>();
        for (TrailEntry entry : waiting) {
            TrailLink link = TrailLink.after(hash, ++number, entry);
            hash = link.hash();
            links.add(link);
        }
        sql().batch(
                        "insert into trail (number, " + FIELDS + ", hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        batch -> {
                            for (TrailLink link : links) {
                                TrailEntry entry = link.entry();
                                batch.row(
                                        link.number(),
                                        time(entry.at()),
                                        entry.who(),
                                        entry.address(),
                                        entry.door(),
                                        entry.deed(),
                                        entry.subjects(),
                                        entry.before(),
                                        entry.after(),
                                        entry.why(),
                                        link.hash());
                            }
                        });
        sql().run("delete from trail_waiting where id = any(?)", ids);
        sql().run("update trail_head set number = ?, hash = ?", number, hash);
        return links.size();
    }

    public TrailCheck.Head head() {
        return sql().one(
                        "select number, hash from trail_head",
                        row -> new TrailCheck.Head(row.getLong(1), row.getString(2)));
    }

    /** From a number on, in the chain's order. */
    public List<TrailLink> from(long number, int limit) {
        return sql().list(TrailReading.CHAIN + " limit ?", TrailReading::link, number, limit);
    }

    /** The newest first; a blank word finds all. */
    public List<TrailLink> find(Instant from, Instant to, String who, String subject, String deed, int limit) {
        return sql().list(
                        "select number, " + FIELDS
                                + ", hash from trail where at >= ? and at < ? and (? = '' or who = ?)"
                                + " and (? = '' or strpos(subjects, ?) > 0) and (? = '' or strpos(deed, ?) > 0)"
                                + " order by number desc limit ?",
                        TrailReading::link,
                        time(from),
                        time(to),
                        who,
                        who,
                        subject,
                        subject,
                        deed,
                        deed,
                        limit);
    }

    public Optional<TrailLink> numbered(long number) {
        return from(number, 1).stream().filter(link -> link.number() == number).findFirst();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private Sql sql() {
        return new Sql(em);
    }
}
