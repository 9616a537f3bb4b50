package org.yibaoban.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yibaoban.quota.Quota;
import org.yibaoban.quota.QuotaWarning;
import org.yibaoban.quota.indicator.Period;

/** Levels of quotas that were reached, each once in its period. In the caller's transaction. */
@ApplicationScoped
public class QuotaWarnings {

    private static final String SELECT =
            "select w.id, w.scope, w.code, w.period, w.start, w.measure, w.level, w.amount,"
                    + " w.used, w.at, (select string_agg(s.who, ', ' order by s.at) from quota_warning_seen s"
                    + " where s.warning_id = w.id) from quota_warning w where not w.overtaken";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private Sql sql;

    @PostConstruct
    void open() {
        sql = new Sql(em);
    }

    /**
     * Keeps that a level was reached.
     *
     * @param overtaken whether a higher one was reached in the same moment
     * @return whether this is the first time in the period
     */
    public boolean reached(Quota quota, Period period, int level, BigDecimal used, boolean overtaken, Instant at) {
        return sql.run(
                        "insert into quota_warning (scope, code, period, start, measure, level, amount, used, at, overtaken)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        quota.scope().name(),
                        quota.scopeCode(),
                        quota.period().name(),
                        period.start(),
                        quota.measure().key(),
                        level,
                        quota.limit().yuan(),
                        used,
                        Timestamp.from(at),
                        overtaken)
                == 1;
    }

    /** What a person has not acknowledged since a moment, newest first; of one department alone, or of all. */
    public List<QuotaWarning> unseen(String who, Optional<String> department, Instant since) {
        return sql.list(
                SELECT + " and w.at >= ? and (? = '' or w.scope = 'DEPARTMENT' and w.code = ?)"
                        + " and not exists (select 1 from quota_warning_seen s where s.warning_id = w.id and s.who = ?)"
                        // who is told of a level needs not be told of the lower ones any more
                        + " and not exists (select 1 from quota_warning h where (h.scope, h.code, h.period, h.start, h.measure)"
                        + " = (w.scope, w.code, w.period, w.start, w.measure) and h.level > w.level)"
                        + " order by w.id desc limit 50",
                QuotaWarnings::warning,
                Timestamp.from(since),
                department.orElse(""),
                department.orElse(""),
                who);
    }

    /** All that stands on file, newest first. */
    public List<QuotaWarning> all(int most) {
        return sql.list(SELECT + " order by w.id desc limit ?", QuotaWarnings::warning, most);
    }

    public Optional<QuotaWarning> find(long id) {
        return sql.list(SELECT + " and w.id = ?", QuotaWarnings::warning, id).stream()
                .findFirst();
    }

    /** A person has seen it; the first time counts. */
    public void seen(long id, String who, Instant at) {
        sql.run(
                "insert into quota_warning_seen (warning_id, who, at) values (?, ?, ?) on conflict do nothing",
                id,
                who,
                Timestamp.from(at));
    }

    private static QuotaWarning warning(ResultSet row) throws SQLException {
        return new QuotaWarning(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getString(6),
                row.getInt(7),
                row.getBigDecimal(8),
                row.getBigDecimal(9),
                row.getTimestamp(10).toInstant(),
                Optional.ofNullable(row.getString(11)).orElse(""));
    }
}
