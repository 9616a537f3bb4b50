package org.yibaoban.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.yibaoban.benefit.Plans;
import org.yibaoban.config.PaymentReader;
import org.yibaoban.config.PlanReader;
import org.yibaoban.fhir.client.FhirPayerGateway;
import org.yibaoban.fhir.client.PayerConnection;
import org.yibaoban.fhir.client.ReversalMethod;
import org.yibaoban.fhir.mapping.Parties;
import org.yibaoban.quota.payment.PaymentAgreements;

/** The sandbox as it runs: the servlet behind real HTTP, on a real PostgreSQL of its own. One for all tests. */
final class Payer {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZONE);
    static final Parties PARTIES = new Parties("H99000000001", "990000", ZONE);
    static final Plans PLANS = PlanReader.read(Path.of("../../config"));

    private static final PaymentAgreements AGREEMENTS = PaymentReader.read(Path.of("../../config"));
    private static final Payer SHARED = start();
    private final EmbeddedPostgres postgres;
    private final SandboxPayer sandbox;
    private final URI base;

    private Payer(EmbeddedPostgres postgres, SandboxPayer sandbox, URI base) {
        this.postgres = postgres;
        this.sandbox = sandbox;
        this.base = base;
    }

    static Payer shared() {
        return SHARED;
    }

    SandboxPayer sandbox() {
        return sandbox;
    }

    URI base() {
        return base;
    }

    FhirPayerGateway gateway() {
        return gateway(ReversalMethod.TASK_CANCEL);
    }

    FhirPayerGateway gateway(ReversalMethod reversal) {
        return new FhirPayerGateway(
                new PayerConnection(base, Duration.ofSeconds(2), Duration.ofSeconds(20), PARTIES), reversal, CLOCK);
    }

    /** As after a kill: another payer on the same database. */
    SandboxPayer restarted() {
        return payer(postgres);
    }

    /** How a payer started now would behave. */
    Mood mood(boolean mayChange) {
        return new Mood(store(postgres), mayChange);
    }

    private static PayerStore store(EmbeddedPostgres postgres) {
        return new PayerStore(postgres.getPostgresDatabase(Map.of("stringtype", "unspecified")));
    }

    private static SandboxPayer payer(EmbeddedPostgres postgres) {
        PayerStore store = store(postgres);
        store.migrate();
        SandboxPayer payer = new SandboxPayer(store, PLANS, AGREEMENTS, PARTIES, CLOCK);
        payer.register(Path.of("src/test/resources/members.csv"));
        return payer;
    }

    private static Payer start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setRegisterShutdownHook(true)
                    .start();
            SandboxPayer sandbox = payer(postgres);
            Server server = new Server();
            ServerConnector connector = new ServerConnector(server);
            connector.setHost("127.0.0.1");
            server.addConnector(connector);
            ServletContextHandler context = new ServletContextHandler("/payer-sandbox");
            context.setAttribute(PayerSandboxServlet.PAYER, sandbox);
            context.setAttribute(PayerSandboxServlet.MOOD, new Mood(store(postgres), true));
            context.addServlet(new ServletHolder(new PayerSandboxServlet()), "/fhir/*");
            context.addServlet(new ServletHolder(new MisbehaviourServlet()), "/misbehaviour");
            server.setHandler(context);
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return new Payer(
                    postgres,
                    sandbox,
                    URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/payer-sandbox/fhir"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
