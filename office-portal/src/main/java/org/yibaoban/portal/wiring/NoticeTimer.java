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
import org.yibaoban.office.notice.HisTalk;

/** Tells the HIS every second what there is to tell; one talk at a time in one instance. */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class NoticeTimer {

    @Inject
    private HisTalk talk;

    private final OneAtATime talking = new OneAtATime();

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void drain() {
        talking.run(talk::drain);
    }
}
