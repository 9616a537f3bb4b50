package org.yibaoban.portal.wiring;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yibaoban.his.tabular.TabularDoor;

/**
 * Looks every second for loads to work on, and polls the HIS's views in their own rhythm; one of each at a time in one
 * instance, loads and views are shared between instances by their leases.
 */
@Singleton
@Startup
@DependsOn({"Migrations", "StartCheck"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class TabularTimer {

    @Inject
    private TabularDoor door;

    /** How often the HIS's views are asked, in seconds. */
    @Inject
    @ConfigProperty(name = "yibaoban.his.db.poll.seconds", defaultValue = "60")
    private int pollSeconds;

    @Resource
    private TimerService timers;

    private final OneAtATime working = new OneAtATime();
    private final OneAtATime polling = new OneAtATime();

    @PostConstruct
    void begin() {
        long pause = pollSeconds * 1000L;
        timers.createIntervalTimer(pause, pause, new TimerConfig("poll", false));
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void work() {
        working.run(door::work);
    }

    @Timeout
    void poll() {
        polling.run(door::poll);
    }
}
