package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Someone who may sign in. */
@Entity
@Table(name = "app_user")
public class UserRow {

    @Id
    private String username;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "english_name")
    private String englishName;

    @Column(name = "password_hash")
    private String passwordHash;

    private String roles;
    private String department;

    @Column(name = "must_change")
    private boolean mustChange;

    private int failures;
    private boolean locked;

    @Column(name = "locked_until")
    private Instant lockedUntil;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected UserRow() {}

    public UserRow(
            String username,
            String displayName,
            String englishName,
            String passwordHash,
            Set<String> roles,
            Optional<String> department) {
        this.username = username;
        this.displayName = displayName;
        this.englishName = englishName;
        this.passwordHash = passwordHash;
        this.roles = String.join(" ", roles);
        this.department = department.orElse(null);
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    public String englishName() {
        return englishName;
    }

    public String passwordHash() {
        return passwordHash;
    }

    /** None for somebody whom the identity provider knows and nobody has given a role yet. */
    public Set<String> roles() {
        return roles.isEmpty() ? Set.of() : Set.of(roles.split(" "));
    }

    public Optional<String> department() {
        return Optional.ofNullable(department);
    }

    /** Whether the password is one that another person knows. */
    public boolean mustChange() {
        return mustChange;
    }

    /** Locked by the administrator. */
    public boolean locked() {
        return locked;
    }

    /** Until when it is locked because of wrong passwords. */
    public Optional<Instant> lockedUntil() {
        return Optional.ofNullable(lockedUntil);
    }

    public Optional<String> changedBy() {
        return Optional.ofNullable(changedBy);
    }

    public Optional<Instant> changedAt() {
        return Optional.ofNullable(changedAt);
    }

    public boolean lockedAt(Instant now) {
        return locked || lockedUntil != null && now.isBefore(lockedUntil);
    }

    public boolean hasFailures() {
        return failures > 0;
    }

    /** A wrong password; with the last allowed one the account is locked, and counting begins anew. */
    public void failed(int allowed, Instant lockedUntil) {
        failures++;
        if (failures >= allowed) {
            failures = 0;
            this.lockedUntil = lockedUntil;
        }
    }

    public void entered() {
        failures = 0;
        lockedUntil = null;
    }

    public void locked(boolean locked, String by, Instant at) {
        this.locked = locked;
        entered();
        changed(by, at);
    }

    /** @param mustChange whether someone else chose it */
    public void password(String hash, boolean mustChange, String by, Instant at) {
        this.passwordHash = hash;
        this.mustChange = mustChange;
        entered();
        changed(by, at);
    }

    public void is(String displayName, String englishName, Set<String> roles, Optional<String> department) {
        this.displayName = displayName;
        this.englishName = englishName;
        this.roles = String.join(" ", roles);
        this.department = department.orElse(null);
    }

    public void changed(String by, Instant at) {
        this.changedBy = by;
        this.changedAt = at;
    }
}
