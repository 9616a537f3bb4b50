package org.yibaoban.portal.wiring;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.yibaoban.office.indicator.Indicators;

/** Folds four times a second what was moved (docs/indicators.md). */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class IndicatorTimer {

    private static final int MILLIS = 250;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    private Indicators indicators;

    private ScheduledFuture<?> running;
    private final TimerWork guarded = new TimerWork();

    @PostConstruct
    void start() {
        running = timer.scheduleWithFixedDelay(
                () -> guarded.run(indicators::foldWaiting), MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        running.cancel(true);
    }
}
