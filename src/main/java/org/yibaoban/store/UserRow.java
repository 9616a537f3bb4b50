package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    public Set<String> roles() {
        return Set.of(roles.split(" "));
    }

    public Optional<String> department() {
        return Optional.ofNullable(department);
    }
}
