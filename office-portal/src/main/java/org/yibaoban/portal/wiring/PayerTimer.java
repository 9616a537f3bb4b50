package org.yibaoban.portal.wiring;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
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

    @Resource
    private ManagedThreadFactory threads;

    private final TimerWork calling = new TimerWork();

    @PostConstruct
    void begin() {
        for (int i = 0; i < PayerTalkers.MOST; i++) {
            threads.newThread(talkers::talk).start();
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void drain() {
        calling.run(talkers::call);
    }

    @PreDestroy
    void end() {
        talkers.end();
    }
}
