package org.yibaoban.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * Marks of what changed since a moment, asked for several times a second: by indexes of the times of change, so that it
 * costs as little in a large store as in a small one. What a mark looks like means nothing; another one means news. In the
 * caller's transaction.
 */
@ApplicationScoped
public class LiveMarks {

    private static final String COUNT_AND_SUM =
            "count(*)::text || ' ' || coalesce(sum(extract(epoch from coalesce(processed_at, received_at))), 0)";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private Sql sql;

    @PostConstruct
    void open() {
        sql = new Sql(em);
    }

    /** The database's clock. */
    public Instant now() {
        return sql.one("select clock_timestamp()", row -> row.getTimestamp(1).toInstant());
    }

    /** One mark, under a blank. */
    public Map<String, String> warnings(Instant since) {
        return marks(
                "select '', count(*)::text || ' ' || coalesce(max(id), 0) from quota_warning"
                        + " where not overtaken and at >= ?",
                since);
    }

    /** One mark, under a blank: of the messages received since, and of those handled later than they came. */
    public Map<String, String> messages(Instant since) {
        return marks(
                "select '', (select " + COUNT_AND_SUM + " from raw_message where received_at >= ?) || ' '"
                        // as in the index
                        + " || (select " + COUNT_AND_SUM + " from raw_message"
                        + " where processed_at - received_at > interval '1 second' and processed_at >= ?)",
                since,
                since);
    }

    /** A mark for each visit whose claim or membership changed, by its number. */
    public Map<String, String> claims(Instant since) {
        return marks(
                "select v.number, max(c.changed_at)::text from (select visit_id, changed_at from claim where changed_at >= ?"
                        + " union all select visit_id, changed_at from membership where changed_at >= ?) c"
                        + " join visit v on v.id = c.visit_id group by v.number",
                since,
                since);
    }

    private Map<String, String> marks(String select, Instant... since) {
        Object[] moments = new Object[since.length];
        for (int i = 0; i < since.length; i++) {
            moments[i] = since[i].atOffset(ZoneOffset.UTC);
        }
        Map<String, String> marks = new HashMap<>();
        sql.list(select, row -> marks.put(row.getString(1), row.getString(2)), moments);
        return marks;
    }
}
