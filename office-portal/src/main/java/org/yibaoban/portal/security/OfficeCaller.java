package org.yibaoban.portal.security;

import jakarta.security.enterprise.CallerPrincipal;
import org.yibaoban.office.Account;
import org.yibaoban.office.AppUser;

/** A caller whose password was right, with what the office knows of the user. */
public class OfficeCaller extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final AppUser user;
    private final boolean mustChange;

    public OfficeCaller(Account account) {
        super(account.user().username());
        this.user = account.user();
        this.mustChange = account.mustChange();
    }

    /** Whether nothing but changing the password is allowed. */
    public boolean mustChange() {
        return mustChange;
    }

    public AppUser user() {
        return user;
    }
}
