package org.yibaoban.office.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.control.SignOnProvider;
import org.yibaoban.office.Account;
import org.yibaoban.office.AppUser;
import org.yibaoban.office.PasswordHashing;
import org.yibaoban.office.Users;
import org.yibaoban.store.UserRow;
import org.yibaoban.store.UserRows;

/**
 * The accounts of people whom the hospital's identity provider has proved. An account stands here as ever: locked here is
 * locked, and roles are ours but for those that the provider's groups are mapped to.
 */
@ApplicationScoped
public class ProvidedAccounts {

    /** Stands where the administrator's name stands who changed an account. */
    private static final String BY = "single-sign-on";

    @Inject
    private UserRows rows;

    @Inject
    private Users users;

    @Inject
    private UserDesk desk;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private Clock clock;

    ProvidedAccounts() {}

    ProvidedAccounts(UserRows rows, Users users, UserDesk desk, PasswordHashing hashing, Clock clock) {
        this.rows = rows;
        this.users = users;
        this.desk = desk;
        this.hashing = hashing;
        this.clock = clock;
    }

    /** What the provider says of somebody. */
    public record Person(String username, String displayName, Set<String> groups) {}

    /**
     * The account of somebody who was proved.
     *
     * @return empty for somebody unknown or locked; without roles where nobody has given one yet
     * @throws org.yibaoban.office.OfficeRefused when the roles of the groups do not fit the account
     */
    @Transactional
    public Optional<AppUser> enter(Person person, SignOnProvider provider) {
        if (rows.find(person.username()).isEmpty()
                && provider.addsUnknown()
                && UserDesk.USERNAME.matcher(person.username()).matches()) {
            add(person);
        }
        Optional<UserRow> found = rows.lock(person.username()).filter(row -> !row.lockedAt(clock.instant()));
        if (!provider.rolesByGroup().isEmpty()) {
            found.ifPresent(row -> give(row, provider, person.groups()));
        }
        return found.flatMap(row -> users.current(row.username())).map(Account::user);
    }

    /** With a password that nobody knows. */
    private void add(Person person) {
        UserRow row = new UserRow(
                person.username(),
                person.displayName(),
                person.username(),
                hashing.of(UserDesk.made()),
                Set.of(),
                Optional.empty());
        row.changed(BY, clock.instant());
        rows.add(row);
    }

    private void give(UserRow row, SignOnProvider provider, Set<String> groups) {
        Set<String> roles = new HashSet<>(row.roles());
        roles.removeAll(provider.governed());
        roles.addAll(provider.roles(groups));
        if (roles.equals(row.roles())) {
            return;
        }
        if (!roles.isEmpty()) {
            desk.refuseUnfit(
                    new AppUser(row.username(), row.displayName(), row.englishName(), roles, row.department()));
        }
        row.is(row.displayName(), row.englishName(), roles, row.department());
        row.changed(BY, clock.instant());
        users.forget(row.username());
    }
}
