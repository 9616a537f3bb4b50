package org.yibaoban.office;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a minute who proved a password: a HIS sends its credentials with every call, and hashing a password slowly
 * on purpose costs more than answering an order hook. Only successes are kept, as a keyed digest under a key that lives
 * as long as the process; a changed password or right counts after at most a minute.
 */
final class RecentLogins {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final String DIGEST = "HmacSHA256";

    private final Map<String, Login> logins = new ConcurrentHashMap<>();
    private final SecretKeySpec key;
    private final Clock clock;

    private record Login(byte[] digest, AppUser user, Instant until) {}

    RecentLogins(Clock clock) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, DIGEST);
        this.clock = clock;
    }

    Optional<AppUser> find(String username, String password) {
        return Optional.ofNullable(logins.get(username))
                .filter(login -> clock.instant().isBefore(login.until()))
                .filter(login -> MessageDigest.isEqual(login.digest(), digest(username, password)))
                .map(Login::user);
    }

    void remember(AppUser user, String password) {
        logins.put(
                user.username(),
                new Login(
                        digest(user.username(), password), user, clock.instant().plus(REMEMBERED)));
    }

    void forget(String username) {
        logins.remove(username);
    }

    private byte[] digest(String username, String password) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(key);
            return mac.doFinal((username + '\n' + password).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
