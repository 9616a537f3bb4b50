package org.yibaoban.portal.wiring;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.yibaoban.office.order.GivenCards;

/** Forgets cards that nobody will speak of any more, and tokens that have expired. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class HookHousekeeping {

    @Inject
    private GivenCards cards;

    private final TimerWork forgetting = new TimerWork();

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void forget() {
        forgetting.run(cards::forgetOld);
    }
}
