package org.yibaoban.portal.wiring;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.yibaoban.office.operating.IdentitySealing;

/** Seals identity numbers under the present key: after a key was set for the first time, or changed. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class IdentityHousekeeping {

    @Inject
    private IdentitySealing sealing;

    private final OneAtATime resealing = new OneAtATime();

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void seal() {
        resealing.run(() -> {
            while (sealing.sealSome()) {
                // the next ones
            }
        });
    }
}
