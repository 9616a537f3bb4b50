package org.yibaoban.office.control;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An account as the administrator sees it.
 *
 * @param roles as given, without those that they include
 * @param lockedUntil the end of a lock that wrong passwords brought, when it has not passed
 */
public record UserView(
        String username,
        String displayName,
        String englishName,
        Set<String> roles,
        Optional<String> department,
        boolean mustChange,
        boolean locked,
        Optional<Instant> lockedUntil,
        Optional<String> changedBy,
        Optional<Instant> changedAt) {

    /** Whether it is locked, by hand or for a while. */
    public boolean isShut() {
        return locked || lockedUntil.isPresent();
    }
}
