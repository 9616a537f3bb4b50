package org.yibaoban.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yibaoban.his.token.SystemTokens.SystemCaller;
import org.yibaoban.his.token.TokenRefused;
import org.yibaoban.office.Account;
import org.yibaoban.office.AppUser;

/**
 * How a machine comes in, request by request: by a bearer token, or by HTTP Basic where that is not switched off. Who is
 * refused too often is not listened to for a while.
 */
@ApplicationScoped
public class MachineLogin {

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String BASIC_CHALLENGE = "Basic realm=\"yibaoban\", charset=\"UTF-8\"";
    private static final String BEARER_CHALLENGE = "Bearer realm=\"yibaoban\"";

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private MachineTokens tokens;

    @Inject
    private LoginRate rate;

    /** Whether systems may come in by name and password (HTTP Basic), beside tokens; pages are not touched by it. */
    @Inject
    @ConfigProperty(name = "yibaoban.basic.auth", defaultValue = "true")
    private boolean basic;

    MachineLogin() {}

    MachineLogin(IdentityStoreHandler stores, MachineTokens tokens, LoginRate rate, boolean basic) {
        this.stores = stores;
        this.tokens = tokens;
        this.rate = rate;
        this.basic = basic;
    }

    /** What became of it. */
    sealed interface Outcome permits Entered, Refused, Nobody {}

    /** Somebody we know. */
    record Entered(CallerPrincipal caller, Set<String> roles) implements Outcome {}

    /** Somebody who is turned away; {@code challenges} are for WWW-Authenticate. */
    record Refused(int status, List<String> challenges, String text) implements Outcome {}

    /** Somebody who said nothing that can be read, and goes where all may go. */
    record Nobody() implements Outcome {}

    /**
     * @param authorization the header, or null
     * @param address it comes from
     * @param path it calls
     */
    Outcome enter(String authorization, String address, String path) {
        Optional<String> token = BearerToken.read(authorization);
        Optional<UsernamePasswordCredential> password = BasicCredentials.read(authorization);
        if (token.isEmpty() && password.isEmpty()) {
            return new Nobody();
        }
        if (rate.refuses(address)) {
            return new Refused(TOO_MANY_REQUESTS, List.of(), "登录失败次数过多，请稍后再试 Too many failed logins, try again later");
        }
        Outcome outcome = token.isPresent() ? byToken(token.get(), path) : byPassword(password.orElseThrow());
        if (outcome instanceof Refused) {
            rate.failed(address);
        }
        return outcome;
    }

    /** For who brought nothing to a door that is not open to all. */
    Refused stranger() {
        List<String> challenges = new ArrayList<>();
        if (basic) {
            challenges.add(BASIC_CHALLENGE);
        }
        if (!basic || tokens.areExpected()) {
            challenges.add(BEARER_CHALLENGE);
        }
        return new Refused(UNAUTHORIZED, challenges, "请先登录 Credentials are needed");
    }

    private Outcome byToken(String token, String path) {
        try {
            SystemCaller caller = tokens.caller(token, path);
            AppUser user = new AppUser(caller.name(), caller.name(), caller.name(), caller.roles(), Optional.empty());
            return new Entered(new OfficeCaller(new Account(user, false)), caller.roles());
        } catch (TokenRefused refused) {
            return new Refused(
                    UNAUTHORIZED,
                    List.of(BEARER_CHALLENGE + ", error=\"invalid_token\", error_description=\"" + refused.getMessage()
                            + "\""),
                    "令牌无效 The token is not accepted: " + refused.getMessage());
        }
    }

    private Outcome byPassword(UsernamePasswordCredential given) {
        if (!basic) {
            return new Refused(
                    UNAUTHORIZED,
                    List.of(BEARER_CHALLENGE),
                    "此处不接受用户名密码，请使用令牌 Name and password are switched off here, a bearer token is needed");
        }
        CredentialValidationResult result = stores.validate(given);
        return result.getStatus() == CredentialValidationResult.Status.VALID
                        && !((OfficeCaller) result.getCallerPrincipal()).mustChange()
                ? new Entered(result.getCallerPrincipal(), result.getCallerGroups())
                : new Refused(UNAUTHORIZED, List.of(BASIC_CHALLENGE), "用户名或密码错误 User name or password is wrong");
    }
}
