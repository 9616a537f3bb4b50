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
import org.yibaoban.office.audit.StayAudit;

/** Looks every second at the stays that changed; instances share them. */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class AuditTimer {

    @Inject
    private StayAudit audit;

    private final OneAtATime looking = new OneAtATime();

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void look() {
        looking.run(() -> {
            while (audit.auditNext()) {
                // the next
            }
        });
    }
}
