package org.yibaoban.portal.sso;

import com.nimbusds.jose.util.Base64URL;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * What one browser was sent to the provider with; it stays in its session until it comes back.
 *
 * @param state binds the answer to this browser (RFC 6749, 10.12)
 * @param nonce binds the ID token to this attempt (OpenID Connect Core 1.0, 15.5.2)
 * @param verifier without it nobody gets a token for the code (RFC 7636)
 */
public record SignOnAttempt(String state, String nonce, String verifier) implements Serializable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    public static SignOnAttempt next() {
        return new SignOnAttempt(random(), random(), random());
    }

    /** The verifier's digest, by the method S256. */
    String challenge() {
        try {
            return Base64URL.encode(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java platform has SHA-256", e);
        }
    }

    /** @param answered the state that came back, or null */
    public boolean isAnsweredBy(String answered) {
        return answered != null && same(state, answered);
    }

    /** Takes as long for any text of a length. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64URL.encode(bytes).toString();
    }
}
