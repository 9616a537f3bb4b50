package org.yibaoban.office.quota;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.RequiredText;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.office.indicator.QuotaWatch;
import org.yibaoban.quota.Quota;
import org.yibaoban.quota.QuotaCopy;
import org.yibaoban.quota.QuotaCopy.Copied;
import org.yibaoban.quota.QuotaVersion;
import org.yibaoban.store.QuotaBook;

/** What the office does about quotas; every change is kept with who, when and why. A quota never blocks care. */
@ApplicationScoped
public class QuotaDesk {

    @Inject
    private QuotaBook book;

    @Inject
    private QuotaWatch watch;

    @Inject
    private Hospital hospital;

    @Inject
    private Clock clock;

    /** What holds now. */
    @Transactional
    public List<QuotaVersion> holding() {
        return book.holding();
    }

    /** All versions of a quota, the newest first. */
    @Transactional
    public List<QuotaVersion> history(long number) {
        return book.history(number);
    }

    /**
     * A new quota.
     *
     * @throws OfficeRefused for an unknown scope, no reason, or where one limits the same on some of the days
     */
    @Transactional
    public void set(Quota quota, String by, String why) {
        String reason = RequiredText.of(why);
        requireKnown(quota);
        book.lock();
        requireFree(quota, 0);
        add(book.nextNumber(), 1, quota, false, by, reason);
        watch.look(quota);
    }

    /**
     * Another limit, other levels or days.
     *
     * @param seen the version that was looked at
     * @throws OfficeRefused when another person changed it since, and as {@link #set}
     */
    @Transactional
    public void change(QuotaVersion seen, Quota next, String by, String why) {
        String reason = RequiredText.of(why);
        requireKnown(next);
        book.lock();
        requireNewest(seen);
        requireFree(next, seen.number());
        add(seen.number(), seen.version() + 1, next, false, by, reason);
        watch.look(next);
    }

    /**
     * It limits nothing any more.
     *
     * @throws OfficeRefused when another person changed it since, or without a reason
     */
    @Transactional
    public void withdraw(QuotaVersion seen, String by, String why) {
        String reason = RequiredText.of(why);
        book.lock();
        requireNewest(seen);
        add(seen.number(), seen.version() + 1, seen.quota(), true, by, reason);
    }

    /**
     * What a copy of a year's quotas would be; nothing is changed.
     *
     * @throws OfficeRefused for a percentage out of range
     */
    @Transactional
    public List<Copied> preview(int year, BigDecimal percent) {
        try {
            return QuotaCopy.of(book.all(), year, percent);
        } catch (IllegalArgumentException e) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "percent", e.getMessage());
        }
    }

    /**
     * Copies a year's quotas into the next, save those that something limits already.
     *
     * @return how many were copied
     * @throws OfficeRefused for a percentage out of range, or without a reason
     */
    @Transactional
    public int copy(int year, BigDecimal percent, String by, String why) {
        String reason = RequiredText.of(why);
        book.lock();
        List<Copied> free = preview(year, percent).stream()
                .filter(copied -> !copied.taken())
                .toList();
        free.forEach(copied -> {
            add(book.nextNumber(), 1, copied.next(), false, by, reason);
            watch.look(copied.next());
        });
        return free.size();
    }

    /** Adds what the configuration has and the file never had; what was changed or withdrawn since stays as it is. */
    @Transactional
    public void seed(List<Quota> configured) {
        book.lock();
        List<QuotaVersion> ever = book.ever();
        List<Quota> standing = book.all();
        configured.stream()
                .filter(quota -> ever.stream()
                        .noneMatch(known -> known.quota().sameSubject(quota)
                                && known.quota().from().equals(quota.from())))
                .filter(quota ->
                        standing.stream().noneMatch(other -> other.sameSubject(quota) && other.overlaps(quota)))
                .forEach(quota -> add(book.nextNumber(), 1, quota, false, QuotaVersion.SEED, quota.source()));
    }

    private void add(long number, int version, Quota quota, boolean withdrawn, String by, String reason) {
        book.add(new QuotaVersion(number, version, quota, withdrawn, clock.instant(), by, reason));
    }

    private void requireKnown(Quota quota) {
        boolean known = switch (quota.scope()) {
            case HOSPITAL -> hospital.code().equals(quota.scopeCode());
            case DEPARTMENT -> hospital.department(quota.scopeCode()).isPresent();
            case DOCTOR -> hospital.doctor(quota.scopeCode()).isPresent();
        };
        if (!known) {
            throw new OfficeRefused(ReasonCode.QUOTA_SCOPE, quota.scope().key(), quota.scopeCode());
        }
    }

    private void requireFree(Quota quota, long own) {
        if (book.holding().stream()
                .anyMatch(other -> other.number() != own
                        && other.quota().sameSubject(quota)
                        && other.quota().overlaps(quota))) {
            throw new OfficeRefused(
                    ReasonCode.QUOTA_OVERLAP, quota.scopeCode(), quota.measure().key());
        }
    }

    private void requireNewest(QuotaVersion seen) {
        QuotaVersion newest = book.history(seen.number()).stream()
                .findFirst()
                .orElseThrow(() -> new OfficeRefused(ReasonCode.QUOTA_CHANGED, "quota " + seen.number(), ""));
        if (newest.version() != seen.version() || newest.withdrawn()) {
            throw new OfficeRefused(ReasonCode.QUOTA_CHANGED, "quota " + seen.number(), "version " + newest.version());
        }
    }
}
