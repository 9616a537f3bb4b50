package org.yibaoban.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.office.IncidentId;

/**
 * Two ways in: people log in on a page and are known by their session; machines send HTTP Basic with every request and
 * get no session; a client of the hooks may send a signed token instead. A machine is never sent to a page: it is told 401.
 */
@ApplicationScoped
public class OfficeAuthentication implements HttpAuthenticationMechanism {

    private static final String LOGIN_PAGE = "/login.xhtml";
    private static final String PASSWORD_PAGE = "/password.xhtml";
    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private Clock clock;

    @Inject
    private HookTokens tokens;

    @Inject
    private LoginRate rate;

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
        String path = Paths.of(request);
        if (tokens.isCarriedBy(request, path)) {
            Optional<String> client = tokens.client(request, path);
            if (client.isPresent()) {
                return context.notifyContainerAboutLogin(client.get(), Set.of(Role.HIS_SYSTEM.key()));
            }
            return unauthorized(request, response, "Bearer error=\"invalid_token\"", "令牌无效 The token is not accepted");
        }
        Optional<UsernamePasswordCredential> given = BasicCredentials.read(request.getHeader("Authorization"));
        if (given.isPresent()) {
            if (rate.refuses(request.getRemoteAddr())) {
                return tooMany(request, response);
            }
            CredentialValidationResult result = stores.validate(given.get());
            if (result.getStatus() == CredentialValidationResult.Status.VALID
                    && !((OfficeCaller) result.getCallerPrincipal()).mustChange()) {
                return context.notifyContainerAboutLogin(result);
            }
            rate.failed(request.getRemoteAddr());
        } else if (!context.isProtected()) {
            return context.doNothing();
        }
        return unauthorized(
                request,
                response,
                "Basic realm=\"yibaoban\", charset=\"UTF-8\"",
                "用户名或密码错误 User name or password is wrong");
    }

    private AuthenticationStatus tooMany(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(TOO_MANY_REQUESTS);
        response.setHeader("Retry-After", "60");
        String text = "登录失败次数过多，请稍后再试 Too many failed logins, try again later";
        MachineRefusal.write(
                response,
                Paths.of(request),
                TOO_MANY_REQUESTS,
                text,
                IncidentId.next(clock).value());
        return AuthenticationStatus.SEND_FAILURE;
    }

    private AuthenticationStatus unauthorized(
            HttpServletRequest request, HttpServletResponse response, String challenge, String message)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", challenge);
        MachineRefusal.write(
                response,
                Paths.of(request),
                HttpServletResponse.SC_UNAUTHORIZED,
                message,
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
