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
import org.yibaoban.office.reconciliation.ReconciliationJob;

/** Looks every five minutes for days and months that are over and not reconciled yet; instances share them. */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ReconciliationTimer {

    @Inject
    private ReconciliationJob job;

    private final OneAtATime asking = new OneAtATime();

    @Schedule(hour = "*", minute = "*/5", second = "20", persistent = false)
    void ask() {
        asking.run(job::run);
    }
}
