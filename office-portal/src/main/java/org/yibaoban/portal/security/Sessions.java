package org.yibaoban.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.yibaoban.control.Rights;
import org.yibaoban.office.Account;
import org.yibaoban.office.Users;

/**
 * Sessions end: idle ones as {@code web.xml} says, any after some hours, and within a minute those of an account that was
 * locked. What was changed in an account's roles counts as soon.
 */
@ApplicationScoped
public class Sessions {

    private static final String BEGUN = "org.yibaoban.begun";
    private static final String LOOKED = "org.yibaoban.looked";
    /** The ID token of who came by the identity provider. */
    private static final String PROVED = "org.yibaoban.proved";

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    @Inject
    private Users users;

    @Inject
    private Rights rights;

    @Inject
    private Clock clock;

    /**
     * Begins a session under a new id, so that an id planted before the login is worth nothing.
     *
     * @param idToken of the identity provider, for who came by it
     */
    void begin(HttpServletRequest request, OfficeCaller caller, Optional<String> idToken) {
        HttpSession session = request.getSession();
        request.changeSessionId();
        session.setAttribute(BEGUN, clock.instant());
        session.setAttribute(PROVED, idToken.orElse(null));
        keep(session, caller);
    }

    /** What was changed of an account counts in this session at once. */
    void renew(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        users.current(SignedIn.caller(request).orElseThrow().getName())
                .ifPresent(account -> keep(session, caller(session, account)));
    }

    /** Of who came by the identity provider. */
    static Optional<String> idToken(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(session -> (String) session.getAttribute(PROVED));
    }

    /** Who came by the identity provider has no password here that would have to be changed first. */
    private static OfficeCaller caller(HttpSession session, Account account) {
        return new OfficeCaller(session.getAttribute(PROVED) == null ? account : new Account(account.user(), false));
    }

    /** Whose session it is; empty without one, and when it has just ended. */
    Optional<OfficeCaller> caller(HttpServletRequest request) {
        Optional<OfficeCaller> caller = SignedIn.caller(request);
        if (caller.isEmpty()) {
            return caller;
        }
        HttpSession session = request.getSession(false);
        Instant now = clock.instant();
        Instant looked = (Instant) session.getAttribute(LOOKED);
        if (now.isBefore(looked.plus(LOOK_AGAIN))) {
            return caller;
        }
        Instant ends =
                ((Instant) session.getAttribute(BEGUN)).plus(rights.logins().session());
        Optional<Account> account =
                now.isBefore(ends) ? users.current(caller.get().getName()) : Optional.empty();
        if (account.isEmpty()) {
            session.invalidate();
            return Optional.empty();
        }
        keep(session, caller(session, account.get()));
        return SignedIn.caller(request);
    }

    private void keep(HttpSession session, OfficeCaller caller) {
        session.setAttribute(LOOKED, clock.instant());
        SignedIn.keep(session, caller);
    }
}
