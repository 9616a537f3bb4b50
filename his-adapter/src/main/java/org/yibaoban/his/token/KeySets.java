package org.yibaoban.his.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.yibaoban.control.SigningKeys;

/** Somebody's public keys: a file here, read at each look, or an address whose answer is kept for a while. */
final class KeySets {

    private static final int PATIENCE_MILLIS = 2_000;
    private static final int MOST_BYTES = 100_000;
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final Duration OUTAGE = Duration.ofHours(4);
    /** A new key id makes us look again, but not more often than this. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private KeySets() {}

    /** @throws IllegalArgumentException when the address is none */
    static JWKSource<SecurityContext> of(SigningKeys keys) {
        return keys.file()
                .map(KeySets::file)
                .orElseGet(() -> address(keys.address().orElseThrow()));
    }

    /** Read at each look: a key set that is replaced holds from the next call on. */
    private static JWKSource<SecurityContext> file(Path file) {
        return (selector, context) -> {
            try {
                String text = Files.readString(file);
                // a PEM has no key id to choose it by
                return file.toString().endsWith(".pem")
                        ? List.of(PublicPem.read(text))
                        : new ImmutableJWKSet<SecurityContext>(JWKSet.parse(text)).get(selector, context);
            } catch (IOException | ParseException | GeneralSecurityException e) {
                throw new KeySourceException("key set " + file.getFileName() + " cannot be read", e);
            }
        };
    }

    private static JWKSource<SecurityContext> address(URI address) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(
                            address.toURL(), new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES))
                    .cache(KEPT.toMillis(), PATIENCE_MILLIS)
                    .rateLimited(BETWEEN_LOOKS.toMillis())
                    .refreshAheadCache(false)
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("no address of a key set: " + address, e);
        }
    }
}
