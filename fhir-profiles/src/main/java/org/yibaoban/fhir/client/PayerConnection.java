package org.yibaoban.fhir.client;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.yibaoban.fhir.mapping.Parties;

/**
 * Where a payer is reached and how long it may take.
 *
 * @param base FHIR base address, such as {@code http://localhost:8080/payer-sandbox/fhir}
 * @param connectTimeout how long a connection may take; after it nothing has been sent
 * @param answerTimeout how long connecting and the whole answer may take; after it the outcome is unknown. Keep status
 *     and submit together below the outbox's lease
 * @param parties hospital, payer and time zone
 * @param tls our certificate and whom we trust; Java's own where it is empty
 * @param oauth who we are to the payer's authorisation server, where it has one
 * @param seal how bodies are signed and encrypted, where the payer wants that
 */
public record PayerConnection(
        URI base,
        Duration connectTimeout,
        Duration answerTimeout,
        Parties parties,
        Optional<SSLContext> tls,
        Optional<OAuthClient> oauth,
        Optional<PayerSeal> seal) {
    /** Without a certificate, a token or a seal of ours. */
    public PayerConnection(URI base, Duration connectTimeout, Duration answerTimeout, Parties parties) {
        this(base, connectTimeout, answerTimeout, parties, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @throws IllegalArgumentException when the base is no http(s) address, or a timeout is not positive */
    public PayerConnection {
        if (base.getScheme() == null || !base.getScheme().matches("https?") || base.getHost() == null) {
            throw new IllegalArgumentException("payer base address: http or https expected, got " + base);
        }
        if (connectTimeout.compareTo(answerTimeout) >= 0) {
            throw new IllegalArgumentException("the connect timeout must be shorter than the answer timeout");
        }
        if (connectTimeout.isNegative()
                || connectTimeout.isZero()
                || answerTimeout.isNegative()
                || answerTimeout.isZero()) {
            throw new IllegalArgumentException("payer timeouts must be positive");
        }
    }

    URI resolve(String path) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text : text + "/") + path);
    }
}
