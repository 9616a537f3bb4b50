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
import org.yibaoban.fhir.client.NationalSeal;
import org.yibaoban.fhir.client.OAuthClient;
import org.yibaoban.fhir.client.PayerConnection;
import org.yibaoban.fhir.client.PayerSeal;
import org.yibaoban.fhir.client.PayerTls;
import org.yibaoban.fhir.client.ReversalMethod;
import org.yibaoban.fhir.mapping.Parties;
import org.yibaoban.office.RetryPace;

/** How the payer is reached; README, "The payer". */
@ApplicationScoped
public class PayerSettings {

    /** The payer's FHIR base; the launcher sets it to the sandbox of the jar. */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.url", defaultValue = "http://localhost:8080/payer-sandbox/fhir")
    private URI url;

    /** Area code of the payer (admdvs). */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.code", defaultValue = "990000")
    private String code;

    /** How long a connection to the payer may take, in seconds. */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.connect.seconds", defaultValue = "5")
    private int connectSeconds;

    /**
     * How long an answer of the payer may take, in seconds, at most 40: shorter than the outbox's lease, so that no task is
     * taken up twice while its answer is awaited. After it a claim is unknown and its status is asked.
     */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.answer.seconds", defaultValue = "30")
    private int answerSeconds;

    /** What the payer did not end is tried again after pauses that grow up to this. */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.longest.pause.seconds", defaultValue = "300")
    private int longestPauseSeconds;

    /**
     * How the payer wants to be told that a settlement is taken back: task-cancel, cancel-operation, status-cancelled or
     * replacing-claim (docs/fhir.md).
     */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.reversal", defaultValue = "task-cancel")
    private String reversal;

    /** Our certificate with its key (PKCS 12), for a payer who asks for one. */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.tls.keystore")
    private Optional<String> keyStore;

    /** Password of that file. */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.tls.keystore.password")
    private Optional<String> keyStorePassword;

    /** Whom we trust as the payer (PKCS 12); otherwise Java's authorities. */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.tls.truststore")
    private Optional<String> trustStore;

    /** Password of that file. */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.tls.truststore.password")
    private Optional<String> trustStorePassword;

    /** The payer's token endpoint (OAuth 2 client credentials); none is asked where this is empty. */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.oauth.url")
    private Optional<URI> tokenUrl;

    /** Who we are there. */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.oauth.client")
    private Optional<String> oauthClient;

    /** Our secret there. */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.oauth.secret")
    private Optional<String> oauthSecret;

    /** What we ask for there. */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.oauth.scope")
    private Optional<String> oauthScope;

    /**
     * Our private key (SM2, PEM) for a payer who wants bodies signed and encrypted by SM2, SM3 and SM4 (docs/fhir.md); none are
     * where this is empty.
     */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.seal.key")
    private Optional<String> sealKey;

    /** The payer's public key (SM2, PEM), with the one above. */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.seal.payers-key")
    private Optional<String> payersKey;

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
                        address, oauthClient.orElse(""), oauthSecret.orElse(""), oauthScope.orElse(""))),
                seal());
    }

    private Optional<PayerSeal> seal() {
        if (sealKey.isPresent() != payersKey.isPresent()) {
            throw new IllegalArgumentException(
                    "yibaoban.payer.seal.key and yibaoban.payer.seal.payers-key are set both or not at all");
        }
        return sealKey.map(own -> NationalSeal.ofFiles(Path.of(own), Path.of(payersKey.orElseThrow())));
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
