package org.yibaoban.portal.security;

import jakarta.security.enterprise.CallerPrincipal;
import org.yibaoban.office.AppUser;

/** A caller whose password was right, with what the office knows of the user. */
public class OfficeCaller extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final AppUser user;

    public OfficeCaller(AppUser user) {
        super(user.username());
        this.user = user;
    }

    public AppUser user() {
        return user;
    }
}
