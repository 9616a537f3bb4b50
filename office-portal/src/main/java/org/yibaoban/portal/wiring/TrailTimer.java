package org.yibaoban.portal.wiring;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.yibaoban.office.control.Trail;

/**
 * Each second: chains what waits of the trail. Each hour: writes into the log how far the chain goes, outside the
 * database, so that a chain that was made anew can be told from the old one.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class TrailTimer {

    private static final Logger LOG = System.getLogger(TrailTimer.class.getName());

    @Inject
    private Trail trail;

    private final OneAtATime chaining = new OneAtATime();

    private final TimerWork noting = new TimerWork();

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void chain() {
        chaining.run(() -> {
            while (trail.chain()) {
                // the next ones
            }
        });
    }

    @Schedule(hour = "*", persistent = false)
    void note() {
        noting.run(() -> LOG.log(Level.INFO, "Trail head {0}", trail.head()));
    }
}
