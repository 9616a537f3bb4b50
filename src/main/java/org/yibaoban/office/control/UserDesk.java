package org.yibaoban.office.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yibaoban.control.PasswordRules;
import org.yibaoban.control.Rights;
import org.yibaoban.office.AppUser;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.PasswordHashing;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.Users;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.store.UserRow;
import org.yibaoban.store.UserRows;

/**
 * The administrator keeps the accounts. Nobody chooses another person's password: it is made here, told once, and changed
 * by its owner at the first login; a machine keeps the one that was made for it.
 */
@ApplicationScoped
public class UserDesk {

    /** The name of the account that is made where there is no administrator. */
    public static final String FIRST = "administrator";

    private static final String ADMINISTRATOR = "administrator";
    static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{1,39}");
    /** No letters that are mistaken for digits. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int MADE_LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private UserRows rows;

    @Inject
    private Users users;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private Rights rights;

    @Inject
    private Hospital hospital;

    @Inject
    private Clock clock;

    /** All accounts by name. */
    @Transactional
    public List<UserView> all() {
        return rows.all().stream().map(this::view).toList();
    }

    /**
     * Adds an account.
     *
     * @return its password, which is kept nowhere
     * @throws OfficeRefused for a name that is taken or not of the form, and for roles that do not fit
     */
    @Transactional
    public String add(AppUser user, String by) {
        if (!USERNAME.matcher(user.username()).matches()
                || rows.find(user.username()).isPresent()) {
            throw new OfficeRefused(ReasonCode.USER_NAME, user.username(), "");
        }
        refuseUnfit(user);
        String password = made();
        UserRow row = new UserRow(
                user.username(),
                user.displayName(),
                user.englishName(),
                hashing.of(password),
                user.roles(),
                user.department());
        row.password(row.passwordHash(), !rights.areSystems(user.roles()), by, clock.instant());
        rows.add(row);
        return password;
    }

    /** Gives an account other names, roles or another department; it counts within a minute for who is signed in. */
    @Transactional
    public void change(AppUser user, String by) {
        UserRow row = lock(user.username());
        refuseUnfit(user);
        if (user.username().equals(by) && !user.roles().contains(ADMINISTRATOR)) {
            throw new OfficeRefused(ReasonCode.OWN_ACCOUNT, by, "");
        }
        row.is(user.displayName(), user.englishName(), user.roles(), user.department());
        row.changed(by, clock.instant());
        users.forget(user.username());
    }

    /** Shuts an account, or opens it again, also one that wrong passwords locked. */
    @Transactional
    public void lock(String username, boolean locked, String by) {
        if (locked && username.equals(by)) {
            throw new OfficeRefused(ReasonCode.OWN_ACCOUNT, by, "");
        }
        lock(username).locked(locked, by, clock.instant());
        users.forget(username);
    }

    /** Makes a new password for who forgot the old one. */
    @Transactional
    public String reset(String username, String by) {
        UserRow row = lock(username);
        String password = made();
        row.password(hashing.of(password), !rights.areSystems(row.roles()), by, clock.instant());
        users.forget(username);
        return password;
    }

    /**
     * A user takes another password.
     *
     * @throws OfficeRefused when the old one is wrong, or the new one against the rules or the old one again
     */
    @Transactional
    public void changeOwn(String username, String old, String wanted) {
        UserRow row = lock(username);
        if (!hashing.fits(old, row.passwordHash())) {
            throw new OfficeRefused(ReasonCode.PASSWORD_WRONG, username, "");
        }
        Optional<PasswordRules.Fault> fault = rights.passwords().faultOf(username, wanted);
        if (fault.isPresent() || old.equals(wanted)) {
            throw new OfficeRefused(
                    ReasonCode.PASSWORD_WEAK,
                    fault.map(PasswordRules.Fault::chinese).orElse("新旧密码相同"),
                    fault.map(PasswordRules.Fault::english).orElse("it is the old one"));
        }
        row.password(hashing.of(wanted), false, username, clock.instant());
        users.forget(username);
    }

    /** Where nobody is an administrator: makes one, whose password is told once. */
    @Transactional
    public Optional<String> first() {
        if (!users.having(ADMINISTRATOR).isEmpty() || rows.find(FIRST).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                add(new AppUser(FIRST, "系统管理员", "Administrator", Set.of(ADMINISTRATOR), Optional.empty()), FIRST));
    }

    void refuseUnfit(AppUser user) {
        boolean unknown =
                user.roles().stream().anyMatch(role -> rights.role(role).isEmpty());
        boolean nowhere = user.department()
                        .filter(code -> hospital.department(code).isEmpty())
                        .isPresent()
                || user.department().isEmpty() && rights.needsDepartment(user.roles());
        if (user.roles().isEmpty() || unknown || nowhere || user.displayName().isBlank()) {
            throw new OfficeRefused(ReasonCode.USER_ROLES, user.username(), String.valueOf(user.roles()));
        }
        rights.clash(user.roles()).ifPresent(two -> {
            throw new OfficeRefused(ReasonCode.ROLES_CLASH, two, "");
        });
    }

    private UserRow lock(String username) {
        return rows.lock(username).orElseThrow(() -> new OfficeRefused(ReasonCode.USER_UNKNOWN, username, ""));
    }

    private UserView view(UserRow row) {
        return new UserView(
                row.username(),
                row.displayName(),
                row.englishName(),
                row.roles(),
                row.department(),
                row.mustChange(),
                row.locked(),
                row.lockedUntil().filter(until -> clock.instant().isBefore(until)),
                row.changedBy(),
                row.changedAt());
    }

    static String made() {
        StringBuilder password = new StringBuilder();
        RANDOM.ints(MADE_LENGTH, 0, LETTERS.length()).forEach(at -> password.append(LETTERS.charAt(at)));
        return password.toString();
    }
}
