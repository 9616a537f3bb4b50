package org.yibaoban.office.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.yibaoban.office.AppUser;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.quota.QuotaWarning;
import org.yibaoban.store.QuotaWarnings;

/** Warnings of quotas for those whom they concern: a department's for those who work there, all for the office. */
@ApplicationScoped
public class QuotaWarningDesk {

    private static final Duration SHOWN = Duration.ofDays(31);

    @Inject
    private QuotaWarnings warnings;

    @Inject
    private Clock clock;

    /**
     * What a user has not acknowledged yet, newest first.
     *
     * @param all whether the user sees all departments' warnings, as the office does
     */
    @Transactional
    public List<QuotaWarning> unseen(AppUser user, boolean all) {
        return all || user.department().isPresent()
                ? warnings.unseen(
                        user.username(),
                        all ? Optional.empty() : user.department(),
                        clock.instant().minus(SHOWN))
                : List.of();
    }

    /**
     * A user acknowledges a warning; the first time stays on file.
     *
     * @throws OfficeRefused when there is none of this number that concerns the user
     */
    @Transactional
    public void seen(long id, AppUser user, boolean all) {
        warnings.find(id)
                .filter(warning -> all
                        || warning.scope().equals("DEPARTMENT")
                                && user.department()
                                        .filter(warning.code()::equals)
                                        .isPresent())
                .orElseThrow(() -> new OfficeRefused(ReasonCode.BAD_REQUEST, "warning " + id, "not known"));
        warnings.seen(id, user.username(), clock.instant());
    }

    /** All on file, newest first. */
    @Transactional
    public List<QuotaWarning> all(int most) {
        return warnings.all(most);
    }
}
