package org.yibaoban.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.yibaoban.office.IncidentId;

/**
 * Two ways in: people log in on a page and are known by their session; machines send a signed token or HTTP Basic with every
 * request and get no session. A machine is never sent to a page: it is told 401. It is the only mechanism, for Jakarta
 * Security takes one: Payara's own of MicroProfile JWT would take its place ({@code docs/adr/0020}).
 */
@ApplicationScoped
public class OfficeAuthentication implements HttpAuthenticationMechanism {

    private static final String LOGIN_PAGE = "/login.xhtml";
    private static final String PASSWORD_PAGE = "/password.xhtml";
    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    private Clock clock;

    @Inject
    private MachineLogin machines;

    @Inject
    private Sessions sessions;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        try {
            return Paths.forMachines(Paths.of(request))
                    ? machine(request, response, context)
                    : person(request, response, context);
        } catch (IOException e) {
            throw new AuthenticationException("could not answer an unauthenticated request", e);
        }
    }

    private AuthenticationStatus machine(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) throws IOException {
        MachineLogin.Outcome outcome =
                machines.enter(request.getHeader("Authorization"), request.getRemoteAddr(), Paths.of(request));
        if (outcome instanceof MachineLogin.Entered entered) {
            return context.notifyContainerAboutLogin(entered.caller(), entered.roles());
        }
        if (outcome instanceof MachineLogin.Refused refused) {
            return refuse(request, response, refused);
        }
        return context.isProtected() ? refuse(request, response, machines.stranger()) : context.doNothing();
    }

    private AuthenticationStatus refuse(
            HttpServletRequest request, HttpServletResponse response, MachineLogin.Refused refused) throws IOException {
        response.setStatus(refused.status());
        refused.challenges().forEach(challenge -> response.addHeader("WWW-Authenticate", challenge));
        if (refused.status() == TOO_MANY_REQUESTS) {
            response.setHeader("Retry-After", "60");
        }
        MachineRefusal.write(
                response,
                Paths.of(request),
                refused.status(),
                refused.text(),
                IncidentId.next(clock).value());
        return AuthenticationStatus.SEND_FAILURE;
    }

    private AuthenticationStatus person(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) throws IOException {
        Optional<OfficeCaller> caller = sessions.caller(request);
        if (caller.isPresent()) {
            if (caller.get().mustChange() && context.isProtected() && !PASSWORD_PAGE.equals(Paths.of(request))) {
                return context.redirect(request.getContextPath() + PASSWORD_PAGE);
            }
            return context.notifyContainerAboutLogin(
                    caller.get(), caller.get().user().roles());
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        if (AjaxRedirect.isAsked(request)) {
            // the session ended under an open page
            AjaxRedirect.write(request, response, LOGIN_PAGE);
            return AuthenticationStatus.SEND_CONTINUE;
        }
        return context.redirect(request.getContextPath() + LOGIN_PAGE);
    }
}
