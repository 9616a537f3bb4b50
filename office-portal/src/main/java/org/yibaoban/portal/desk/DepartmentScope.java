package org.yibaoban.portal.desk;

import java.util.Optional;
import org.yibaoban.office.AppUser;
import org.yibaoban.portal.security.Role;

/** Whose patients a user may see: an officer those of all departments, a ward doctor those of the own one. */
public record DepartmentScope(AppUser user) {

    public boolean all() {
        return user.roles().contains(Role.INSURANCE_OFFICER.key());
    }

    /**
     * The department to show.
     *
     * @param wanted what the user chose, blank for all
     * @return empty for all departments
     */
    public Optional<String> shown(String wanted) {
        if (!all()) {
            return user.department();
        }
        return wanted == null || wanted.isBlank() ? Optional.empty() : Optional.of(wanted);
    }

    /** A doctor without a department sees no patient. */
    public boolean covers(String department) {
        return all() || user.department().map(department::equals).orElse(false);
    }
}
