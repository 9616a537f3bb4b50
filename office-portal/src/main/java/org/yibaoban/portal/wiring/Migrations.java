package org.yibaoban.portal.wiring;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.yibaoban.office.operating.IdentitySealing;

/**
 * Brings the schema to the version of this build before anything uses it. Other start-up beans that touch the store
 * name this one in {@code @DependsOn("Migrations")}: start-up beans have no order of their own.
 *
 * <p>A migration that fails fails the deployment; the server then never becomes ready.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {

    private static final Logger LOG = Logger.getLogger(Migrations.class.getName());

    @Resource(lookup = "java:app/jdbc/office")
    private DataSource office;

    /**
     * Keys under which identity numbers are stored, id:base64 of 32 random bytes each, parted by commas; the first seals, all open.
     * The same at every instance; empty: they are stored in clear (docs/operating.md).
     */
    @Inject
    @ConfigProperty(name = "yibaoban.identity.keys")
    private Optional<String> identityKeys;

    @Inject
    private IdentitySealing identities;

    private boolean done;

    @PostConstruct
    void migrate() {
        Flyway flyway = flyway(office);
        LOG.log(Level.INFO, "Schema: migrations to run {0}", SchemaCheck.pending(flyway));
        MigrateResult result = flyway.migrate();
        LOG.log(Level.INFO, "Schema at version {0}, {1} migrations run", new Object[] {
            result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion,
            result.migrationsExecuted
        });
        identities.begin(identityKeys.orElse(""));
        done = true;
    }

    static Flyway flyway(DataSource office) {
        return Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(office)
                .locations("classpath:db/migration")
                .load();
    }

    /** Whether the schema is the one this build was written for. */
    public boolean done() {
        return done;
    }
}
