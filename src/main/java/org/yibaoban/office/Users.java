package org.yibaoban.office;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
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

    @Inject
    private Clock clock;

    /** Compared where the username is unknown, so that an answer takes as long as for a known one. */
    private String nobodysHash;

    private RecentLogins recent;

    @PostConstruct
    void prepare() {
        hash.initialize(HASHING);
        nobodysHash = hash.generate("nobody".toCharArray());
        recent = new RecentLogins(clock);
    }

    /** Empty when the name or the password is wrong; which of both is not told. */
    @Transactional
    public Optional<AppUser> authenticate(String username, String password) {
        return recent.find(username, password).or(() -> verify(username, password));
    }

    private Optional<AppUser> verify(String username, String password) {
        Optional<UserRow> row = rows.find(username);
        boolean right = hash.verify(
                password.toCharArray(), row.map(UserRow::passwordHash).orElse(nobodysHash));
        Optional<AppUser> user = row.filter(known -> right)
                .map(known -> new AppUser(
                        known.username(), known.displayName(), known.englishName(), known.roles(), known.department()));
        user.ifPresent(known -> recent.remember(known, password));
        return user;
    }

    /** Names of the accounts that have a role. */
    @Transactional
    public List<String> having(String role) {
        return rows.all().stream()
                .filter(row -> row.roles().contains(role))
                .map(UserRow::username)
                .toList();
    }

    /** Adds a user where the name is free; used for the demo's users. */
    @Transactional
    public void addIfAbsent(AppUser user, String password) {
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
}
