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
import org.yibaoban.office.report.ReportWork;

/** Each second: asks for the reports whose day has come and makes those that were asked for; instances share them. */
@Singleton
@Startup
@DependsOn({"Migrations", "StartCheck"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ReportTimer {

    @Inject
    private ReportWork reports;

    private final OneAtATime working = new OneAtATime();

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void work() {
        working.run(() -> {
            reports.askDue();
            while (reports.makeNext()) {
                // the next
            }
        });
    }
}
