package org.yibaoban.portal.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * One empty PostgreSQL for all container tests, on the port that {@code DB_URL} names. Unit tests, which run with no
 * reserved port, get none.
 */
public class EmbeddedDatabase implements LauncherSessionListener {

    private EmbeddedPostgres database;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Integer port = Integer.getInteger("it.pg.port");
        if (port == null) {
            return;
        }
        try {
            database = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("No database for the container tests", e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            if (database != null) {
                database.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
