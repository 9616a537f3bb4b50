package org.yibaoban.portal.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yibaoban.fhir.client.OAuthClient;
import org.yibaoban.fhir.client.PayerConnection;
import org.yibaoban.fhir.client.PayerTls;
import org.yibaoban.fhir.client.ReversalMethod;
import org.yibaoban.fhir.mapping.Parties;
import org.yibaoban.office.payer.RetryPace;

/** How the payer is reached; README, "The payer". */
@ApplicationScoped
public class PayerSettings {

    @Inject
    @ConfigProperty(name = "yibaoban.payer.url", defaultValue = "http://localhost:8080/payer-sandbox/fhir")
    private URI url;

    /** Area code of the payer (admdvs). */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.code", defaultValue = "990000")
    private String code;

    @Inject
    @ConfigProperty(name = "yibaoban.payer.connect.seconds", defaultValue = "5")
    private int connectSeconds;

    /** Shorter than the outbox's lease, so that no task is taken up twice while its answer is awaited. */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.answer.seconds", defaultValue = "30")
    private int answerSeconds;

    /** What the payer did not end is tried again after pauses that grow up to this. */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.longest.pause.seconds", defaultValue = "300")
    private int longestPauseSeconds;

    /** How the payer wants to be told that a settlement is taken back. */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.reversal", defaultValue = "task-cancel")
    private String reversal;

    @Inject
    @ConfigProperty(name = "yibaoban.payer.tls.keystore")
    private Optional<String> keyStore;

    @Inject
    @ConfigProperty(name = "yibaoban.payer.tls.keystore.password")
    private Optional<String> keyStorePassword;

    @Inject
    @ConfigProperty(name = "yibaoban.payer.tls.truststore")
    private Optional<String> trustStore;

    @Inject
    @ConfigProperty(name = "yibaoban.payer.tls.truststore.password")
    private Optional<String> trustStorePassword;

    @Inject
    @ConfigProperty(name = "yibaoban.payer.oauth.url")
    private Optional<URI> tokenUrl;

    @Inject
    @ConfigProperty(name = "yibaoban.payer.oauth.client")
    private Optional<String> oauthClient;

    @Inject
    @ConfigProperty(name = "yibaoban.payer.oauth.secret")
    private Optional<String> oauthSecret;

    @Inject
    @ConfigProperty(name = "yibaoban.payer.oauth.scope")
    private Optional<String> oauthScope;

    String code() {
        return code;
    }

    @Produces
    @Singleton
    RetryPace pace() {
        return new RetryPace(Duration.ofSeconds(longestPauseSeconds));
    }

    ReversalMethod reversal() {
        return ReversalMethod.ofKey(reversal);
    }

    /** @throws IllegalArgumentException when a setting is wrong; the start fails by it */
    PayerConnection connection(Parties parties) {
        return new PayerConnection(
                url,
                Duration.ofSeconds(connectSeconds),
                Duration.ofSeconds(answerSeconds),
                parties,
                tls(),
                tokenUrl.map(address -> new OAuthClient(
                        address, oauthClient.orElse(""), oauthSecret.orElse(""), oauthScope.orElse(""))));
    }

    private Optional<SSLContext> tls() {
        Optional<PayerTls.Store> own = store(keyStore, keyStorePassword);
        Optional<PayerTls.Store> trusted = store(trustStore, trustStorePassword);
        return own.isEmpty() && trusted.isEmpty() ? Optional.empty() : Optional.of(PayerTls.context(own, trusted));
    }

    private static Optional<PayerTls.Store> store(Optional<String> file, Optional<String> password) {
        return file.map(path -> new PayerTls.Store(Path.of(path), password.orElse("")));
    }
}
