package org.yibaoban.sandbox;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.yibaoban.config.PaymentReader;
import org.yibaoban.config.PlanReader;
import org.yibaoban.fhir.mapping.Parties;

/**
 * Starts the payer with the application: schema, plans, members. A fault here fails the deployment.
 *
 * <p>Configuration: {@code yibaoban.config.dir} (environment YIBAOBAN_CONFIG_DIR; default {@code config}),
 * {@code yibaoban.sandbox.misbehave} (default false: whether it can be told to go wrong, see {@link Misbehaviour}),
 * {@code yibaoban.payer.id} (default 990000), {@code yibaoban.zone} (default Asia/Shanghai), and {@code db.url} for the
 * data source in web.xml.
 */
public class SandboxStart implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        Config config = ConfigProvider.getConfig();
        Path folder = Path.of(
                config.getOptionalValue("yibaoban.config.dir", String.class).orElse("config"));
        ZoneId zone =
                ZoneId.of(config.getOptionalValue("yibaoban.zone", String.class).orElse("Asia/Shanghai"));
        String payerId =
                config.getOptionalValue("yibaoban.payer.id", String.class).orElse("990000");
        PayerStore store = new PayerStore(dataSource());
        store.migrate();
        SandboxPayer payer = new SandboxPayer(
                store,
                PlanReader.read(folder),
                PaymentReader.read(folder),
                new Parties("", payerId, zone),
                Clock.system(zone));
        Path members = folder.resolve("demo").resolve("members.csv");
        if (Files.exists(members)) {
            payer.register(members);
        }
        Path registrations = folder.resolve("demo").resolve("registrations.csv");
        if (Files.exists(registrations)) {
            payer.registerDiseases(registrations);
        }
        event.getServletContext().setAttribute(PayerSandboxServlet.PAYER, payer);
        boolean misbehave = config.getOptionalValue("yibaoban.sandbox.misbehave", Boolean.class)
                .orElse(false);
        event.getServletContext().setAttribute(PayerSandboxServlet.MOOD, new Mood(store, misbehave));
    }

    private static DataSource dataSource() {
        try {
            return InitialContext.doLookup("java:app/jdbc/payer");
        } catch (NamingException e) {
            throw new IllegalStateException("data source java:app/jdbc/payer", e);
        }
    }
}
