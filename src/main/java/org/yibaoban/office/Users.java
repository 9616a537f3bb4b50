package org.yibaoban.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.store.UserRow;
import org.yibaoban.store.UserRows;

/** Who may sign in. Passwords are kept as salted PBKDF2 hashes. */
@ApplicationScoped
public class Users {

    /** OWASP's figure for PBKDF2 with HMAC-SHA-256. */
    private static final Map<String, String> HASHING = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32");

    @Inject
    private UserRows rows;

    @Inject
    private Pbkdf2PasswordHash hash;

    /** Compared where the username is unknown, so that an answer takes as long as for a known one. */
    private String nobodysHash;

    /** Empty when the name or the password is wrong; which of both is not told. */
    @Transactional
    public Optional<AppUser> authenticate(String username, String password) {
        hash.initialize(HASHING);
        Optional<UserRow> row = rows.find(username);
        boolean right = hash.verify(
                password.toCharArray(), row.map(UserRow::passwordHash).orElseGet(this::nobodysHash));
        return row.filter(known -> right)
                .map(user -> new AppUser(
                        user.username(), user.displayName(), user.englishName(), user.roles(), user.department()));
    }

    /** Adds a user where the name is free; used for the demo's users. */
    @Transactional
    public void addIfAbsent(AppUser user, String password) {
        hash.initialize(HASHING);
        if (rows.find(user.username()).isEmpty()) {
            rows.add(new UserRow(
                    user.username(),
                    user.displayName(),
                    user.englishName(),
                    hash.generate(password.toCharArray()),
                    Set.copyOf(user.roles()),
                    user.department()));
        }
    }

    private synchronized String nobodysHash() {
        if (nobodysHash == null) {
            nobodysHash = hash.generate("nobody".toCharArray());
        }
        return nobodysHash;
    }
}
