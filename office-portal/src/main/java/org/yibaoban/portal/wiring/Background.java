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
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What a person begins on a page and does not wait for. Some at once in an instance, the others in their turn.
 *
 * <p>Threads of their own, for the reason that {@link PayerTalkers} gives: begun with the server and not with a request.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Background {

    private static final int AT_ONCE = 2;

    @Resource
    private ManagedThreadFactory threads;

    private ThreadPoolExecutor workers;

    @PostConstruct
    void start() {
        workers = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        workers.prestartAllCoreThreads();
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }

    /** Does the work as soon as there is a free thread; what it throws it has to tell itself. */
    public void run(Runnable work) {
        workers.execute(work);
    }
}
