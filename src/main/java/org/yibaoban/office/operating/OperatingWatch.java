package org.yibaoban.office.operating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.yibaoban.store.OperatingRows;

/** Looks at the figures at most every five seconds, however many ask. */
@ApplicationScoped
public class OperatingWatch {

    private static final Logger LOG = System.getLogger(OperatingWatch.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(5);

    @Inject
    private OperatingRows rows;

    @Inject
    private Clock clock;

    private Instant seen = Instant.EPOCH;
    private Optional<OperatingFigures> figures = Optional.empty();

    /** Empty while the database is away. */
    public synchronized Optional<OperatingFigures> figures() {
        if (seen.plus(FRESH).isBefore(clock.instant())) {
            seen = clock.instant();
            try {
                figures = Optional.of(new OperatingFigures(
                        rows.messagesLately(),
                        rows.messagesOpen(),
                        rows.queued(),
                        rows.oldest(),
                        rows.claimsUnknown(),
                        rows.abandonedLoads()));
            } catch (RuntimeException away) {
                LOG.log(Level.DEBUG, "no figures while the database is away", away);
                figures = Optional.empty();
            }
        }
        return figures;
    }
}
