package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.yibaoban.office.AppUser;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.control.UserDesk;
import org.yibaoban.office.control.UserView;
import org.yibaoban.portal.security.SignedIn;

/** The administrator adds accounts, gives them roles and departments, locks them and makes new passwords. */
@Named
@ViewScoped
public class UsersPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private UserDesk desk;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    private List<UserView> users = List.of();
    // the one whose account is in the form; null for a new one
    private UserView chosen;
    private String username = "";
    private String displayName = "";
    private String englishName = "";
    private String department = "";
    private String[] roles = {};
    // told once, then forgotten
    private String made = "";

    @PostConstruct
    public void open() {
        fresh();
        refresh();
    }

    private void refresh() {
        // a list of our own: the table sorts it in place
        users = new ArrayList<>(desk.all());
    }

    /** An empty form for a new account. */
    public void fresh() {
        chosen = null;
        username = "";
        displayName = "";
        englishName = "";
        department = "";
        roles = new String[0];
        made = "";
    }

    public void choose(UserView user) {
        chosen = user;
        username = user.username();
        displayName = user.displayName();
        englishName = user.englishName();
        department = user.department().orElse("");
        roles = user.roles().toArray(new String[0]);
        made = "";
    }

    /** Adds the account, or changes the chosen one. */
    public void save() {
        act(() -> {
            AppUser user = new AppUser(
                    username.strip(),
                    displayName.strip(),
                    englishName.isBlank() ? username.strip() : englishName.strip(),
                    Set.copyOf(Arrays.asList(roles)),
                    Optional.of(department).filter(code -> !code.isBlank()));
            if (chosen == null) {
                return desk.add(user, by());
            }
            desk.change(user, by());
            return "";
        });
    }

    public void lock(boolean locked) {
        act(() -> {
            desk.lock(chosen.username(), locked, by());
            return "";
        });
    }

    public void reset() {
        act(() -> desk.reset(chosen.username(), by()));
    }

    private void act(Supplier<String> deed) {
        try {
            String password = deed.get();
            String name = username.strip();
            refresh();
            users.stream()
                    .filter(user -> user.username().equals(name))
                    .findFirst()
                    .ifPresent(this::choose);
            made = password;
            notices.done("users.saved");
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
    }

    private String by() {
        return me.user().username();
    }

    public List<UserView> getUsers() {
        return users;
    }

    public UserView getChosen() {
        return chosen;
    }

    public String getMade() {
        return made;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username == null ? "" : username;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName == null ? "" : displayName;
    }

    public String getEnglishName() {
        return englishName;
    }

    public void setEnglishName(String englishName) {
        this.englishName = englishName == null ? "" : englishName;
    }

    public String getDepartment() {
        return department;
    }

    public void setDepartment(String department) {
        this.department = department == null ? "" : department;
    }

    public String[] getRoles() {
        return roles;
    }

    public void setRoles(String[] roles) {
        this.roles = roles == null ? new String[0] : roles;
    }
}
