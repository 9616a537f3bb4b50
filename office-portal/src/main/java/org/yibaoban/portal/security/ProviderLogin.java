package org.yibaoban.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import org.yibaoban.control.SignOnProvider;
import org.yibaoban.control.SingleSignOn;
import org.yibaoban.office.Account;
import org.yibaoban.office.AppUser;
import org.yibaoban.office.IncidentId;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.control.Doorway;
import org.yibaoban.office.control.ProvidedAccounts;
import org.yibaoban.office.control.Trail;
import org.yibaoban.portal.sso.IdToken;
import org.yibaoban.portal.sso.IdentityProvider;
import org.yibaoban.portal.sso.SignOnAttempt;
import org.yibaoban.portal.sso.SignOnRefused;
import org.yibaoban.portal.sso.SignOnRefused.Why;

/** People come in by the hospital's identity provider: sent there, taken back, and given a session like any other. */
@ApplicationScoped
public class ProviderLogin {

    /** By it the trail tells who came in how. */
    static final String DOOR = "/sso";

    private static final Logger LOG = System.getLogger(ProviderLogin.class.getName());
    private static final String ATTEMPT = "org.yibaoban.attempt";
    /** Stands in the trail before a name is proved. */
    private static final String NOBODY = "?";

    @Inject
    private IdentityProvider identities;

    @Inject
    private SingleSignOn signOn;

    @Inject
    private ProvidedAccounts accounts;

    @Inject
    private Sessions sessions;

    @Inject
    private LoginRate rate;

    @Inject
    private Trail trail;

    @Inject
    private Clock clock;

    /** Where the browser is sent. */
    String begin(HttpServletRequest request) throws SignOnRefused {
        SignOnAttempt attempt = SignOnAttempt.next();
        String door = identities.door(attempt).toString();
        request.getSession().setAttribute(ATTEMPT, attempt);
        return door;
    }

    /**
     * The browser is back.
     *
     * @return the desk of the user's role, with a session begun
     */
    String finish(HttpServletRequest request) throws SignOnRefused {
        SignOnAttempt attempt = takeAttempt(request);
        String address = request.getRemoteAddr();
        if (rate.refuses(address)) {
            throw new SignOnRefused(Why.TOO_MANY, "too many failed logins");
        }
        String name = NOBODY;
        try {
            IdToken token = identities.redeem(code(request), attempt);
            name = token.person().username();
            AppUser user = user(token, address);
            String desk = Role.deskOf(user.roles())
                    .orElseThrow(() -> new SignOnRefused(Why.NO_DESK, "no role with a desk: " + user.username()));
            trail.happened(user.username(), address, DOOR, "login");
            sessions.begin(request, new OfficeCaller(new Account(user, false)), Optional.of(token.text()));
            return desk;
        } catch (SignOnRefused refused) {
            if (refused.why() != Why.AWAY) {
                // a provider that is away must not shut the form for a whole house behind one address
                rate.failed(address);
            }
            trail.happened(name, address, DOOR, "login failed");
            throw refused;
        }
    }

    /** Notes it in the log, for who is told the id. */
    SignOnRefusal refusal(SignOnRefused refused) {
        String incident = IncidentId.next(clock).value();
        LOG.log(Level.WARNING, "{0} single sign-on, {1}: {2}", incident, refused.why(), refused.getMessage());
        return new SignOnRefusal(refused.why().text(), incident);
    }

    /** Each attempt is answered once. */
    private static SignOnAttempt takeAttempt(HttpServletRequest request) throws SignOnRefused {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(ATTEMPT) instanceof SignOnAttempt attempt)
                || !attempt.isAnsweredBy(request.getParameter("state"))) {
            throw new SignOnRefused(Why.INVALID, "this browser was not sent with this state");
        }
        session.removeAttribute(ATTEMPT);
        return attempt;
    }

    private String code(HttpServletRequest request) throws SignOnRefused {
        String issuer = request.getParameter("iss");
        if (issuer != null
                && signOn.provider()
                        .map(SignOnProvider::issuer)
                        .filter(issuer::equals)
                        .isEmpty()) {
            // RFC 9207: an answer that another provider gave
            throw new SignOnRefused(Why.INVALID, "the answer is of another issuer");
        }
        String error = request.getParameter("error");
        if (error != null) {
            throw new SignOnRefused(
                    Why.DENIED, "the provider says " + (error.matches("[a-z_]{1,40}") ? error : "something else"));
        }
        return Optional.ofNullable(request.getParameter("code"))
                .orElseThrow(() -> new SignOnRefused(Why.INVALID, "no code"));
    }

    private AppUser user(IdToken token, String address) throws SignOnRefused {
        // what the groups change of the account stands in the trail
        Doorway.open(new Doorway(token.person().username(), address, DOOR));
        try {
            return accounts.enter(token.person(), signOn.provider().orElseThrow())
                    .orElseThrow(() -> new SignOnRefused(
                            Why.ACCOUNT,
                            "no account, or a locked one: " + token.person().username()));
        } catch (OfficeRefused refused) {
            throw new SignOnRefused(Why.ROLES, refused.getMessage(), refused);
        } finally {
            Doorway.close();
        }
    }
}
