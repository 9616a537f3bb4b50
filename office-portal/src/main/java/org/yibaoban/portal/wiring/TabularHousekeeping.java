package org.yibaoban.portal.wiring;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yibaoban.office.tabular.TabularDesk;

/** Removes files of the tabular door that have been kept long enough; they hold what the HIS knows of people. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class TabularHousekeeping {

    private static final Logger LOG = System.getLogger(TabularHousekeeping.class.getName());

    @Inject
    private TabularDesk desk;

    /** How long files of the tabular door are kept, in days. */
    @Inject
    @ConfigProperty(name = "yibaoban.tabular.keep.days", defaultValue = "30")
    private int keepDays;

    @PostConstruct
    void check() {
        if (keepDays < 1) {
            throw new IllegalStateException(
                    "files must be kept for a day at least, not " + keepDays + " (yibaoban.tabular.keep.days)");
        }
    }

    private final TimerWork forgetting = new TimerWork();

    @Schedule(hour = "*", minute = "*", persistent = false)
    void forget() {
        forgetting.run(this::forgetFiles);
    }

    private void forgetFiles() {
        int files = desk.forgetFiles(Duration.ofDays(keepDays));
        if (files > 0) {
            LOG.log(Level.INFO, "{0} files of the tabular door removed after {1} days", files, keepDays);
        }
    }
}
