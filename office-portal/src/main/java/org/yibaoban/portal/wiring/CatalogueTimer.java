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
import org.yibaoban.his.catalogue.CatalogueDoor;
import org.yibaoban.office.catalogue.Catalogues;
import org.yibaoban.office.catalogue.ItemMoney;
import org.yibaoban.office.his.LateMapping;

/**
 * Each second: takes over what another instance released, and checks files whose turn it is. Every ten seconds: adds what was
 * posted to the month sums of the items, and looks again at unmapped lines. Instances share files and sums.
 */
@Singleton
@Startup
@DependsOn({"Migrations", "StartCheck"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class CatalogueTimer {

    @Inject
    private Catalogues catalogues;

    @Inject
    private CatalogueDoor door;

    @Inject
    private ItemMoney money;

    @Inject
    private LateMapping late;

    private final OneAtATime checking = new OneAtATime();
    private final OneAtATime summing = new OneAtATime();
    private final OneAtATime looking = new OneAtATime();

    private final TimerWork refreshing = new TimerWork();

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void refresh() {
        refreshing.run(catalogues::refresh);
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void lookAgain() {
        looking.run(late::look);
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void check() {
        checking.run(door::work);
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void sumUp() {
        summing.run(() -> {
            while (money.sumUp()) {
                // the next day
            }
        });
    }
}
