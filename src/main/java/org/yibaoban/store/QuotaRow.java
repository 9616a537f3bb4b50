package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yibaoban.money.Money;
import org.yibaoban.quota.Quota;
import org.yibaoban.quota.QuotaMeasure;
import org.yibaoban.quota.QuotaPeriod;
import org.yibaoban.quota.QuotaScope;
import org.yibaoban.quota.QuotaVersion;

/** A version of a quota; never changed. */
@Entity
@Table(name = "quota_version")
public class QuotaRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    private long number;
    private int version;

    @Enumerated(EnumType.STRING)
    private QuotaScope scope;

    @Column(name = "scope_code")
    private String scopeCode;

    @Enumerated(EnumType.STRING)
    private QuotaPeriod period;

    @Enumerated(EnumType.STRING)
    private QuotaMeasure measure;

    @Column(name = "quota_limit")
    private Money limit;

    private String levels;

    @Column(name = "from_day")
    private LocalDate fromDay;

    @Column(name = "to_day")
    private LocalDate toDay;

    private boolean withdrawn;
    private Instant at;

    @Column(name = "by_user")
    private String byUser;

    private String reason;

    protected QuotaRow() {}

    public QuotaRow(QuotaVersion version) {
        Quota quota = version.quota();
        this.number = version.number();
        this.version = version.version();
        this.scope = quota.scope();
        this.scopeCode = quota.scopeCode();
        this.period = quota.period();
        this.measure = quota.measure();
        this.limit = quota.limit();
        this.levels = quota.levels().stream().map(String::valueOf).collect(Collectors.joining(","));
        this.fromDay = quota.from();
        this.toDay = quota.to().orElse(null);
        this.withdrawn = version.withdrawn();
        this.at = version.at();
        this.byUser = version.by();
        this.reason = version.reason();
    }

    public QuotaVersion version() {
        Quota quota = new Quota(
                scope,
                scopeCode,
                period,
                measure,
                limit,
                Arrays.stream(levels.split(",")).map(Integer::valueOf).toList(),
                fromDay,
                Optional.ofNullable(toDay),
                reason);
        return new QuotaVersion(number, version, quota, withdrawn, at, byUser, reason);
    }
}
