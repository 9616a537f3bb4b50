package org.yibaoban.office.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yibaoban.control.SignOnProvider;
import org.yibaoban.office.Account;
import org.yibaoban.office.AppUser;
import org.yibaoban.office.PasswordHashing;
import org.yibaoban.office.Users;
import org.yibaoban.office.control.ProvidedAccounts.Person;
import org.yibaoban.store.UserRow;
import org.yibaoban.store.UserRows;

/** What becomes of somebody whom the provider has proved: unknown, known, locked, with groups and without. */
class ProvidedAccountsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

    private final Map<String, UserRow> kept = new HashMap<>();

    private final UserRows rows = new UserRows() {
        @Override
        public Optional<UserRow> find(String username) {
            return Optional.ofNullable(kept.get(username));
        }

        @Override
        public Optional<UserRow> lock(String username) {
            return find(username);
        }

        @Override
        public void add(UserRow user) {
            kept.put(user.username(), user);
        }
    };

    private final Users users = new Users() {
        @Override
        public Optional<Account> current(String username) {
            return rows.find(username)
                    .map(row -> new Account(
                            new AppUser(
                                    row.username(),
                                    row.displayName(),
                                    row.englishName(),
                                    row.roles(),
                                    row.department()),
                            row.mustChange()));
        }

        @Override
        public void forget(String username) {
            // nothing is remembered here
        }
    };

    private final UserDesk desk = new UserDesk() {
        @Override
        void refuseUnfit(AppUser user) {
            // UsersPageIT and SingleSignOnIT have the rules
        }
    };

    private final PasswordHashing hashing = new PasswordHashing() {
        @Override
        public String of(String password) {
            return "hash of " + password.length();
        }
    };

    private final ProvidedAccounts accounts = new ProvidedAccounts(rows, users, desk, hashing, CLOCK);

    @Test
    void whoIsUnknownIsRefusedOrAddedWithNoRole() {
        Person person = new Person("li.na", "李娜", Set.of());

        assertThat(accounts.enter(person, provider(false, Map.of()))).isEmpty();
        assertThat(kept).isEmpty();

        assertThat(accounts.enter(person, provider(true, Map.of())))
                .hasValueSatisfying(user -> assertThat(user.roles()).isEmpty());
        assertThat(kept.get("li.na").displayName()).isEqualTo("李娜");
        assertThat(kept.get("li.na").changedBy()).contains("single-sign-on");
        assertThat(kept.get("li.na").passwordHash()).isEqualTo("hash of 16");
    }

    @Test
    void aNameThatNoAccountMayHaveIsNotAdded() {
        assertThat(accounts.enter(new Person("Li@example.org", "李娜", Set.of()), provider(true, Map.of())))
                .isEmpty();
        assertThat(kept).isEmpty();
    }

    @Test
    void whoIsLockedIsRefusedAndKeepsTheRoles() {
        UserRow row = account("billing-clerk");
        row.locked(true, "admin", CLOCK.instant());

        assertThat(accounts.enter(person("auditors"), provider(true, Map.of("auditors", "auditor"))))
                .isEmpty();
        assertThat(row.roles()).containsExactly("billing-clerk");
    }

    @Test
    void groupsGiveAndTakeTheRolesOfTheMapAndNoOthers() {
        UserRow row = account("billing-clerk");
        SignOnProvider provider = provider(false, Map.of("office", "insurance-officer"));

        assertThat(accounts.enter(person("office", "auditor"), provider)
                        .orElseThrow()
                        .roles())
                .containsExactlyInAnyOrder("billing-clerk", "insurance-officer");
        assertThat(row.changedBy()).contains("single-sign-on");
        assertThat(accounts.enter(person(), provider).orElseThrow().roles()).containsExactly("billing-clerk");
    }

    @Test
    void withoutAMapGroupsChangeNothing() {
        UserRow row = account("billing-clerk");

        assertThat(accounts.enter(person("office"), provider(false, Map.of()))
                        .orElseThrow()
                        .roles())
                .containsExactly("billing-clerk");
        assertThat(row.changedBy()).isEmpty();
    }

    private UserRow account(String role) {
        UserRow row = new UserRow("li.na", "李娜", "Li Na", "hash", Set.of(role), Optional.empty());
        kept.put(row.username(), row);
        return row;
    }

    private static Person person(String... groups) {
        return new Person("li.na", "李娜", Set.of(groups));
    }

    private static SignOnProvider provider(boolean addsUnknown, Map<String, String> roles) {
        return new SignOnProvider(
                "https://login.example.org",
                "yibaoban",
                URI.create("https://office.example.org"),
                Set.of("RS256"),
                List.of(),
                "preferred_username",
                addsUnknown,
                false,
                "groups",
                roles);
    }
}
