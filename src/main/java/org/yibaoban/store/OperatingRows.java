package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Counts for the operator. Each is of a short table, or by an index of what is open or recent: history costs nothing. */
@ApplicationScoped
@Transactional
public class OperatingRows {

    private static final String OPEN_LOADS =
            "from tabular_load where state in ('UPLOADED', 'CHECKING', 'QUEUED', 'LOADING')";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /** Messages of the last five minutes, by verdict. */
    public Map<String, Long> messagesLately() {
        return byName(
                "select verdict, count(*) from raw_message where received_at > now() - interval '5 minutes' group by 1");
    }

    /** Messages that are neither applied nor just being read, by verdict. */
    public Map<String, Long> messagesOpen() {
        return byName(
                "select verdict, count(*) from raw_message where verdict not in ('APPLIED', 'RECEIVED') group by 1");
    }

    /** What waits, by queue. */
    public Map<String, Long> queued() {
        return byName("select 'payer', count(*) from outbox"
                + " union all select 'notices', count(*) from his_notice where state = 'PENDING'"
                + " union all select 'audit', count(*) from audit_due"
                + " union all select 'indicators', count(*) from indicator_move"
                + " union all select 'loads', count(*) " + OPEN_LOADS);
    }

    /** Since when the oldest waits, to the second, by queue; nothing where none does. */
    public Map<String, Duration> oldest() {
        Map<String, Duration> ages = new HashMap<>();
        byName("select 'payer', extract(epoch from now() - min(created_at))::bigint from outbox union all"
                        + " select 'notices', extract(epoch from now() - min(created_at))::bigint from his_notice"
                        + " where state = 'PENDING'")
                .forEach((queue, seconds) -> ages.put(queue, Duration.ofSeconds(seconds)));
        return ages;
    }

    public long claimsUnknown() {
        return byName("select 'claims', count(*) from claim where state = 'UNKNOWN'")
                .get("claims");
    }

    /** Loads whose lease ended more than a minute ago. */
    public long abandonedLoads() {
        return byName("select 'loads', count(*) " + OPEN_LOADS + " and lease_until < now() - interval '1 minute'")
                .get("loads");
    }

    private Map<String, Long> byName(String sql) {
        Map<String, Long> counts = new HashMap<>();
        new Sql(em).list(sql, row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }
}
