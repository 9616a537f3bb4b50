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
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.yibaoban.office.indicator.Indicators;
import org.yibaoban.office.indicator.QuotaWarningDesk;

/**
 * Folds four times a second what was moved, and tells the pages that are open in this instance that there is a new
 * warning, whichever instance found it: the table of warnings is what instances share (docs/indicators.md).
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class IndicatorTimer {

    private static final Logger LOG = System.getLogger(IndicatorTimer.class.getName());
    private static final int MILLIS = 250;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    private Indicators indicators;

    @Inject
    private QuotaWarningDesk warnings;

    @Inject
    @Push(channel = "quotaWarnings")
    private PushContext pages;

    private ScheduledFuture<?> running;
    private long told;
    private boolean failing;

    @PostConstruct
    void start() {
        told = warnings.last();
        running = timer.scheduleWithFixedDelay(this::look, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        running.cancel(true);
    }

    /** A database that is away for a while must not end the looking, nor fill the log. */
    private void look() {
        try {
            indicators.foldWaiting();
            long last = warnings.last();
            if (last > told) {
                told = last;
                pages.send("warning");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.log(Level.WARNING, "indicators wait, moves are kept", e);
            }
            failing = true;
        }
    }
}
