package org.yibaoban.office.his;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.yibaoban.office.IncidentId;
import org.yibaoban.office.catalogue.Catalogues;

/**
 * Looks at the lines of open stays that were charged before their item had a national code, once a newer edition of the
 * catalogue is in force or a day begins (docs/catalogue.md). What is in force is told by memory: without a newer edition
 * or day it asks the database nothing.
 */
@ApplicationScoped
public class LateMapping {

    private static final Logger LOG = System.getLogger(LateMapping.class.getName());

    /** Longer than a transaction may take that began to post with the edition before: then it is looked once more. */
    private static final Duration ONCE_MORE = Duration.ofMinutes(10);

    @Inject
    private Catalogues catalogues;

    @Inject
    private MappedAnew mapped;

    @Inject
    private Clock clock;

    private State looked = new State(-1, LocalDate.MIN);
    private Instant again = Instant.MAX;

    /** What a look goes by. */
    private record State(long edition, LocalDate day) {}

    /** Where there is anything new, all open stays that it is about, each in a transaction of its own. */
    public synchronized void look() {
        State now = new State(catalogues.edition().number(), LocalDate.now(clock));
        boolean anew = !now.equals(looked);
        if (!anew && clock.instant().isBefore(again)) {
            return;
        }
        CodedItems items = new CodedItems(catalogues.current(), now.day());
        mapped.visits(items).forEach(visit -> look(visit, items, now.edition()));
        looked = now;
        again = anew ? clock.instant().plus(ONCE_MORE) : Instant.MAX;
    }

    /** One stay that cannot be done keeps no other waiting; it is tried again at the next look. */
    private void look(long visit, CodedItems items, long edition) {
        try {
            int lines = mapped.look(visit, items, edition);
            LOG.log(Level.INFO, "visit row {0}: {1} lines taken over under edition {2}", visit, lines, edition);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "incident " + IncidentId.next(clock) + ": unmapped lines of visit row " + visit, e);
        }
    }
}
