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

/** Empties the outbox every second of what was not said at once: what is to be tried again, or a dead instance left. */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class PayerTimer {

    @Inject
    private PayerTalkers talkers;

    private final TimerWork talking = new TimerWork();

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void drain() {
        talking.run(talkers::talk);
    }
}
