package org.yibaoban.quota;

import java.time.Instant;

/**
 * A quota as somebody left it.
 *
 * @param number the same for all versions of one quota
 * @param version from 1; the highest holds
 * @param withdrawn whether it limits nothing any more
 * @param by who set it so; {@link #SEED} for the configuration
 * @param reason why
 */
public record QuotaVersion(
        long number, int version, Quota quota, boolean withdrawn, Instant at, String by, String reason) {

    /** Stands where a user stands for what came from {@code config/quotas}. */
    public static final String SEED = "config";
}
