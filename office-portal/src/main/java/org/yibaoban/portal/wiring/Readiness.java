package org.yibaoban.portal.wiring;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready means: the database answers within two seconds and its schema is ours. Seen at {@code /health/ready}. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class Readiness implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(Readiness.class.getName());
    private static final int ANSWER_WITHIN_SECONDS = 2;

    @Resource(lookup = "java:app/jdbc/office")
    private DataSource office;

    @EJB
    private Migrations migrations;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("office-database")
                .status(migrations.done() && databaseAnswers())
                .build();
    }

    private boolean databaseAnswers() {
        try (Connection connection = office.getConnection()) {
            return connection.isValid(ANSWER_WITHIN_SECONDS);
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "The database does not answer", e);
            return false;
        }
    }
}
