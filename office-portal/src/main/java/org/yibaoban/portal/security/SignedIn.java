package org.yibaoban.portal.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.yibaoban.office.AppUser;

/** The user of this request's session. */
@Named("me")
@RequestScoped
public class SignedIn {

    private static final String SESSION_KEY = "org.yibaoban.caller";

    @Inject
    private HttpServletRequest request;

    @Inject
    private Sessions sessions;

    static Optional<OfficeCaller> caller(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(SESSION_KEY))
                .map(OfficeCaller.class::cast);
    }

    static void keep(HttpSession session, OfficeCaller caller) {
        session.setAttribute(SESSION_KEY, caller);
    }

    public boolean isPresent() {
        return caller(request).isPresent();
    }

    /** @throws java.util.NoSuchElementException on a page that is open to all, before the login */
    public AppUser user() {
        return caller(request).orElseThrow().user();
    }

    /** Whether nothing is allowed before the password is changed. */
    public boolean isPasswordDue() {
        return caller(request).filter(OfficeCaller::mustChange).isPresent();
    }

    /** What was changed of the account counts in this session at once. */
    public void renew() {
        sessions.renew(request);
    }

    public boolean is(Role role) {
        return isPresent() && user().roles().contains(role.key());
    }

    public boolean isOfficer() {
        return is(Role.INSURANCE_OFFICER);
    }

    public boolean isClerk() {
        return is(Role.BILLING_CLERK);
    }

    public boolean isCashier() {
        return is(Role.CASHIER);
    }

    /** Whether names and identity numbers may be shown where they are masked for others. */
    public boolean isPersonalDataAllowed() {
        return is(Role.PERSONAL_DATA);
    }

    public boolean isDoctor() {
        return is(Role.WARD_DOCTOR);
    }
}
