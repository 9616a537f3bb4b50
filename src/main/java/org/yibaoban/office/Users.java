package org.yibaoban.office;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.control.LoginRules;
import org.yibaoban.control.Rights;
import org.yibaoban.store.UserRow;
import org.yibaoban.store.UserRows;

/** Who may sign in. After some wrong passwords in a row an account is locked for a while. */
@ApplicationScoped
public class Users {

    @Inject
    private UserRows rows;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private Rights rights;

    @Inject
    private Clock clock;

    private RecentLogins recent;

    @PostConstruct
    void prepare() {
        recent = new RecentLogins(clock);
    }

    /** Empty when the name or the password is wrong, or the account locked; which of them is not told. */
    @Transactional
    public Optional<Account> authenticate(String username, String password) {
        return recent.find(username, password)
                .map(user -> new Account(user, false))
                .or(() -> verify(username, password));
    }

    private Optional<Account> verify(String username, String password) {
        Optional<UserRow> found = rows.find(username);
        Instant now = clock.instant();
        if (found.filter(row -> row.lockedAt(now)).isPresent()) {
            // before the hash, which is slow on purpose: who goes on guessing shall not keep the machine busy
            return Optional.empty();
        }
        boolean right = found.map(row -> hashing.fits(password, row.passwordHash()))
                .orElseGet(() -> hashing.fitsNobody(password));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (!right) {
            LoginRules rules = rights.logins();
            rows.lock(username).ifPresent(row -> row.failed(rules.failures(), now.plus(rules.locked())));
            return Optional.empty();
        }
        if (found.get().hasFailures()) {
            rows.lock(username).ifPresent(UserRow::entered);
        }
        Account account = account(found.get());
        if (!account.mustChange()) {
            recent.remember(account.user(), password);
        }
        return Optional.of(account);
    }

    /** The account as it stands now; empty when it is locked or gone. */
    @Transactional
    public Optional<Account> current(String username) {
        return rows.find(username).filter(row -> !row.lockedAt(clock.instant())).map(this::account);
    }

    /** A password or a right was changed: what this instance remembers of the account is void. */
    public void forget(String username) {
        recent.forget(username);
    }

    private Account account(UserRow row) {
        return new Account(
                new AppUser(
                        row.username(),
                        row.displayName(),
                        row.englishName(),
                        rights.with(row.roles()),
                        row.department()),
                row.mustChange());
    }

    /** Names of the accounts that have a role, as their own or included in another. */
    @Transactional
    public List<String> having(String role) {
        return rows.all().stream()
                .filter(row -> rights.with(row.roles()).contains(role))
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
                    hashing.of(password),
                    Set.copyOf(user.roles()),
                    user.department()));
        }
    }
}
